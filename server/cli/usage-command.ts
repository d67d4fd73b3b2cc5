import { type Command, Option } from 'commander';
import type { Environment, ExitCode } from './environment.ts';
import { collectNames, readCount, readDate } from './options.ts';

/** `lineitem usage …`: what only production knows. */
export function addUsageCommands(program: Command, environment: Environment, finish: (code: ExitCode) => void): void {
  const usage = program.command('usage').description('what production knows of the calls');
  const project = (): Option => new Option('--project <folder>', 'the code whose call sites are joined').default('.');
  usage
    .command('aggregate')
    .description('the bill of a log of any size, by call site, model and day (in DuckDB)')
    .argument('<files...>', '.parquet, .csv, .tsv or .jsonl')
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'csv', 'json']).default('text'))
    .addOption(project())
    .option('--columns <sql>', 'how the files name their columns: "ts AS requested_at, model, …"')
    .option('--memory <amount>', 'the most that DuckDB may use', '700MB')
    .addOption(asOfOption())
    .action(async (files: string[], options) =>
      finish(await (await import('./usage-aggregate.ts')).usageAggregate(files, options, environment)),
    );
  usage
    .command('sql')
    .description('the same as tables and views for a warehouse')
    .addOption(new Option('--dialect <name>', 'whose SQL').choices(['duckdb', 'postgres']).default('postgres'))
    .addOption(project())
    .option('--model <names>', 'PROVIDER/MODEL as the log spells them', collectNames)
    .addOption(asOfOption())
    .action(async (options) => finish(await (await import('./usage-sql.ts')).usageSql(options, environment)));
  usage
    .command('init')
    .description('write a usage file with every call site, and no figures')
    .argument('[folder]', 'the code, beside which it stands', '.')
    .option('--force', 'over the file that is there')
    .action(async (folder: string, options) => finish(await (await import('./usage-init.ts')).usageInit(folder, options, environment)));
  usage
    .command('import')
    .description('read logs, join them to call sites and write what they sum up to')
    .argument('<files...>', 'JSON, JSONL, CSV or TSV, packed with gzip or not')
    .addOption(project())
    .addOption(new Option('--format <format>', 'of the log, where it is not recognised').choices(logFormatNames))
    .option('--useful <field>', 'what says that an answer was of use: scores.helpful')
    .option('--days <count>', 'how many days the log is of', readCount)
    .option('--dry-run', 'only say what would be joined')
    .addOption(asOfOption())
    .action(async (files: string[], options) => finish(await (await import('./usage-import.ts')).usageImport(files, options, environment)));
}

const logFormatNames = ['otlp', 'langfuse', 'helicone', 'litellm', 'openai-usage', 'anthropic-usage', 'plain'];

const asOfOption = (): Option => new Option('--as-of <date>', 'read prices as of this day').argParser(readDate);
