import { execFile, spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

/** A git work tree, asked by the `git` of the machine and never written to. */
export interface GitTree {
  /** The folder that holds `.git`. */
  readonly top: string;
  /** The commit that a name stands for; null where there is none. */
  commit(name: string): Promise<string | null>;
  /** The newest commit that both histories share; null where they share none. */
  mergeBase(one: string, other: string): Promise<string | null>;
  /** What a git command says on its standard output. Rejects with its first line of complaint. */
  say(...args: readonly string[]): Promise<string>;
  /** Writes the files of a commit that stand below a folder (`''` or `a/b/`) into another one; returns how many. */
  layOut(commit: string, below: string, into: string): Promise<number>;
}

/** Null where the folder is in no work tree, or there is no git. */
export async function openGit(folder: string): Promise<GitTree | null> {
  let top: string;
  try {
    top = (await git(folder, ['rev-parse', '--show-toplevel'])).trim();
  } catch {
    return null;
  }
  const say = (...args: readonly string[]): Promise<string> => git(top, args);
  const orNull = (answer: Promise<string>): Promise<string | null> =>
    answer.then(
      (text) => text.trim() || null,
      () => null,
    );
  return {
    top,
    say,
    // `--end-of-options` keeps a name that begins with a dash from being read as an option.
    commit: (name) => orNull(say('rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`)),
    mergeBase: (one, other) => orNull(say('merge-base', '--end-of-options', one, other)),
    layOut: (commit, below, into) => layOut(top, commit, below, into),
  };
}

/** The same as what a scan passes over. */
const largestFile = 2 * 1024 * 1024;
const largestAnswer = 256 * 1024 * 1024;

/** Reading asks for nothing to be run or fetched that the repository's own settings name. */
const quiet = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', '--no-optional-locks', '--no-pager'];
const environment = (): NodeJS.ProcessEnv => ({ ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1', LC_ALL: 'C' });

const run = promisify(execFile);

async function git(folder: string, args: readonly string[]): Promise<string> {
  try {
    const { stdout } = await run('git', [...quiet, ...args], { cwd: folder, env: environment(), maxBuffer: largestAnswer });
    return stdout;
  } catch (error) {
    throw new Error(`git ${args[0] ?? ''}: ${complaint(error)}`);
  }
}

function complaint(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const said = 'stderr' in error && typeof error.stderr === 'string' ? error.stderr : '';
  return said.split('\n').find((line) => line.trim() !== '') ?? error.message;
}

interface Blob {
  readonly hash: string;
  readonly file: string;
}

async function layOut(top: string, commit: string, below: string, into: string): Promise<number> {
  const blobs = await blobsOf(top, commit, below);
  let written = 0;
  for await (const { blob, bytes } of contentsOf(top, blobs)) {
    const target = path.join(into, blob.file.slice(below.length));
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, bytes);
    written++;
  }
  return written;
}

/** Links, submodules and large files are passed over, as a scan of the work tree passes over them. */
async function blobsOf(top: string, commit: string, below: string): Promise<readonly Blob[]> {
  const place = below === '' ? [] : ['--', below];
  const listed = await git(top, ['ls-tree', '-r', '-z', '--long', '--full-tree', commit, ...place]);
  return listed.split('\0').flatMap((line): Blob[] => {
    const [, mode = '', hash = '', size = '', file = ''] = /^(\d+) blob ([0-9a-f]+) +(\d+)\t(.+)$/s.exec(line) ?? [];
    return mode.startsWith('100') && Number(size) <= largestFile && isInside(file) ? [{ hash, file }] : [];
  });
}

/** A tree made by hand may name anything. */
const isInside = (file: string): boolean =>
  !path.isAbsolute(file) && !file.split(/[\\/]/).some((one) => one === '..' || one === '.' || one === '' || one.toLowerCase() === '.git');

async function* contentsOf(top: string, blobs: readonly Blob[]): AsyncGenerator<{ blob: Blob; bytes: Buffer }> {
  if (blobs.length === 0) return;
  const child = spawn('git', [...quiet, 'cat-file', '--batch'], { cwd: top, env: environment(), stdio: ['pipe', 'pipe', 'ignore'] });
  // A broken pipe shows as a missing answer below.
  child.stdin.on('error', () => undefined);
  child.stdin.end(`${blobs.map(({ hash }) => hash).join('\n')}\n`);
  const reader = createReader(child.stdout);
  try {
    for (const blob of blobs) {
      const head = await reader.line();
      const size = /^[0-9a-f]+ blob (\d+)$/.exec(head)?.[1];
      // Objects that a partial clone did not bring are not there to be read.
      if (size === undefined) continue;
      const bytes = await reader.take(Number(size) + 1);
      yield { blob, bytes: bytes.subarray(0, -1) };
    }
  } finally {
    child.kill();
  }
}

interface Reader {
  line(): Promise<string>;
  take(count: number): Promise<Buffer>;
}

/** Reads lines and counted bytes off one stream. */
function createReader(stream: AsyncIterable<Buffer>): Reader {
  const chunks = stream[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  const more = async (): Promise<void> => {
    const next = await chunks.next();
    if (next.done === true) throw new Error('git ended before it had said everything.');
    held = held.length === 0 ? next.value : Buffer.concat([held, next.value]);
  };
  const take = async (count: number): Promise<Buffer> => {
    while (held.length < count) await more();
    const taken = held.subarray(0, count);
    held = held.subarray(count);
    return taken;
  };
  return {
    take,
    async line() {
      while (!held.includes(10)) await more();
      return (await take(held.indexOf(10) + 1)).toString('utf8').trimEnd();
    },
  };
}
