import { chmodSync, renameSync, rmSync, writeFileSync } from 'node:fs';

let written = 0;

/** Whole or not at all: whoever reads meanwhile, or is left with what a killed process wrote, sees the old file or the new one. */
export function replaceFile(file: string, content: string | Uint8Array, mode?: number): void {
  const beside = `${file}.${process.pid}.${++written}.lineitem`;
  try {
    writeFileSync(beside, content, mode === undefined ? {} : { mode });
    // What the process masks out of a new file's permissions may have been there before.
    if (mode !== undefined) chmodSync(beside, mode);
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
