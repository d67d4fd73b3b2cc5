import type { CallExpression, Expression } from '../../module/expression.ts';
import type { Unit } from '../../module/module.ts';
import type { Statement } from '../../module/statement.ts';
import { dottedName, firstText } from '../meaning/registrations.ts';
import type { Value } from '../value.ts';
import { childExpressions, childStatements, eachExpression, functionsOf } from '../workspace/walk.ts';
import { wordsOf } from '../workspace/words.ts';
import { lastOf, type Mock, sdksOf, unitOf } from './mocks.ts';

interface PatchQuestions {
  readonly resolve: (source: string) => string | null;
  /** A name at the top level of a file. */
  readonly binding: (file: string, name: string) => Value | null;
}

/**
 * Names that a Python test puts something else in the place of, wherever in its file. Sources: the documentation of
 * `unittest.mock`, pytest's `monkeypatch` and pytest-mock.
 */
export function patchedNames(units: readonly (Unit | null)[], questions: PatchQuestions): readonly Mock[] {
  const targets = new Set(units.flatMap((unit) => (unit?.statement && mayPatch(unit) ? patchesOf(unit.statement) : [])));
  return [...targets].flatMap((target) => mockOf(target.split('.'), questions));
}

const mayPatch = (unit: Unit): boolean => WORDS.some((word) => wordsOf(unit).has(word));
const WORDS: readonly string[] = ['patch', '.patch', '.setattr'];
const PATCHERS = /(^|\.)patch$|^monkeypatch\.setattr$/;

function patchesOf(statement: Statement): readonly string[] {
  const found: string[] = [];
  const note = (call: CallExpression): void => {
    const target = PATCHERS.test(dottedName(call.callee)) ? firstText(call) : null;
    if (target?.includes('.')) found.push(target);
  };
  const look = (expression: Expression): void => eachExpression(expression, (part) => part.kind === 'call' && note(part));
  const visit = (one: Statement): void => {
    if (one.kind === 'function') one.function.decorators.forEach(look);
    if (one.kind === 'class') one.decorators.forEach(look);
    childExpressions(one).forEach(look);
    for (const { body } of functionsOf(one)) body.forEach(visit);
    childStatements(one).forEach(visit);
  };
  visit(statement);
  return found;
}

/** `app.llm.OpenAI` is what `app/llm.py` knows under this name; `openai.OpenAI` a package's own. */
function mockOf(steps: readonly string[], { resolve, binding }: PatchQuestions): readonly Mock[] {
  for (let at = steps.length - 1; at > 0; at--) {
    const file = resolve(steps.slice(0, at).join('.'));
    const [name = '', ...inner] = steps.slice(at);
    const value = file === null ? null : binding(file, name);
    if (file !== null) return value === null ? [] : mockOfValue(value, inner, file);
  }
  const [source = '', ...path] = steps;
  return [ofPackage(sdksOf(source, 'python', path), lastOf(path.join('.')))];
}

function mockOfValue(value: Value, inner: readonly string[], file: string): readonly Mock[] {
  if (value.kind === 'external') {
    const isHere = ofPackage(sdksOf(value.package, 'python', value.path), lastOf([...value.path, ...inner].join('.')));
    return [(call) => (call.via[0] ?? call.key).startsWith(`${file}#`) && isHere(call)];
  }
  if (value.kind === 'object') return [({ key, sdk, via }) => sdk === value.sdk && (via[0] ?? key).startsWith(`${file}#`)];
  if (value.kind !== 'function' && value.kind !== 'class') return [];
  const unit = [value.unit, ...inner].join('.');
  return [({ via }) => via.some((key) => key.startsWith(`${value.file}#`) && `${unitOf(key)}.`.startsWith(`${unit}.`))];
}

/** A client's class, or the function itself; a setting of the package is no answer. */
const ofPackage =
  (sdks: ReadonlySet<string>, name: string): Mock =>
  ({ sdk, api }) =>
    sdks.has(sdk) && (/^[A-Z]/.test(name) || name === lastOf(api) || name === '');
