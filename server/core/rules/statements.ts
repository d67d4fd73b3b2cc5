import type { Statement } from '../module/statement.ts';
import { covers, type Span } from '../text/span.ts';

/** Every statement in a statement, itself included, also those of functions inside expressions. */
function statementsIn(root: Statement): readonly Statement[] {
  const found: Statement[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const one of value) visit(one);
    } else if (typeof value === 'object' && value !== null) {
      if (isStatement(value)) found.push(value);
      for (const one of Object.values(value)) visit(one);
    }
  };
  visit(root);
  return found;
}

/**
 * The statement that a comment behind code belongs to: the one that ends on its line (the widest that also starts there,
 * else the innermost), or the innermost that it stands in the middle of.
 */
export function statementBehind(root: Statement, comment: Span, text: string): Statement | null {
  const all = statementsIn(root);
  const ending = all.filter((one) => one.span.end <= comment.start && !/[\r\n]/.test(text.slice(one.span.end, comment.start)));
  const onLine = ending.filter((one) => !/[\r\n]/.test(text.slice(one.span.start, comment.start)));
  return widest(onLine) ?? narrowest(ending) ?? narrowest(all.filter((one) => covers(one.span, comment)));
}

/** The statement after a comment that stands alone, or the one in whose middle it stands. */
export function nextStatement(root: Statement, comment: Span): Statement | null {
  const all = statementsIn(root);
  const around = narrowest(all.filter((one) => covers(one.span, comment)));
  if (around !== null && !all.some((one) => one !== around && covers(around.span, one.span))) return around;
  const after = all.filter((one) => one.span.start >= comment.end);
  const first = Math.min(...after.map((one) => one.span.start));
  return widest(after.filter((one) => one.span.start === first));
}

const lengthOf = (one: Statement): number => one.span.end - one.span.start;

function widest(statements: readonly Statement[]): Statement | null {
  return statements.reduce<Statement | null>((best, one) => (best === null || lengthOf(one) > lengthOf(best) ? one : best), null);
}

function narrowest(statements: readonly Statement[]): Statement | null {
  return statements.reduce<Statement | null>((best, one) => (best === null || lengthOf(one) < lengthOf(best) ? one : best), null);
}

const statementKinds: Readonly<Record<Statement['kind'], true>> = {
  expression: true,
  assign: true,
  augment: true,
  return: true,
  throw: true,
  break: true,
  continue: true,
  if: true,
  switch: true,
  loop: true,
  try: true,
  with: true,
  function: true,
  class: true,
  import: true,
  export: true,
  block: true,
};

/** Functions and classes are expressions too, but only as statements do they say their role or their members. */
function isStatement(value: object): value is Statement {
  if (!('kind' in value && 'span' in value && typeof value.kind === 'string' && value.kind in statementKinds)) return false;
  if (value.kind === 'function') return 'role' in value;
  if (value.kind === 'class') return 'members' in value;
  return true;
}
