import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isNamed } from '../core/config/budgets.ts';
import type { Configuration, DiffLimits, ScopedBudget } from '../core/config/configuration.ts';
import type { BudgetCheck } from '../diff/budgets.ts';
import { type DiffDocument, makeDiffDocument } from '../diff/diff-document.ts';
import { renderDiffMarkdown } from '../diff/markdown.ts';
import { renderDiffText } from '../diff/text.ts';
import { type GitTree, openGit } from '../host/node/git.ts';
import type { BillDocument } from '../reports/bill-document.ts';
import { billOptions } from '../reports/bill-options.ts';
import { colourPaint, plainPaint } from '../reports/layout.ts';
import { makeBillDocument } from '../reports/make-bill-document.ts';
import type { Environment, ExitCode } from './environment.ts';
import { UsageError } from './errors.ts';
import { type Places, readPlaces } from './places.ts';
import { reportOn } from './project-report.ts';

export interface DiffOptions {
  readonly base: string;
  readonly format: 'text' | 'json' | 'markdown';
  readonly maxRise?: number;
  readonly blockUnknownModel?: boolean;
  readonly asOf?: number;
}

/** The bill of the work tree against the bill of a commit. Exit 1 where a budget is exceeded, or an unknown model is not let pass. */
export async function diff(paths: readonly string[], options: DiffOptions, environment: Environment): Promise<ExitCode> {
  const { output, workingFolder } = environment;
  const places = readPlaces(paths, workingFolder);
  const git = await openGit(places.root);
  if (git === null) throw new UsageError('diff compares with a git commit, and this is no git work tree (or there is no git).');
  const base = await baseOf(git, options.base);
  const now = options.asOf ?? environment.host.now();
  const after = await billOf(places, now, environment);
  const before = await withBase(git, base.commit, places, (old) => billOf(old, now, environment));
  const limits = limitsOf(options, after.configurations);
  const sides = { base, before: before.document, after: after.document };
  const document = makeDiffDocument({ ...sides, budgets: checksOf(sides.after, after.configurations, limits) });
  await output.answer(renderers[options.format](document, output.hasColour));
  const blocked = limits.blockUnknownModel ? unknownModels(document) : [];
  for (const row of blocked) output.remark(`lineitem: ${row}: no price is known of this call's model`);
  return blocked.length > 0 || document.budgets.some(({ state }) => state === 'exceeded') ? 1 : 0;
}

const renderers: Readonly<Record<DiffOptions['format'], (document: DiffDocument, hasColour: boolean) => string>> = {
  text: (document, hasColour) => renderDiffText(document, hasColour ? colourPaint : plainPaint),
  json: (document) => `${JSON.stringify(document, null, 2)}\n`,
  markdown: renderDiffMarkdown,
};

/** What others did on the base since the histories parted is not this change's to answer for. */
async function baseOf(git: GitTree, name: string): Promise<DiffDocument['base']> {
  const commit = await git.commit(name);
  if (commit === null) throw new UsageError(`There is no commit ${name}. In CI, fetch it first (fetch-depth: 0).`);
  return { name, commit: (await git.mergeBase(commit, 'HEAD')) ?? commit };
}

interface ConfiguredBill {
  readonly document: BillDocument;
  /** By file of a call or an entry point; '' is the root. */
  readonly configurations: ReadonlyMap<string, Configuration>;
}

async function billOf(places: Places, now: number, environment: Environment): Promise<ConfiguredBill> {
  const { report, analysis } = await reportOn(places, now, environment, false);
  const document = makeBillDocument(report, await billOptions(analysis));
  const files = new Set(['', ...[...document.rows, ...document.entryPoints].map(({ file }) => file)]);
  const { analyzer } = analysis;
  return { document, configurations: new Map([...files].map((file) => [file, analyzer.configurationOf(file || 'lineitem.json')])) };
}

/** The same places in a commit, laid out in a folder of their own that is gone afterwards. */
async function withBase<Answer>(git: GitTree, commit: string, places: Places, use: (old: Places) => Promise<Answer>): Promise<Answer> {
  const root = await mkdtemp(path.join(tmpdir(), 'lineitem-'));
  try {
    const below = path.relative(git.top, places.root).split(path.sep).join('/');
    await git.layOut(commit, below === '' ? '' : `${below}/`, root);
    await copyUntracked(git, places.root, root);
    const exists = (file: string): boolean => existsSync(path.join(root, file));
    return await use({
      root,
      below: places.below.filter(exists),
      folders: places.folders.filter(exists),
      files: places.files.filter(exists),
      requests: [],
    });
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/** Settings and usage that nobody commits hold for both sides. */
async function copyUntracked(git: GitTree, root: string, into: string): Promise<void> {
  const names = ['lineitem.json', 'lineitem.usage.json'].map((name) => `:(glob)**/${name}`);
  const listed = await git.say('ls-files', '--others', '-z', '--full-name', '--', ...names);
  for (const file of listed.split('\0').filter((one) => one !== '')) {
    const from = path.join(git.top, file);
    const name = path.relative(root, from);
    const to = path.join(into, name);
    if (name.startsWith('..') || name.split(path.sep).includes('node_modules') || existsSync(to)) continue;
    await mkdir(path.dirname(to), { recursive: true });
    await copyFile(from, to);
  }
}

function limitsOf(options: DiffOptions, configurations: ConfiguredBill['configurations']): DiffLimits {
  const declared = configurations.get('')?.diff;
  return {
    maxRise: options.maxRise ?? declared?.maxRise ?? null,
    blockUnknownModel: options.blockUnknownModel ?? declared?.blockUnknownModel ?? false,
  };
}

/** What is declared, and where only a rise is limited, every call and entry point of the bill. */
function checksOf(bill: BillDocument, configurations: ConfiguredBill['configurations'], { maxRise }: DiffLimits): readonly BudgetCheck[] {
  const checks = new Map<string, BudgetCheck>();
  const add = (check: BudgetCheck): void => void checks.set(`${check.on} ${check.of} ${check.per}`, check);
  const declare = (file: string, on: 'call' | 'entry-point', id: string): void => {
    for (const budget of budgetsOf(configurations.get(file), on === 'call' ? 'call-site' : on, id)) {
      add({ on, of: id, per: budget.per, usd: budget.usd, rise: null });
    }
    if (maxRise === null) return;
    const per = on === 'call' ? 'call' : 'run';
    add({ on, of: id, per, usd: checks.get(`${on} ${id} ${per}`)?.usd ?? null, rise: maxRise });
  };
  for (const row of bill.rows) if (row.paid === 'here') declare(row.file, 'call', row.id);
  for (const one of bill.entryPoints) declare(one.file, 'entry-point', one.id);
  for (const budget of configurations.get('')?.budgets ?? []) {
    if (budget.scope === 'project' && budget.of === '') add({ on: 'project', of: 'project', per: 'month', usd: budget.usd, rise: null });
  }
  return [...checks.values()];
}

const budgetsOf = (configuration: Configuration | undefined, scope: ScopedBudget['scope'], id: string): readonly ScopedBudget[] =>
  (configuration?.budgets ?? []).filter((budget) => budget.scope === scope && isNamed(budget.of, id));

function unknownModels({ rows }: DiffDocument): readonly string[] {
  return rows.flatMap(({ after }) => (after !== null && after.perCall === null ? [`${after.file}:${after.line}`] : []));
}
