import { DECLARED_MODEL, declaredSpending } from '../../sdks/declared.ts';
import type { CallArguments, FunctionValue, Value } from '../value.ts';
import type { World } from '../world.ts';
import type { Meaning } from './sdk-meaning.ts';

/** What a call means by the user's own word; null where none was declared for it. */
export function declaredMeaning(world: World, head: Value, callee: Value, given: CallArguments): Meaning | null {
  const declared = world.declared();
  if (declared.length === 0) return null;
  const names = [...namesOf(head), ...(callee === head ? [] : namesOf(callee))];
  const found = names.length > 0 ? declared.find((one) => names.includes(spelled(one.import))) : undefined;
  if (!found) return null;
  const spending = declaredSpending(found, head.kind === 'function' ? parametersOf(head) : []);
  const meaning = { kind: 'spends' as const, sdk: 'declared', api: apiOf(found.import), spending, isEvident: false };
  return found.model === undefined ? meaning : { ...meaning, sent: withModel(found.model, given) };
}

/** `./lib/llm.ts#ask` is `./lib/llm#ask`, and a file's index is its folder. */
const spelled = (name: string): string => name.replace(/(?:\/index)?(?:\.[cm]?[jt]sx?)?#/, '#').replace(/#default\./, '#');

/** `ask` of `myco.llm.ask`, `Client.ask` of `@myco/llm#Client.ask`. */
const apiOf = (name: string): string => (name.includes('#') ? name.slice(name.indexOf('#') + 1) : (name.split('.').at(-1) ?? name));

function withModel(model: string, given: CallArguments): CallArguments {
  const place = { file: 'lineitem.json', unit: '', span: { start: 0, end: 0 } };
  return { ...given, named: [...given.named, { name: DECLARED_MODEL, value: { kind: 'text', text: model, place }, place }] };
}

/** How imports would spell what is called. */
function namesOf(value: Value): readonly string[] {
  switch (value.kind) {
    case 'external':
      return [
        [value.package, ...value.path].join('.'),
        `${value.package}#${value.path.filter((one) => one !== 'default').join('.') || 'default'}`,
      ];
    case 'member':
      return namesOf(value.object).map((name) => `${name}.${value.name}`);
    case 'called':
      return namesOf(value.callee);
    case 'function':
      return functionNames(value);
    default:
      return [];
  }
}

/** A function of the workspace by its file from the root; in Python also from any folder that may be on the path. */
function functionNames({ file, unit }: FunctionValue): readonly string[] {
  const symbol = unit.replace(/~\d+$/, '');
  const steps = file.replace(/\.\w+$/, '').split('/');
  if (/\.(?:pyw?|ipynb)$/.test(file)) {
    const module = steps.at(-1) === '__init__' ? steps.slice(0, -1) : steps;
    return module.map((_, at) => [...module.slice(at), symbol].join('.'));
  }
  const path = steps.at(-1) === 'index' ? steps.slice(0, -1) : steps;
  return [`./${path.join('/')}#${symbol}`, `./${path.join('/')}#default`].slice(0, symbol === 'default' ? 2 : 1);
}

/** Names of what it is given by position; the receiver is none of them. */
function parametersOf({ node, receiver }: FunctionValue): readonly string[] {
  const names = node.parameters.map((one) => (one.target.kind === 'name' ? one.target.name : ''));
  return receiver && (names[0] === 'self' || names[0] === 'cls') ? names.slice(1) : names;
}
