import { statSync } from 'node:fs';
import path from 'node:path';
import { isUsageName, parseUsage, usageFileName } from '../core/usage/parse-usage.ts';
import { fullCount } from '../reports/format.ts';
import { plural, reportWidth, wrap } from '../reports/layout.ts';
import { formatOf, logFormats } from '../usage-import/formats/index.ts';
import { createJoiner, type Joiner } from '../usage-import/join.ts';
import { readValues } from '../usage-import/read-values.ts';
import { isFields, type LogFormat, type UsageRecord } from '../usage-import/record.ts';
import { createSums, type LogSums } from '../usage-import/sums.ts';
import { dayOf, entryOf, monthsOf, withEntries } from '../usage-import/usage-text.ts';
import { type Environment, type ExitCode, loadPrices } from './environment.ts';
import { UsageError } from './errors.ts';
import { readUsageProject, type UsageProject } from './usage-project.ts';

export interface UsageImportOptions {
  readonly project: string;
  readonly format?: string;
  readonly useful?: string;
  readonly days?: number;
  readonly dryRun?: boolean;
  readonly asOf?: number;
}

/** Lines of a broken log that are said one by one, and kinds of requests without a call site. */
const mostSaid = 20;

/** Reads logs, joins them to call sites and writes what they sum up to. Exit 1 where lines could not be read. */
export async function usageImport(files: readonly string[], options: UsageImportOptions, environment: Environment): Promise<ExitCode> {
  const { host, output } = environment;
  const chosen = chosenFormat(options.format);
  const absolute = files.map((file) => existingFile(file, environment));
  const project = await readUsageProject(options.project, environment, options.asOf);
  const prices = await loadPrices(host);
  const now = options.asOf ?? host.now();
  const joiner = createJoiner(
    project.items.filter(({ call }) => !call.inTest && call.operation === 'generate'),
    { prices, now },
  );
  const log = await readLogs(absolute, { joiner, chosen, useful: options.useful ?? null, prices, now }, environment);
  if (log.sums.all.records === 0) throw new UsageError(`No request with its usage stands in ${files.join(', ')}. Formats: ${names}.`);
  const months = monthsOf(log.sums.first, log.sums.last, options.days ?? null);
  const target = path.posix.join(project.folder, usageFileName);
  const written = options.dryRun === true ? null : await write(target, log.sums, months, project);
  await output.answer(summary(log, months, written));
  return log.broken === 0 ? 0 : 1;
}

function existingFile(file: string, { workingFolder }: Environment): string {
  const absolute = path.resolve(workingFolder, file);
  if (statSync(absolute, { throwIfNoEntry: false })?.isFile() !== true) throw new UsageError(`There is no file ${file}.`);
  return absolute;
}

const megabytes = (bytes: number): number => Math.round(bytes / 1_000_000);

const names = logFormats.map(({ name }) => name).join(', ');

function chosenFormat(name: string | undefined): LogFormat | null {
  if (name === undefined) return null;
  const format = logFormats.find((one) => one.name === name);
  if (format === undefined) throw new UsageError(`There is no log format ${name}; there are ${names}.`);
  return format;
}

interface Log {
  readonly sums: LogSums;
  readonly formats: ReadonlySet<string>;
  readonly broken: number;
  readonly joined: ReadonlyMap<string, number>;
}

interface LogOptions {
  readonly joiner: Joiner;
  readonly chosen: LogFormat | null;
  readonly useful: string | null;
  readonly prices: Parameters<typeof createSums>[0]['prices'];
  readonly now: number;
}

async function readLogs(
  files: readonly string[],
  { joiner, chosen, useful, prices, now }: LogOptions,
  { output }: Environment,
): Promise<Log> {
  const sums = createSums({ prices, now });
  const formats = new Set<string>();
  const joined = new Map<string, number>();
  let broken = 0;
  const complain = (file: string, at: number, message: string): void => {
    if (++broken <= mostSaid) output.remark(`${path.basename(file)}:${at}  ${message}; passed over`);
  };
  const take = (record: UsageRecord): void => {
    const join = joiner.join(record);
    if (join.site !== null) joined.set(join.by, (joined.get(join.by) ?? 0) + 1);
    sums.add(record, join);
  };
  for (const file of files) {
    for await (const one of readValues(file, (done, total) =>
      output.progress(megabytes(done), megabytes(total), `MB of ${path.basename(file)}`),
    )) {
      if (one.kind === 'broken') complain(file, one.at, one.message);
      else if (!isFields(one.value)) complain(file, one.at, 'no record');
      else {
        const format = chosen ?? formatOf(one.value);
        if (format === null) continue;
        formats.add(format.title);
        for (const record of format.read(one.value, { useful })) take(record);
      }
    }
  }
  if (broken > mostSaid) output.remark(`… and ${broken - mostSaid} more like these`);
  return { sums: sums.sums(), formats, broken, joined };
}

interface Written {
  readonly file: string;
  readonly sites: number;
}

async function write(target: string, sums: LogSums, months: number | null, { workspace }: UsageProject): Promise<Written> {
  const before = (await workspace.readText(target)) ?? '';
  if (isUsageName(target) && before !== '') {
    const [problem] = parseUsage(before).problems.filter(({ message }) => message.startsWith('This is no JSON'));
    if (problem !== undefined) throw new UsageError(`${target} is broken and was left as it is. ${problem.message}`);
  }
  const entries = new Map(sums.sites.map((one) => [one.site.id, entryOf(one, { months })]));
  const text = withEntries(before, entries, sums.last === null ? null : dayOf(sums.last));
  if (text !== before) await workspace.writeText(target, text);
  return { file: target, sites: entries.size };
}

function summary({ sums, formats, joined }: Log, months: number | null, written: Written | null): string {
  const { all, unmatched } = sums;
  const input = all.fresh + all.write + all.writeHour + all.read;
  const by = [...joined].map(([how, count]) => `${fullCount(count)} by ${how}`).join(', ');
  const left = unmatched.reduce((sum, { totals }) => sum + totals.records, 0);
  const lines = [
    ...wrap(
      `Read ${plural(all.records, 'record')} (${[...formats].join(', ')}): ${fullCount(input)} tok in, ${fullCount(all.output)} tok out.`,
      reportWidth,
      '',
    ),
    ...wrap(
      `Joined ${fullCount(all.records - left)} to ${plural(sums.sites.length, 'call site')}${by === '' ? '' : `: ${by}`}.`,
      reportWidth,
      '',
    ),
    ...(months === null
      ? wrap('How much a month has is unknown: the log is shorter than a week, or has no dates. Say it with --days.', reportWidth, '')
      : wrap(`It stands for ${Number(months.toFixed(2))} ${months === 1 ? 'month' : 'months'}.`, reportWidth, '')),
    ...(left === 0 ? [] : ['', `Without a call site (${fullCount(left)}), kept out of the usage file:`]),
    ...unmatched.slice(0, mostSaid).flatMap(({ why, totals }) => {
      const tokens = totals.fresh + totals.write + totals.writeHour + totals.read + totals.output;
      return wrap(`${fullCount(totals.records)} × ${why}: ${fullCount(tokens)} tok`, reportWidth, '  ', '    ');
    }),
    ...(unmatched.length > mostSaid ? [`  … and ${unmatched.length - mostSaid} more kinds`] : []),
    '',
    written === null ? 'Nothing was written (--dry-run).' : `Wrote ${written.file}: ${plural(written.sites, 'call site')}.`,
  ];
  return `${lines.join('\n')}\n`;
}
