import type { Unit } from '../module/module.ts';
import { covers, type Span, shift } from '../text/span.ts';
import { findRecord } from './find-node.ts';
import { edit, type FixEdit, insertion } from './fragment.ts';
import { indentationAt, lineEndingOf, sliceOf, startsLine } from './layout.ts';
import { cutAround, trimEscaped } from './move-to-end.ts';
import { quoteOf } from './quotes.ts';
import { findOutsideComments, skipRestOfLine } from './scan.ts';
import type { EditSyntax } from './syntax.ts';

export interface BlockMove {
  readonly text: string;
  readonly unit: Unit;
  readonly offset: number;
  /** Relative to the unit. */
  readonly at: Span;
  readonly block: Span;
  readonly syntax: EditSyntax;
}

/** Moves the line or sentence that holds a place out of a block of text, into a block of its own behind it in the same list. */
export function moveToBlock({ text, unit, offset, at, block, syntax }: BlockMove): readonly FixEdit[] | null {
  const record = findRecord(unit, block);
  const found = cutAround(text, unit, offset, at, syntax);
  if (record === null || found === null || !covers(shift(record.span, offset), found.literal)) return null;
  const { literal, inside, cut } = found;
  const stays = text.slice(inside.start, cut.start) + text.slice(cut.end, inside.end);
  const moved = trimEscaped(sliceOf(text, cut).trim());
  if (stays.trim() === '' || moved === '') return null;
  const written = blockOf(
    `${shortened(text.slice(literal.start, inside.start), moved)}${moved}${shortened(text.slice(inside.end, literal.end), moved)}`,
    text,
    syntax,
  );
  return [edit(cut, ''), behind(text, shift(record.span, offset), written, syntax)];
}

/** Three quotes in a row are not needed for one line without quotes. */
const shortened = (quotes: string, moved: string): string => (/["'\r\n]/.test(moved) ? quotes : quotes.replace(/(["'])\1\1/, '$1'));

function blockOf(literal: string, text: string, syntax: EditSyntax): string {
  const quote = quoteOf(text, syntax);
  const fields = `${syntax.key('type', quote)}: ${quote}text${quote}, ${syntax.key('text', quote)}: ${literal}`;
  return syntax.isRecordSpaced ? `{ ${fields} }` : `{${fields}}`;
}

function behind(text: string, record: Span, written: string, syntax: EditSyntax): FixEdit {
  if (!startsLine(text, record.start)) return insertion(record.end, `, ${written}`);
  const comma = findOutsideComments(text, ',', record.end, closing(text, record.end), syntax);
  const line = `${lineEndingOf(text)}${indentationAt(text, record.start)}${written}`;
  return comma === null ? insertion(record.end, `,${line}`) : insertion(skipRestOfLine(text, comma + 1, syntax), `${line},`);
}

/** Up to where the list may close: a comma behind that is another's. */
function closing(text: string, from: number): number {
  const at = text.slice(from).search(/[\])}]/);
  return at < 0 ? text.length : from + at;
}
