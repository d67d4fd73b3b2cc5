import { priceRows, type SpelledModel, siteRows } from '../warehouse/fill.ts';
import { type Dialect, insertPrices, insertSites, wideInteger } from '../warehouse/sql-text.ts';
import { inputThresholds } from '../warehouse/thresholds.ts';
import { createView, tablesFor, usageColumns, usageViews } from '../warehouse/views.ts';
import { type Environment, type ExitCode, loadPrices } from './environment.ts';
import { UsageError } from './errors.ts';
import { readPlaces } from './places.ts';
import { reportOn } from './project-report.ts';

export interface SqlOptions {
  readonly dialect: Dialect;
  readonly project: string;
  /** `provider/model` as the log spells both; `/service` behind it where it is not standard. */
  readonly model?: readonly string[];
  readonly asOf?: number;
}

/** The tables and views that bill a log in a warehouse, with this project's call sites and the prices of the named models. */
export async function usageSql(options: SqlOptions, environment: Environment): Promise<ExitCode> {
  const { host, output, workingFolder } = environment;
  const models = (options.model ?? []).map(readModel);
  const now = options.asOf ?? host.now();
  const { report } = await reportOn(readPlaces([options.project], workingFolder), now, environment, false);
  const fill = { prices: await loadPrices(host), now };
  const thresholds = inputThresholds(JSON.parse(new TextDecoder().decode(await host.asset('prices'))));
  const parts = [
    usageRowsComment,
    tablesFor(wideInteger[options.dialect]),
    insertSites(siteRows(report, fill)),
    insertPrices(priceRows(models, thresholds, fill)),
    ...usageViews(thresholds).map(createView),
  ];
  await output.answer(`${parts.filter((part) => part !== '').join('\n\n')}\n`);
  return 0;
}

function readModel(text: string): SpelledModel {
  const [, provider = '', model = '', service = 'standard'] = /^([^/]*)\/(.+?)(?:\/(standard|batch|flex|priority|fast))?$/.exec(text) ?? [];
  if (model === '')
    throw new UsageError(`--model takes PROVIDER/MODEL, as the log spells them: anthropic/claude-sonnet-4-5 (not ${text}).`);
  return { provider, model, service };
}

const usageRowsComment = [
  '-- Your log is a table or a view usage_rows with these columns:',
  ...usageColumns.map(({ name, type, says }) => `--   ${name.padEnd(14)}${type.padEnd(11)}${says}`),
].join('\n');
