import { readFileSync } from 'node:fs';
import path from 'node:path';
import { machineOutputSchema } from '../../server/reports/machine-output.ts';
import { runCli } from '../cli/run-cli.ts';

/** A month of the support agent, as it lies among the examples. */
export const exampleLog = 'examples/support-agent/october.jsonl';
const asOf = '2026-11-23';

/** The log's own names as the columns that the views ask for. */
export const exampleColumns =
  '"timestamp" AS requested_at, model, metadata.call_site AS label, usage.input_tokens AS fresh, ' +
  'usage.cache_creation_input_tokens AS "write", usage.cache_read_input_tokens AS "read", usage.output_tokens AS output, ' +
  '(resolved IS NOT NULL)::INT AS judged, COALESCE(resolved, false)::INT AS useful';

/** What is compared: of the requests that have a call site, and of all. */
export interface LogTotals {
  readonly usd: string;
  readonly requests: number;
  readonly useful: number;
  readonly allRequests: number;
  readonly allTokens: number;
}

export async function answer(args: readonly string[], folder: string): Promise<string> {
  const { stdout, stderr, code } = await runCli(args, { folder });
  if (code !== 0) throw new Error(`lineitem ${args.join(' ')} ended with ${code}: ${stderr}`);
  return stdout;
}

/** The way through the usage file: the log is imported, and the bill is made by what it says. */
export async function importedTotals(folder: string): Promise<LogTotals> {
  await answer(['usage', 'init', 'examples', '--force'], folder);
  await answer(['usage', 'import', exampleLog, '--project', 'examples', '--useful', 'resolved'], folder);
  const { total } = machineOutputSchema.parse(JSON.parse(await answer(['bill', 'examples', '--as-of', asOf, '--format', 'json'], folder)));
  const rows = logLines(folder);
  const joined = rows.filter(({ metadata }) => metadata.call_site.startsWith('examples/'));
  return {
    usd: total?.booked ?? '',
    requests: joined.length,
    useful: joined.filter(({ resolved }) => resolved === true).length,
    allRequests: rows.length,
    allTokens: rows.reduce((sum, { usage }) => sum + usage.input_tokens + usage.output_tokens, 0),
  };
}

interface LogLine {
  readonly timestamp: string;
  readonly model: string;
  readonly metadata: { readonly call_site: string };
  readonly usage: { readonly input_tokens: number; readonly output_tokens: number };
  readonly resolved?: boolean;
}

export const logLines = (folder: string): readonly LogLine[] =>
  readFileSync(path.join(folder, exampleLog), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
