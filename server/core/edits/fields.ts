import type { Argument, CallExpression, RecordEntry, RecordExpression } from '../module/expression.ts';
import { type Span, shift } from '../text/span.ts';
import { edit, type FixEdit, type Fragment, fragment, insertion } from './fragment.ts';
import { columnOf, indentationAt, lineEndingOf, sliceOf, startsLine } from './layout.ts';
import { findOutsideComments, skipRestOfLine } from './scan.ts';
import type { EditSyntax } from './syntax.ts';

/** Where a call's arguments or a record's entries stand in the file, opening and closing brackets included. */
export interface FieldList {
  readonly brackets: Span;
  readonly fields: readonly Field[];
  readonly write: (name: string, value: Fragment) => Fragment;
}

export interface Field {
  readonly name: string | null;
  readonly span: Span;
  readonly value: Span;
  /** `{ model }`: name and value in one word. */
  readonly isShorthand: boolean;
}

export function argumentsOf(call: CallExpression, offset: number, argument: NonNullable<EditSyntax['argument']>): FieldList | null {
  // A generator without parentheses of its own may only stand alone.
  const isSoleGenerator = call.arguments.length === 1 && isGenerator(call.arguments[0]);
  if (isSoleGenerator) return null;
  const fields = call.arguments.map((one: Argument) => ({
    name: one.kind === 'named' ? one.name : null,
    span: shift(one.span, offset),
    value: shift(one.value.span, offset),
    isShorthand: false,
  }));
  return { brackets: shift(call.argumentsSpan, offset), fields, write: argument };
}

export function entriesOf(record: RecordExpression, offset: number, key: (name: string) => string): FieldList {
  const fields = record.entries.map((entry: RecordEntry) => ({
    name: entry.kind === 'entry' ? entry.key : null,
    span: shift(entry.span, offset),
    value: shift(entry.value.span, offset),
    isShorthand: entry.kind === 'entry' && entry.value.span.start <= entry.keySpan.start,
  }));
  return { brackets: shift(record.span, offset), fields, write: (name, value) => fragment`${key(name)}: ${value}` };
}

const isGenerator = (argument: Argument | undefined): boolean =>
  argument?.value.kind === 'comprehension' && argument.value.form === 'generator';

export interface FieldChange {
  readonly text: string;
  readonly list: FieldList;
  readonly name: string;
  readonly syntax: EditSyntax;
  /** Writes the value for a line of this indentation that has this many columns left. */
  readonly render: (indentation: string, room: number, current: string | null) => Fragment | null;
}

/** Sets a field: nothing where it has that value already, its value where it stands, else a new last field. */
export function setField(change: FieldChange): readonly FixEdit[] | null {
  const present = change.list.fields.find((field) => field.name === change.name);
  return present === undefined ? addField(change) : replaceField(change, present);
}

function replaceField({ text, list, name, render }: FieldChange, field: Field): readonly FixEdit[] | null {
  const current = sliceOf(text, field.value);
  // In the middle of a line a value is not broken: its layout is the line's.
  const room = startsLine(text, field.span.start) ? lineWidth - columnOf(text, field.value.start) : Number.POSITIVE_INFINITY;
  const value = render(indentationAt(text, field.span.start), room, current);
  if (value === null) return null;
  if (field.isShorthand) return [edit(field.span, list.write(name, value))];
  return value.text === current ? [] : [edit(field.value, value)];
}

function addField(change: FieldChange): readonly FixEdit[] | null {
  const { text, list, name, syntax, render } = change;
  const last = list.fields.at(-1);
  if (last === undefined) return addOnlyField(change);
  const lastEnd = pastParentheses(text, last.span.end, list.brackets.end - 1, syntax);
  const indentation = indentationAt(text, last.span.start);
  const isOwnLine = startsLine(text, last.span.start);
  const room = isOwnLine ? lineWidth - indentation.length - name.length - 3 : Number.POSITIVE_INFINITY;
  const value = render(indentation, room, null);
  if (value === null) return null;
  const written = list.write(name, value);
  const comma = findOutsideComments(text, ',', lastEnd, list.brackets.end - 1, syntax);
  if (!isOwnLine) {
    return [comma === null ? insertion(lastEnd, fragment`, ${written}`) : insertion(comma + 1, fragment` ${written}`)];
  }
  const lineEnding = lineEndingOf(text);
  if (comma !== null) return [insertion(skipRestOfLine(text, comma + 1, syntax), fragment`${lineEnding}${indentation}${written},`)];
  const end = skipRestOfLine(text, lastEnd, syntax);
  const line = fragment`${lineEnding}${indentation}${written}`;
  // The comma belongs before a comment on that line, the new field behind it.
  return end === lastEnd ? [insertion(end, fragment`,${line}`)] : [insertion(lastEnd, ','), insertion(end, line)];
}

/** A value in parentheses has a span that leaves them out. */
function pastParentheses(text: string, from: number, end: number, syntax: EditSyntax): number {
  let past = from;
  for (let at = findOutsideComments(text, ')', past, end, syntax); at !== null; at = findOutsideComments(text, ')', past, end, syntax))
    past = at + 1;
  return past;
}

function addOnlyField({ text, list, name, syntax, render }: FieldChange): readonly FixEdit[] | null {
  const inside = { start: list.brackets.start + 1, end: list.brackets.end - 1 };
  const value = render(indentationAt(text, inside.start), lineWidth - columnOf(text, inside.start) - name.length - 3, null);
  if (value === null) return null;
  const written = list.write(name, value);
  const isRecord = text[list.brackets.start] === '{';
  const spaced = isRecord && syntax.isRecordSpaced ? fragment` ${written} ` : written;
  const isEmpty = sliceOf(text, inside).trim() === '';
  return [isEmpty ? edit(inside, spaced) : insertion(inside.end, written)];
}

const lineWidth = 100;
