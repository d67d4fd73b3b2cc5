import type { Location, Position, Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextChange } from '../core/api.ts';
import { readNotebook } from '../core/languages/notebook.ts';
import type { Span } from '../core/text/span.ts';

/** Where the offsets of one analysed text lie in documents. Nothing else in the server knows both offsets and positions. */
export interface Layout {
  /** Null where the span lies in no document: between the cells of a notebook, or behind the end. */
  location(span: Span): Location | null;
  offset(uri: string, position: Position): number | null;
  /** The end of the line that an offset stands on, before its break. */
  lineEnd(offset: number): Location | null;
  /** The start of that line, and the white space that it begins with. */
  lineStart(offset: number): { readonly at: Location; readonly indentation: string } | null;
  /** Of a notebook, from 0; null elsewhere. */
  cell(offset: number): number | null;
}

/** A document that an editor holds. A byte-order mark, which some editors leave in the text, is no part of what is analysed. */
export function documentLayout(document: TextDocument, start = 0): Layout {
  const shift = markLength(document.getText()) - start;
  const position = (offset: number): Position => document.positionAt(offset + shift);
  const at = (range: Range): Location => ({ uri: document.uri, range });
  const line = (offset: number): { readonly line: number; readonly text: string } => {
    const { line: number } = position(offset);
    const text = document.getText({ start: { line: number, character: 0 }, end: { line: number + 1, character: 0 } });
    return { line: number, text: text.replace(/[\r\n]+$/, '') };
  };
  return {
    cell: () => null,
    location: (span) => at({ start: position(span.start), end: position(span.end) }),
    offset: (uri, wanted) => (uri === document.uri ? Math.max(start, document.offsetAt(wanted) - shift) : null),
    lineEnd(offset) {
      const { line: number, text } = line(offset);
      return at(pointRange({ line: number, character: text.length }));
    },
    lineStart(offset) {
      const { line: number, text } = line(offset);
      return { at: at(pointRange({ line: number, character: 0 })), indentation: /^[ \t]*/.exec(text)?.[0] ?? '' };
    },
  };
}

/** A file that no editor holds, as the disk has it, without its mark. It is only pointed into, never edited by position. */
export function textLayout(uri: string, text: string): Layout {
  return documentLayout(TextDocument.create(uri, '', 0, text));
}

/** A notebook that no editor holds. Its cells have no address, so that places are told as lines of the cell; null where it holds no code. */
export function notebookLayout(uri: string, json: string): Layout | null {
  const reading = readNotebook(json);
  if (reading.kind !== 'notebook') return null;
  const { notebook } = reading;
  const position = (offset: number): Position => {
    const { line, column } = notebook.position(offset);
    return { line, character: column };
  };
  return {
    cell: (offset) => notebook.position(offset).cell,
    location: (span) => ({ uri, range: { start: position(span.start), end: position(span.end) } }),
    offset: () => null,
    lineEnd: () => null,
    lineStart: () => null,
  };
}

export interface PlacedLayout {
  readonly layout: Layout;
  readonly start: number;
  readonly end: number;
}

/** Several documents analysed as one text, in order: the cells of a notebook. */
export function joinedLayout(parts: readonly PlacedLayout[]): Layout {
  const partAt = (offset: number): PlacedLayout | undefined => parts.find((part) => part.start <= offset && offset <= part.end);
  return {
    cell: (offset) => parts.findIndex((part) => part.start <= offset && offset <= part.end),
    location(span) {
      const part = partAt(span.start);
      if (part === undefined) return null;
      return part.layout.location({ start: span.start, end: Math.min(span.end, part.end) });
    },
    offset(uri, position) {
      for (const { layout } of parts) {
        const offset = layout.offset(uri, position);
        if (offset !== null) return offset;
      }
      return null;
    },
    lineEnd: (offset) => partAt(offset)?.layout.lineEnd(offset) ?? null,
    lineStart: (offset) => partAt(offset)?.layout.lineStart(offset) ?? null,
  };
}

/** A change of a document as the analyzer takes it; null where it touches the byte-order mark, or replaces everything. */
export function changeAt(document: TextDocument, change: { readonly range?: Range; readonly text: string }): TextChange | null {
  if (change.range === undefined) return null;
  const mark = markLength(document.getText());
  const start = document.offsetAt(change.range.start) - mark;
  const end = document.offsetAt(change.range.end) - mark;
  return start < 0 || (start === 0 && change.text.startsWith(byteOrderMark)) ? null : { start, end, text: change.text };
}

export const withoutMark = (text: string): string => text.slice(markLength(text));

export function isInRange({ line, character }: Position, { start, end }: Range): boolean {
  const isBefore = line < start.line || (line === start.line && character < start.character);
  const isBehind = line > end.line || (line === end.line && character > end.character);
  return !isBefore && !isBehind;
}

export const touches = (a: Range, b: Range): boolean => isInRange(a.start, b) || isInRange(b.start, a);

const byteOrderMark = '\uFEFF';
const markLength = (text: string): number => (text.startsWith(byteOrderMark) ? 1 : 0);
const pointRange = (position: Position): Range => ({ start: position, end: position });
