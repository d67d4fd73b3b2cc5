import type { CallExpression, Expression, RecordExpression } from '../module/expression.ts';
import type { Module, Place, Unit } from '../module/module.ts';
import type { LoopStatement, Statement } from '../module/statement.ts';
import { covers, type Span } from '../text/span.ts';

export type Node = Expression | Statement;

export function findUnit(module: Module, place: Place): { readonly unit: Unit; readonly start: number } | null {
  const index = module.units.findIndex((unit) => unit.id === place.unit);
  const unit = module.units[index];
  const start = module.starts[index];
  return unit === undefined || start === undefined ? null : { unit, start };
}

/** A call by its parentheses or by its whole expression. */
export function findCall(unit: Unit, span: Span): CallExpression | null {
  for (const node of nodesAround(unit, span)) {
    if (node.kind === 'call' && (isSame(node.argumentsSpan, span) || isSame(node.span, span))) return node;
  }
  return null;
}

export function findRecord(unit: Unit, span: Span): RecordExpression | null {
  for (const node of nodesAround(unit, span)) if (node.kind === 'record' && isSame(node.span, span)) return node;
  return null;
}

/** A loop by its keyword or by its whole statement. */
export function findLoop(unit: Unit, span: Span): LoopStatement | null {
  for (const node of nodesAround(unit, span)) {
    if (node.kind === 'loop' && (isSame(node.keyword, span) || isSame(node.span, span))) return node;
  }
  return null;
}

const simpleStatements: ReadonlySet<string> = new Set(['expression', 'assign', 'augment', 'return', 'throw']);

/** The statement that a place is evaluated in; null inside of a function without a body of statements. */
export function findStatementAround(unit: Unit, span: Span): Span | null {
  const around = nodesAround(unit, span);
  const at = around.findLastIndex(({ kind }) => simpleStatements.has(kind));
  const found = around[at];
  const isDeferred = around.slice(at + 1).some(({ kind }) => kind === 'function' || kind === 'comprehension' || kind === 'class');
  return found === undefined || isDeferred ? null : found.span;
}

/** The nodes that cover a span, the outermost first. */
export const nodesAround = (unit: Unit, span: Span): readonly Node[] => collect(unit, (node) => covers(node.span, span));

export const nodesIn = (unit: Unit): readonly Node[] => collect(unit, () => true);

function collect(unit: Unit, wanted: (node: Node) => boolean): readonly Node[] {
  const found: Node[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const one of value) visit(one);
    } else if (isObject(value)) {
      // Parts without a kind of their own (parameters, cases) may stand anywhere, so only nodes are pruned.
      if (isNode(value)) {
        if (!wanted(value)) return;
        found.push(value);
      }
      for (const one of Object.values(value)) visit(one);
    }
  };
  visit(unit.statement);
  return found;
}

const isSame = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

const partKinds: ReadonlySet<string> = new Set([
  'positional',
  'named',
  'named-spread',
  'entry',
  'computed',
  'named-only',
  'rest',
  'named-rest',
  'module',
  'everything',
]);

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isNode(value: object): value is Node {
  return 'kind' in value && 'span' in value && typeof value.kind === 'string' && !partKinds.has(value.kind);
}
