import path from 'node:path';
import { isNotebookFileName } from '../host/language-of.ts';
import { type GitTree, openGit } from '../host/node/git.ts';
import type { Where } from '../reports/report.ts';
import { UsageError } from './errors.ts';

/** Whether a stretch of a file changed since a commit: in the work tree, against where the histories part. */
export async function changedSince(ref: string, root: string): Promise<(where: Where) => boolean> {
  const git = await openGit(root);
  if (git === null) throw new UsageError('--diff needs a git work tree, and git.');
  const commit = await git.commit(ref);
  if (commit === null) throw new UsageError(`There is no commit ${ref}.`);
  const base = (await git.mergeBase(commit, 'HEAD')) ?? commit;
  const changed = parseHunks(await diffOf(git, base), slashed(path.relative(git.top, root)));
  const created = new Set(await untracked(git, slashed(path.relative(git.top, root))));
  return ({ file, line, endLine }) => {
    if (created.has(file)) return true;
    const ranges = changed.get(file) ?? [];
    // Lines of a notebook's cells are not those of its file.
    return isNotebookFileName(file) ? ranges.length > 0 : ranges.some(([from, to]) => from <= endLine && line <= to);
  };
}

type Ranges = readonly (readonly [number, number])[];

/** Settings of a user may turn prefixes, colours and other diff programs on. */
const diffOf = (git: GitTree, base: string): Promise<string> =>
  git.say(
    '-c',
    'core.quotePath=false',
    'diff',
    '--unified=0',
    '--no-color',
    '--no-ext-diff',
    '--no-textconv',
    '--no-renames',
    '--src-prefix=a/',
    '--dst-prefix=b/',
    base,
    '--',
  );

async function untracked(git: GitTree, below: string): Promise<readonly string[]> {
  const names = await git.say('ls-files', '--others', '--exclude-standard', '-z', '--full-name');
  return names.split('\0').flatMap((name) => inside(name, below) ?? []);
}

/** The new lines of each file, from 1. Where lines were only taken away, the two lines around the gap count. */
export function parseHunks(diff: string, below: string): ReadonlyMap<string, Ranges> {
  const files = new Map<string, [number, number][]>();
  let ranges: [number, number][] = [];
  let left = 0;
  for (const line of diff.split('\n')) {
    // What a hunk holds may look like a header.
    if (left > 0 && /^[-+]/.test(line)) {
      left--;
      continue;
    }
    const name = /^\+\+\+ "?b\/(.*?)"?\t?$/.exec(line)?.[1];
    if (name !== undefined) {
      ranges = [];
      const file = inside(name, below);
      if (file !== null) files.set(file, ranges);
    }
    const [, before = '1', start, count = '1'] = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line) ?? [];
    if (start === undefined) continue;
    left = Number(before) + Number(count);
    const from = Number(start);
    ranges.push(count === '0' ? [from, from + 1] : [from, from + Number(count) - 1]);
  }
  return files;
}

function inside(name: string, below: string): string | null {
  if (name === '') return null;
  if (below === '') return name;
  return name.startsWith(`${below}/`) ? name.slice(below.length + 1) : null;
}

const slashed = (name: string): string => name.split(path.sep).join('/');
