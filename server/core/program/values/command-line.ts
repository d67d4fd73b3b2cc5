import type { Expression } from '../../module/expression.ts';
import type { Frame } from '../frame.ts';
import type { Value } from '../value.ts';
import { nameOfExternal } from '../workspace/file-paths.ts';
import type { World } from '../world.ts';

/** An option of the command line that the program reads: `args.model` of `parser.parse_args()`, `program.opts().model`. */
export function optionOf(world: World, object: Value, name: string): Value | null {
  // `args, rest = parser.parse_known_args()`
  if (object.kind === 'member' && object.name === '[0]') return optionOf(world, object.object, name);
  if (object.kind === 'called' && object.callee.kind === 'external') {
    const path = object.callee.path;
    const parser: Value = { ...object.callee, path: path.slice(0, -1) };
    return path.length > 1 && READERS.has(path.at(-1) ?? '') && isParser(parser, 0)
      ? (world.options(object.place.file).get(name) ?? null)
      : null;
  }
  const callee = object.kind === 'called' ? object.callee : object.kind === 'member' && object.name === 'argv' ? object : null;
  if (callee?.kind !== 'member' || !READERS.has(callee.name) || !isParser(callee.object, 0)) return null;
  return world.options(object.place.file).get(name) ?? null;
}

/** The object that options were declared on, also behind further methods of it. */
function isParser(value: Value, depth: number): boolean {
  if (depth > LONGEST_CHAIN) return false;
  if (value.kind === 'external') return PARSERS.test(nameOfExternal(value));
  if (value.kind === 'called') return isParser(value.callee, depth + 1);
  if (value.kind === 'choice') return value.options.some((option) => isParser(option, depth + 1));
  return value.kind === 'member' && isParser(value.object, depth + 1);
}

/** `@click.option("--model", default="gpt-5")`: what a parameter is given where the command line does not. */
export function decoratedDefault(frame: Frame, decorators: readonly Expression[], parameter: string): Value | null {
  for (const decorator of decorators) {
    if (decorator.kind !== 'call') continue;
    const texts = decorator.arguments.flatMap((one) => (one.kind === 'positional' && one.value.kind === 'text' ? [one.value.text] : []));
    const fallback = decorator.arguments.find((one) => one.kind === 'named' && one.name === 'default');
    if (!fallback || optionName(texts) !== parameter) continue;
    const callee = frame.evaluate(decorator.callee);
    if (callee.kind === 'external' && DECORATORS.test(nameOfExternal(callee))) return frame.evaluate(fallback.value);
  }
  return null;
}

/** How Python's libraries call an option: a plain word wins, else the longest flag without its dashes. */
export function optionName(declared: readonly string[]): string | null {
  const plain = declared.find((one) => /^[A-Za-z_]\w*$/.test(one));
  const [flag] = declared
    .flatMap((one) => one.split('/'))
    .filter((one) => one.startsWith('--'))
    .concat(declared.filter((one) => /^-[^-]/.test(one)));
  return plain ?? flag?.replace(/^-+/, '').replaceAll('-', '_') ?? null;
}

const LONGEST_CHAIN = 24;

/** Sources: the documentation of argparse, click, Commander, yargs, cac and configargparse. */
const READERS = new Set(['parse_args', 'parse_known_args', 'opts', 'optsWithGlobals', 'parseSync', 'parseAsync', 'parse', 'argv']);
const PARSERS =
  /^(?:argparse\.ArgumentParser|configargparse\.\w+|jsonargparse\.ArgumentParser|commander(?:\.default)?(?:\.(?:program|Command|createCommand))?|yargs(?:\/yargs)?(?:\.default)?|cac(?:\.default|\.cac)?)$/;
const DECORATORS = /^(?:click|rich_click|asyncclick|typer|quart)\.(?:option|argument)$|^click\.\w+\.option$/;
