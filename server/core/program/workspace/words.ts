import type { Unit } from '../../module/module.ts';
import type { Statement } from '../../module/statement.ts';
import { isAbstract } from './abstract-methods.ts';

/**
 * Every name that a unit could mean something by: what it names; behind a dot, members, and texts that may be a member's name;
 * behind `=` its parameters, behind `!` what it calls by a bare name. A unit of which none leads to a model need not be read.
 */
export function wordsOf(unit: Unit): ReadonlySet<string> {
  const before = told.get(unit);
  if (before !== undefined) return new Set(before.split(' '));
  const known = cache.get(unit);
  if (known) return known;
  const words = startWords(unit.statement);
  collect(unit.statement, words, 0);
  cache.set(unit, words);
  return words;
}

/** For a unit whose words were read elsewhere; they stand in one text, because most are looked at once and a set weighs much. */
export function rememberWords(unit: Unit, words: string): void {
  told.set(unit, words);
}

/** Keyed by the immutable unit itself: a pure function's memory, not state. */
const cache = new WeakMap<Unit, ReadonlySet<string>>();
const told = new WeakMap<Unit, string>();

/** Stands among the words of a unit that imports inside, or that leaves itself to subclasses: what it means, only reading it can tell. */
export const unseen = '(unseen)';

/** What a statement says as a whole. */
export const startWords = (statement: Statement | null): Set<string> => new Set(isLeftOpen(statement) ? [unseen] : []);

const isLeftOpen = (statement: Statement | null): boolean =>
  isAbstract(statement) || (statement?.kind === 'class' && statement.isType === true && statement.members.some(isAbstract));

/** Through every field, whatever it is called, so that no kind of syntax can be forgotten. */
function collect(value: unknown, into: Set<string>, depth: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, into, depth + 1);
    return;
  }
  noteWords(value, into, depth);
  for (const field of Object.values(value)) if (typeof field === 'object') collect(field, into, depth + 1);
}

/** The words of one object, without those of what it holds. */
export function noteWords(node: object, into: Set<string>, depth: number): void {
  if (!('kind' in node)) return;
  switch (node.kind) {
    case 'name':
      if ('name' in node) noteName(node.name, into);
      return;
    case 'member':
      if ('name' in node && typeof node.name === 'string') into.add(`.${node.name}`);
      return;
    case 'call':
      if ('callee' in node && isName(node.callee)) into.add(`!${node.callee.name}`);
      return;
    case 'positional':
    case 'named-only':
    case 'rest':
    case 'named-rest':
      if ('target' in node) noteParameter(node.target, into);
      return;
    case 'entry':
      // What is taken apart is named by its keys.
      if ('key' in node && typeof node.key === 'string' && NAME.test(node.key)) into.add(`.${node.key}`);
      return;
    case 'text':
      // `getattr(self, "ask")`, `tools["ask"]`
      if ('text' in node && typeof node.text === 'string' && NAME.test(node.text)) into.add(`.${node.text}`);
      return;
    case 'export':
      if ('names' in node && Array.isArray(node.names)) for (const { local } of node.names) noteName(local, into);
      return;
    case 'import':
      // The import that is a unit by itself binds names and uses none.
      if (depth > 0) into.add(unseen);
      return;
    default:
  }
}

function noteParameter(target: unknown, into: Set<string>): void {
  if (isName(target)) into.add(`=${target.name}`);
  if (typeof target !== 'object' || target === null || !('entries' in target) || !Array.isArray(target.entries)) return;
  for (const { value } of target.entries) noteParameter(value, into);
}

const isName = (node: unknown): node is { readonly name: string } =>
  typeof node === 'object' && node !== null && 'kind' in node && node.kind === 'name' && 'name' in node && typeof node.name === 'string';

/** Whether it calls what it is given: where that leads, only its callers know. */
export function callsGiven(words: ReadonlySet<string>): boolean {
  for (const word of words) if (word.startsWith('!') && words.has(`=${word.slice(1)}`)) return true;
  return false;
}

function noteName(name: unknown, into: Set<string>): void {
  if (typeof name !== 'string') return;
  into.add(name);
  if (IMPORTERS.has(name)) into.add(unseen);
}

const IMPORTERS: ReadonlySet<string> = new Set(['import', 'require', '__import__', 'importlib', 'import_module', 'eval', 'exec']);

const NAME = /^[\w$]{1,60}$/;
