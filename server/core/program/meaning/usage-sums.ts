import type { Expression } from '../../module/expression.ts';
import type { Module, Place, Unit } from '../../module/module.ts';
import type { Statement } from '../../module/statement.ts';
import { isTestFile } from '../workspace/test-files.ts';
import { childExpressions, childStatements, functionsOf } from '../workspace/walk.ts';
import { wordsOf } from '../workspace/words.ts';

/** A place that adds up what a vendor says it billed. */
export interface UsageSum {
  readonly id: string;
  readonly place: Place;
  readonly inTest: boolean;
  /** `cached-twice`: a total and the part of it that came from the cache. `fresh-only`: fresh input, and nothing of the cache. */
  readonly counts: 'cached-twice' | 'fresh-only';
  /** The fields, as the vendor names them. */
  readonly total: string;
  readonly part: string;
}

/** Read off the syntax alone: the names are the vendors' own, and nobody else has them in these places. */
export function usageSums(module: Module): readonly UsageSum[] {
  const known = byModule.get(module);
  if (known) return known;
  const inTest = isTestFile(module.file);
  const all = module.units.flatMap((unit) =>
    sumsOf(unit).map(({ start, end, ...sum }, at): UsageSum => {
      const place: Place = { file: module.file, unit: unit.id, span: { start, end } };
      return { id: `${module.file}#${unit.id}/usage~${at + 1}`, place, inTest, ...sum };
    }),
  );
  const readsCache = all.length > 0 && module.units.some((unit) => namesOne(wordsOf(unit), CACHE_FIELDS));
  const sums = readsCache ? all.filter(({ counts }) => counts !== 'fresh-only') : all;
  byModule.set(module, sums);
  return sums;
}

interface Found extends Pick<UsageSum, 'counts' | 'total' | 'part'> {
  readonly start: number;
  readonly end: number;
}

/** Totals that hold what was read from the cache, with the names under which that part is told. Sources: the vendors' API references, read 2026-11-23. */
const INCLUSIVE: readonly { readonly total: string; readonly inside: string | null; readonly part: string }[] = [
  { total: 'prompt_tokens', inside: 'prompt_tokens_details', part: 'cached_tokens' },
  { total: 'input_tokens', inside: 'input_tokens_details', part: 'cached_tokens' },
  { total: 'promptTokenCount', inside: null, part: 'cachedContentTokenCount' },
  { total: 'prompt_token_count', inside: null, part: 'cached_content_token_count' },
];

/** What Anthropic tells beside its fresh `input_tokens`. */
const CACHE_FIELDS = ['cache_read_input_tokens', 'cache_creation_input_tokens'] as const;

/** A unit without any of these adds up nothing that we judge. */
const TELLING = ['output_tokens', ...new Set(INCLUSIVE.map(({ part }) => part))];

/** Keyed by what never changes: a pure function's memory, not state. */
const byModule = new WeakMap<Module, readonly UsageSum[]>();
const cache = new WeakMap<Unit, readonly Found[]>();

function sumsOf(unit: Unit): readonly Found[] {
  const known = cache.get(unit);
  if (known) return known;
  const mayHold = namesOne(wordsOf(unit), TELLING);
  const found: Found[] = [];
  if (mayHold && unit.statement) visitStatement(unit.statement, found);
  cache.set(unit, found);
  return found;
}

/** As a member, or as a text that may be the name of one. */
const namesOne = (words: ReadonlySet<string>, members: readonly string[]): boolean => members.some((one) => words.has(`.${one}`));

function visitStatement(statement: Statement, into: Found[]): void {
  for (const expression of childExpressions(statement)) visitExpression(expression, into);
  for (const child of childStatements(statement)) visitStatement(child, into);
  for (const inner of functionsOf(statement)) for (const child of inner.body) visitStatement(child, into);
}

/** The widest sum counts, not the sums inside of it. */
function visitExpression(expression: Expression, into: Found[]): void {
  if (expression.kind === 'operation' && expression.operator === '+') {
    const sum = sumIn(expression);
    if (sum) into.push(sum);
    return;
  }
  for (const child of childExpressions(expression)) visitExpression(child, into);
}

function sumIn(expression: Extract<Expression, { kind: 'operation' }>): Found | null {
  const terms = termsOf(expression).map(namesIn);
  const { start, end } = expression.span;
  for (const { total, inside, part } of INCLUSIVE) {
    const isTotal = (names: ReadonlySet<string>): boolean => names.has(total) && !names.has(part);
    const isPart = (names: ReadonlySet<string>): boolean => names.has(part) && !names.has(total) && (inside === null || names.has(inside));
    if (terms.some(isTotal) && terms.some(isPart)) return { counts: 'cached-twice', total, part, start, end };
  }
  const isFresh = terms.some((names) => names.has('input_tokens')) && terms.some((names) => names.has('output_tokens'));
  return isFresh ? { counts: 'fresh-only', total: 'input_tokens', part: CACHE_FIELDS[0], start, end } : null;
}

const termsOf = (expression: Expression): readonly Expression[] =>
  expression.kind === 'operation' && expression.operator === '+' ? expression.operands.flatMap(termsOf) : [expression];

/** Members and keys, also those given as texts: `getattr(usage, "cached_tokens", 0)`. */
function namesIn(expression: Expression): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (one: Expression): void => {
    if (one.kind === 'member') found.add(one.name);
    if (one.kind === 'text') found.add(one.text);
    for (const child of childExpressions(one)) visit(child);
  };
  visit(expression);
  return found;
}
