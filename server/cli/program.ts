import { Argument, Command, CommanderError, Option } from 'commander';
import { billFormats } from './bill-formats.ts';
import { addCheckCommands } from './check-command.ts';
import type { Environment, ExitCode } from './environment.ts';
import { UsageError } from './errors.ts';
import { readDate, readShare } from './options.ts';
import { addUsageCommands } from './usage-command.ts';

/** Reads the command line and runs one command. Misuse is one line on the error stream and exit 2. */
export async function runProgram(argv: readonly string[], environment: Environment): Promise<ExitCode> {
  const { output } = environment;
  let code: ExitCode = 0;
  const written: string[] = [];
  const program = createProgram(environment, (exit) => {
    code = exit;
  });
  for (const command of withNested(program)) {
    command
      .exitOverride()
      .configureHelp({ helpWidth: 80 })
      .configureOutput({
        writeOut: (text) => void written.push(text),
        writeErr: (text) => void written.push(text),
        outputError: () => undefined,
      });
  }
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    code = await explainFailure(error, written, environment);
  }
  if (written.length > 0 && code === 0) await output.answer(written.join(''));
  return code;
}

async function explainFailure(error: unknown, written: readonly string[], { output }: Environment): Promise<ExitCode> {
  if (error instanceof CommanderError) {
    if (written.length > 0 || error.exitCode === 0) return 0;
    output.remark(`lineitem: ${oneLine(error.message.replace(/^error: /, ''))}; see: lineitem --help`);
    return 2;
  }
  if (error instanceof UsageError) output.remark(`lineitem: ${oneLine(error.message)}`);
  else output.remark(`lineitem: something went wrong: ${oneLine(error instanceof Error ? (error.stack ?? error.message) : String(error))}`);
  return 2;
}

const withNested = (command: Command): readonly Command[] => [command, ...command.commands.flatMap(withNested)];

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ').trim();

const examples = `
Examples:
  $ lineitem check                      findings in this project
  $ lineitem check src --format json    the same for machines
  $ lineitem check --fix                apply the fixes that are safe
  $ lineitem bill src/agent.py          what each call costs
  $ lineitem bill batch.jsonl           a batch, before it is sent
  $ lineitem explain src/agent.py:12    why that call costs what it costs
  $ lineitem explain try.ipynb:3:12     the same in cell 3 of a notebook
  $ lineitem rules LI301                what a rule says and why

Exit codes: 0 clean; 1 an error, or more warnings than allowed; 2 misuse.`;

function createProgram(environment: Environment, finish: (code: ExitCode) => void): Command {
  const program = new Command('lineitem')
    .description('Writes the bill next to each LLM call, and lints the waste out of it.')
    .version(environment.version, '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', examples);
  program.allowExcessArguments(false);
  const paths = (): Argument => new Argument('[paths...]', 'files and folders').default([], 'this folder');

  addCheckCommands(program, environment, finish);

  program
    .command('bill')
    .description('print what each call sends, gets back and costs')
    .addArgument(new Argument('[paths...]', 'files, folders and files of saved requests').default([], 'this folder'))
    .addOption(new Option('--format <format>', 'how to print').choices(billFormats).default('text'))
    .addOption(asOfOption())
    .option('--verbose', 'list files that were passed over')
    .action(async (named: string[], options) => finish(await (await import('./bill.ts')).bill(named, options, environment)));

  program
    .command('explain')
    .description('print the plan of one call')
    .argument('<place>', 'FILE:LINE; in a notebook FILE:CELL:LINE, its cells counted from 0')
    .option('--compare', 'instead: the same request on every model that can take it')
    .addOption(asOfOption())
    .action(async (place: string, options) => finish(await (await import('./explain.ts')).explain(place, options, environment)));

  program
    .command('diff')
    .description('the bill before and after: this work tree against a commit')
    .addArgument(paths())
    .requiredOption('--base <ref>', 'a branch, tag or commit; compared where the histories part')
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json', 'markdown']).default('text'))
    .option('--max-rise <share>', 'fail where a call or an entry point costs more than this above the base: 10%', readShare)
    .option('--block-unknown-model', 'fail where a new or changed call has no known price')
    .addOption(asOfOption())
    .action(async (named: string[], options) => finish(await (await import('./diff.ts')).diff(named, options, environment)));

  addUsageCommands(program, environment, finish);

  program
    .command('rules')
    .description('list the rules, or print the page of one')
    .argument('[code]', 'LI301 or unbounded-tool-loop')
    .action(async (code: string | undefined) => finish(await (await import('./rules.ts')).rules(code, environment)));

  program
    .command('server')
    .description('run the language server')
    .requiredOption('--stdio', 'talk over standard input and output')
    .action(async () => finish(await (await import('./server.ts')).server(environment)));

  return program;
}

const asOfOption = (): Option => new Option('--as-of <date>', 'read prices as of this day').argParser(readDate);
