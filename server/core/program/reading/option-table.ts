import type { CallExpression, Expression } from '../../module/expression.ts';
import type { Unit } from '../../module/module.ts';
import type { Statement } from '../../module/statement.ts';
import { choiceOf, type Value } from '../value.ts';
import { optionName } from '../values/command-line.ts';
import { commandLine } from '../values/settings.ts';
import type { FileIndex } from '../workspace/file-index.ts';
import { childExpressions, childStatements, functionsOf } from '../workspace/walk.ts';
import type { World } from '../world.ts';
import { readExpression } from './read-function.ts';

/** What the options that a file declares fall back to, by the name that code reads them under. */
export function optionsOf(
  world: World,
  index: FileIndex | null,
  unit: (file: string, id: string) => Unit | null,
  file: string,
): ReadonlyMap<string, Value> {
  const found = new Map<string, Value>();
  for (const entry of index?.entries ?? []) {
    const statement = unit(file, entry.id)?.statement;
    if (!statement) continue;
    for (const call of declarations(statement)) {
      const option = optionIn(call);
      if (!option) continue;
      const fallback = option.fallback ? readExpression(world, file, entry.id, option.fallback) : null;
      const place = { file, unit: entry.id, span: call.span };
      const before = found.get(option.name);
      const value = commandLine(option.flag, fallback, place);
      found.set(option.name, before ? choiceOf([before, value], place) : value);
    }
  }
  return found;
}

interface Option {
  readonly name: string;
  readonly flag: string;
  readonly fallback: Expression | null;
}

function optionIn(call: CallExpression): Option | null {
  const method = call.callee.kind === 'member' ? call.callee.name : null;
  if (method === 'add_argument') return ofArgparse(call);
  return method === 'option' || method === 'requiredOption' || method === 'positional' ? ofScript(call) : null;
}

function ofArgparse(call: CallExpression): Option | null {
  const texts = call.arguments.flatMap((one) => (one.kind === 'positional' && one.value.kind === 'text' ? [one.value.text] : []));
  const given = (name: string): Expression | null => call.arguments.find((one) => one.kind === 'named' && one.name === name)?.value ?? null;
  const dest = given('dest');
  const name = dest?.kind === 'text' ? dest.text : optionName(texts);
  return name === null ? null : { name, flag: texts.find((one) => one.startsWith('--')) ?? texts[0] ?? name, fallback: given('default') };
}

/** Commander's `option('-m, --model <name>', 'the model', 'gpt-5')`, yargs' `option('model', { default: 'gpt-5' })`. */
function ofScript(call: CallExpression): Option | null {
  const given = call.arguments.flatMap((one) => (one.kind === 'positional' ? [one.value] : []));
  const [first, second, third] = given;
  if (first?.kind !== 'text') return null;
  const flag = /--([\w-]+)/.exec(first.text)?.[1] ?? (/^[\w-]+$/.test(first.text) ? first.text : null);
  if (flag === null) return null;
  const options = [second, third].find((one) => one?.kind === 'record');
  const entry = options?.kind === 'record' ? options.entries.find((one) => one.kind === 'entry' && one.key === 'default') : null;
  const fallback = entry?.kind === 'entry' ? entry.value : options ? null : (given.at(-1) ?? null);
  const isDescription = given.length < 3 && !entry;
  return {
    name: flag.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
    flag: `--${flag}`,
    fallback: isDescription ? null : fallback,
  };
}

function* declarations(statement: Statement): Generator<CallExpression> {
  for (const expression of childExpressions(statement)) yield* callsIn(expression);
  for (const child of childStatements(statement)) yield* declarations(child);
  for (const node of functionsOf(statement)) for (const inner of node.body) yield* declarations(inner);
}

function* callsIn(expression: Expression): Generator<CallExpression> {
  if (expression.kind === 'call') yield expression;
  for (const child of childExpressions(expression)) yield* callsIn(child);
}
