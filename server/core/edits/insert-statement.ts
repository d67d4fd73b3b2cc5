import type { Unit } from '../module/module.ts';
import type { Span } from '../text/span.ts';
import { findStatementAround } from './find-node.ts';
import { type FixEdit, insertion } from './fragment.ts';
import { indentationAt, lineEndingOf, lineStart, startsLine } from './layout.ts';

/** A statement on the line before the one that holds a place; null where it would not run each time before it. */
export function insertStatement(text: string, unit: Unit, offset: number, at: Span, statement: string): readonly FixEdit[] | null {
  const found = findStatementAround(unit, at);
  if (found === null) return null;
  const start = found.start + offset;
  if (!startsLine(text, start)) return null;
  // Behind `if (x)` without braces it would take the place of the statement.
  const before = text.slice(0, start).trimEnd().at(-1);
  if (before !== undefined && before === ')') return null;
  return [insertion(lineStart(text, start), indentationAt(text, start) + statement + lineEndingOf(text))];
}
