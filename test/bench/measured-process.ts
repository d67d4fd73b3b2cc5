import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What a process took, by its own account. */
export interface Took {
  /** Milliseconds of every core together. */
  readonly cpu: number;
  /** The most memory it held, in MB. */
  readonly memory: number;
  /** Assets that it read. */
  readonly assets: readonly string[];
}

export interface MeasuredProcess {
  readonly child: ChildProcess;
  /** Waits for its end. */
  readonly took: () => Promise<Took>;
}

export const root = path.join(import.meta.dirname, '../..');
const cli = path.join(root, 'dist/cli/lineitem.cjs');

/** Starts the built command line with whatever Node its users have first in their PATH: here the one that runs this. */
export function startLineitem(args: readonly string[], stdio: 'ignore' | 'pipe', workingFolder: string): MeasuredProcess {
  const folder = mkdtempSync(path.join(tmpdir(), 'lineitem-measure-'));
  const account = path.join(folder, 'took.json');
  const child = spawn(process.execPath, ['--require', path.join(import.meta.dirname, 'measure-process.cjs'), cli, ...args], {
    cwd: workingFolder,
    // What one round keeps would make the next one look fast.
    env: { ...process.env, LINEITEM_CACHE: 'off', LINEITEM_MEASURE: account },
    stdio: [stdio, stdio, 'inherit'],
  });
  const ended = once(child, 'exit');
  return {
    child,
    async took() {
      const [code] = await ended;
      if (code !== 0 && code !== 1) throw new Error(`lineitem ${args.join(' ')} ended with ${code}`);
      const took: Took = JSON.parse(readFileSync(account, 'utf8'));
      rmSync(folder, { recursive: true, force: true });
      return took;
    },
  };
}
