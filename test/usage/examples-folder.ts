import { cpSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The examples as a project of their own, which a test may write to. */
export function examplesFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'lineitem-'));
  mkdirSync(path.join(folder, '.git'));
  cpSync(path.join(import.meta.dirname, '../../examples'), path.join(folder, 'examples'), { recursive: true });
  return folder;
}
