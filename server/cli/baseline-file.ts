import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Baseline, readBaseline } from '../core/config/baseline.ts';
import { UsageError } from './errors.ts';

export function readBaselineFile(name: string, workingFolder: string): Baseline {
  let text: string;
  try {
    text = readFileSync(path.resolve(workingFolder, name), 'utf8');
  } catch {
    throw new UsageError(`There is no baseline ${name}; write it: lineitem baseline write`);
  }
  const read = readBaseline(text);
  if (read === null) throw new UsageError(`${name} is no baseline of Lineitem.`);
  return read;
}
