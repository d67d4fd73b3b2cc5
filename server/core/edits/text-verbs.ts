import type { Unit } from '../module/module.ts';
import { type Span, shift } from '../text/span.ts';
import { nodesAround } from './find-node.ts';
import { edit, type FixEdit } from './fragment.ts';
import { sliceOf } from './layout.ts';
import type { EditSyntax } from './syntax.ts';

/** A text as the source spells it, put in another's place. Null where it does not stand there in these characters: escapes, other line ends. */
export function replaceText(text: string, within: Span, find: string, replacement: string): FixEdit | null {
  const at = find === '' ? -1 : sliceOf(text, within).lastIndexOf(find);
  const start = within.start + at;
  return at < 0 ? null : edit({ start, end: start + find.length }, replacement);
}

/** Null where the span is no single literal, or its lines share no indentation. */
export function dedentText(text: string, span: Span, syntax: EditSyntax): readonly FixEdit[] | null {
  const inside = syntax.literalInside(text, span);
  if (inside === null) return null;
  const lines = linesBehindFirst(text, inside);
  const shared = Math.min(...lines.filter((line) => line.hasText).map((line) => line.indentation));
  if (lines.length === 0 || !Number.isFinite(shared) || shared === 0) return null;
  return lines.flatMap(({ start, indentation }) => {
    const cut = Math.min(shared, indentation);
    return cut === 0 ? [] : [edit({ start, end: start + cut }, '')];
  });
}

interface Line {
  readonly start: number;
  readonly indentation: number;
  readonly hasText: boolean;
}

function linesBehindFirst(text: string, { start, end }: Span): readonly Line[] {
  return [...text.slice(start, end).matchAll(/(?<=\n|\r(?!\n))([ \t]*)([^\r\n]*)/g)].map((match) => ({
    start: start + match.index,
    indentation: match[1]?.length ?? 0,
    hasText: match[2] !== '',
  }));
}

/** From behind the last argument that stays to the end of the last one. */
export function cutArguments(unit: Unit, offset: number, span: Span, keep: number): readonly FixEdit[] | null {
  for (const node of nodesAround(unit, span)) {
    if (node.kind !== 'call' || node.span.start !== span.start || node.span.end !== span.end) continue;
    const [last, end] = [node.arguments[keep - 1], node.arguments.at(-1)];
    if (last === undefined || end === undefined || node.arguments.length <= keep) return null;
    return [edit(shift({ start: last.span.end, end: end.span.end }, offset), '')];
  }
  return null;
}
