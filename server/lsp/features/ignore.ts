import type { Place } from '../../core/module/module.ts';
import type { Finding } from '../../core/rules/rule.ts';
import type { HeldFile } from '../held-file.ts';
import type { FileEdits } from './workspace-edit.ts';

const reason = 'reason';

/** A comment above what a finding is about, with room for the reason. */
export function ignoreEdits(held: HeldFile, finding: Finding): FileEdits | null {
  const { project, file, layout, reading } = held;
  const span = project.analyzer.locate(commentedPlace(held, finding));
  const line = span === null ? null : layout.lineStart(span.start);
  if (line === null) return null;
  const start = layout.offset(line.at.uri, line.at.range.start);
  if (start === null) return null;
  const sign = reading === 'python' ? '#' : '//';
  const head = `${line.indentation}${sign} lineitem: ignore ${finding.code} -- `;
  const at = { start, end: start };
  return new Map([
    [
      file,
      [
        { span: at, text: `${head}${reason}`, placeholders: [{ start: head.length, end: head.length + reason.length }] },
        { span: at, text: lineBreakOf(held), placeholders: [] },
      ],
    ],
  ]);
}

/** The loop or the call that it is about: a line above a prompt's text would be part of the prompt. */
function commentedPlace({ project, file }: HeldFile, { at, call: id }: Finding): Place {
  const { items, loops } = project.analyzer.file(file);
  if (loops.some(({ place }) => isSame(place, at))) return at;
  const call = items.find((item) => item.call.id === id)?.call;
  return call !== undefined && call.whole.file === file ? call.whole : { ...at, span: { start: 0, end: 0 } };
}

const isSame = (a: Place, b: Place): boolean => a.unit === b.unit && a.span.start === b.span.start && a.span.end === b.span.end;

const lineBreakOf = ({ documents }: HeldFile): string => (documents[0]?.getText().includes('\r\n') === true ? '\r\n' : '\n');
