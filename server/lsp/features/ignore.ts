import type { Place } from '../../core/module/module.ts';
import type { Finding } from '../../core/rules/rule.ts';
import type { Span } from '../../core/text/span.ts';
import { codeLanguageOf } from '../../host/language-of.ts';
import type { ServerContext } from '../context.ts';
import type { HeldFile } from '../held-file.ts';
import type { Project } from '../project.ts';
import type { FileEdits } from './workspace-edit.ts';

const reason = 'reason';

/** The code file that a comment about a finding goes to, that of its call; null where there is none: a comment inside a prompt is sent and billed. */
export function ignoredIn({ at, call }: Finding): string | null {
  const file = call === null ? at.file : call.slice(0, call.lastIndexOf('#'));
  return [file, at.file].find((one) => codeLanguageOf(one) !== null) ?? null;
}

/** Whether a finding can be ignored where it stands. */
export const canIgnore = (held: HeldFile, finding: Finding): boolean =>
  ignoredIn(finding) !== null || endOfFrontMatter(held, finding) !== null;

/** Of a prompt file: nothing of it is sent. */
function endOfFrontMatter({ file, reading, documents }: HeldFile, { at, call }: Finding): number | null {
  if (reading !== 'prompt' || call !== null || at.file !== file) return null;
  const text = documents[0]?.getText().replace(/^\uFEFF/, '') ?? '';
  const head = /^---[ \t]*\r?\n(?:[\s\S]*?\r?\n)??(?=---[ \t]*(?:\r?\n|$))/.exec(text)?.[0];
  return head === undefined ? null : head.length;
}

/** A comment above what a finding is about, or a line of the front matter, with room for the reason. */
export function ignoreEdits(context: ServerContext, held: HeldFile, finding: Finding): FileEdits | null {
  const end = endOfFrontMatter(held, finding);
  if (end === null) return commentEdits(context, held.project, finding);
  return lineEdits(held.file, { start: end, end }, `lineitem: ignore ${finding.code} -- `, breakOf(held));
}

function commentEdits({ layouts, documents }: ServerContext, project: Project, finding: Finding): FileEdits | null {
  const file = ignoredIn(finding);
  const layout = file === null ? null : layouts.get(project, file);
  if (file === null || layout === null) return null;
  const span = project.analyzer.locate(commentedPlace(project, file, finding));
  const line = span === null ? null : layout.lineStart(span.start);
  const start = line === null ? null : layout.offset(line.at.uri, line.at.range.start);
  if (line === null || start === null) return null;
  const sign = codeLanguageOf(file) === 'python' ? '#' : '//';
  const head = `${line.indentation}${sign} lineitem: ignore ${finding.code} -- `;
  return lineEdits(file, { start, end: start }, head, breakOf(documents.named(project, file)));
}

const lineEdits = (file: string, at: Span, head: string, lineBreak: string): FileEdits =>
  new Map([
    [
      file,
      [
        { span: at, text: `${head}${reason}`, placeholders: [{ start: head.length, end: head.length + reason.length }] },
        { span: at, text: lineBreak, placeholders: [] },
      ],
    ],
  ]);

const breakOf = (held: HeldFile | null): string => (held?.documents[0]?.getText().includes('\r\n') === true ? '\r\n' : '\n');

/** The loop or the call that it is about: a line above a prompt's text would be part of the prompt. */
function commentedPlace({ analyzer }: Project, file: string, { at, call: id }: Finding): Place {
  const { items, loops } = analyzer.file(file);
  if (at.file === file && loops.some(({ place }) => isSame(place, at))) return at;
  const call = items.find((item) => item.call.id === id)?.call;
  return call !== undefined && call.whole.file === file ? call.whole : { ...at, file, span: { start: 0, end: 0 } };
}

const isSame = (a: Place, b: Place): boolean => a.unit === b.unit && a.span.start === b.span.start && a.span.end === b.span.end;
