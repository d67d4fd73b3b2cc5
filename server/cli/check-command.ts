import { Argument, type Command, Option } from 'commander';
import type { Environment, ExitCode } from './environment.ts';
import { findingsFormats } from './findings-format-names.ts';
import { collectNames, readCount, readDate } from './options.ts';

const paths = (): Argument => new Argument('[paths...]', 'files and folders').default([], 'this folder');
const asOf = (): Option => new Option('--as-of <date>', 'read prices as of this day').argParser(readDate);

/** `check`, and what helps to live with it: `baseline`, `init`. */
export function addCheckCommands(program: Command, environment: Environment, finish: (code: ExitCode) => void): void {
  program
    .command('check')
    .description('report waste in code and prompt files')
    .addArgument(paths())
    .addOption(new Option('--format <format>', 'how to print').choices(findingsFormats).default('text'))
    .option('--max-warnings <count>', 'warnings that are allowed', readCount, 0)
    .option('--rule <names>', 'only these rules (codes or names)', collectNames)
    .option('--select <codes>', 'only these; LI4 is a whole family', collectNames)
    .option('--ignore <codes>', 'all but these', collectNames)
    .option('--preview', 'also rules that are still in preview')
    .option('--fix', 'apply the safe fixes')
    .option('--dry-run', 'with --fix: only print what would change')
    .option('--diff <ref>', 'only findings on lines that changed since a commit')
    .option('--baseline <file>', 'findings that were there before are not told')
    .option('--stdin-filename <file>', 'read the text of this file from standard input')
    .addOption(asOf())
    .option('--verbose', 'list files that were passed over')
    .action(async (named: string[], options) => finish(await (await import('./check.ts')).check(named, options, environment)));

  const baseline = program.command('baseline').description('findings that are left for later');
  const target = (): Option => new Option('--file <file>', 'where it stands; else as lineitem.json says');
  baseline
    .command('write')
    .description('take every finding down as seen')
    .addArgument(paths())
    .addOption(target())
    .addOption(asOf())
    .action(async (named: string[], options) => finish(await (await import('./baseline.ts')).baselineWrite(named, options, environment)));
  baseline
    .command('prune')
    .description('take out what is found no more')
    .addArgument(paths())
    .addOption(target())
    .addOption(asOf())
    .action(async (named: string[], options) => finish(await (await import('./baseline.ts')).baselinePrune(named, options, environment)));

  program
    .command('init')
    .description('write a first lineitem.json from what the project uses')
    .argument('[folder]', 'where to write it', '.')
    .action(async (folder: string) => finish(await (await import('./init.ts')).init(folder, environment)));
}
