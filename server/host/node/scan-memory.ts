import { createHash } from 'node:crypto';
import { readFileSync, type Stats } from 'node:fs';
import path from 'node:path';
import { makePrivateFolder } from './cache-folder.ts';
import { replaceFile } from './whole-file.ts';

/** Which files of a root were found to name no SDK, so that they need not be read again while they stay as they are. */
export interface ScanMemory {
  isQuiet(file: string, stats: Stats): boolean;
  noteQuiet(file: string, stats: Stats): void;
  save(): void;
}

export interface ScanMemoryPlace {
  readonly folder: string;
  readonly root: string;
  readonly below: readonly string[];
  /** What is looked for. */
  readonly mentions: RegExp;
  /** Scanners that share a root keep what they saw apart, and read what all of them saw. */
  readonly part: number;
  readonly now?: () => number;
}

const parts = 2;
/** A file that was just written may be written again within what a clock of files can tell apart. */
const settled = 3_000;

export function openScanMemory({ folder, root, below, mentions, part, now: clock = Date.now }: ScanMemoryPlace): ScanMemory {
  const name = createHash('sha256')
    .update(JSON.stringify([root, below, mentions.source]))
    .digest('hex')
    .slice(0, 32);
  const fileOf = (one: number): string => path.join(folder, 'scans', `${name}-${one}.json`);
  const known = new Map(Array.from({ length: parts }, (_, one) => readQuiet(fileOf(one))).flatMap((files) => Object.entries(files)));
  const now: Record<string, string> = {};
  let isChanged = false;

  return {
    isQuiet(file, stats) {
      const state = stateOf(stats);
      if (known.get(file) !== state) return false;
      now[file] = state;
      return true;
    },
    noteQuiet(file, stats) {
      if (clock() - Math.max(stats.mtimeMs, stats.ctimeMs) < settled) return;
      now[file] = stateOf(stats);
      isChanged = true;
    },
    save() {
      if (!isChanged || !makePrivateFolder(path.join(folder, 'scans'))) return;
      try {
        replaceFile(fileOf(part), JSON.stringify(now), 0o600);
      } catch {
        // Then the next scan reads them again.
      }
    },
  };
}

const stateOf = ({ size, mtimeMs, ctimeMs, ino }: Stats): string => `${size} ${mtimeMs} ${ctimeMs} ${ino}`;

function readQuiet(file: string): Readonly<Record<string, string>> {
  try {
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isTexts(read) ? read : {};
  } catch {
    return {};
  }
}

const isTexts = (value: unknown): value is Readonly<Record<string, string>> =>
  typeof value === 'object' && value !== null && Object.values(value).every((one) => typeof one === 'string');
