import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import { mentionPattern } from '../../server/core/sdks/mentions.ts';
import type { Host } from '../../server/host/host.ts';
import { createNodeHost } from '../../server/host/node/host.ts';

const assets = path.join(import.meta.dirname, '../../dist/assets');

/** A host that scans in process, with its log. */
export function testHost(): Host & { readonly logged: readonly string[] } {
  const logged: string[] = [];
  const host = createNodeHost({
    assets,
    worker: null,
    mentions: mentionPattern(),
    log: (level, message) => void logged.push(`${level}: ${message}`),
    now: () => Date.parse('2026-11-01'),
  });
  return { ...host, logged };
}

export interface TestFolder {
  readonly uri: string;
  uriOf(file: string): string;
  write(file: string, text: string): void;
  remove(file: string): void;
}

/** A folder of its own for one test. */
export function testFolder(files: Readonly<Record<string, string>>): TestFolder {
  const folder = mkdtempSync(path.join(tmpdir(), 'lineitem-lsp-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  for (const [file, text] of Object.entries(files)) write(file, text);
  return {
    uri: pathToFileURL(folder).href,
    uriOf: (file) => pathToFileURL(path.join(folder, file)).href,
    write,
    remove: (file) => rmSync(path.join(folder, file)),
  };
}
