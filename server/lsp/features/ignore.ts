import type { Place } from '../../core/module/module.ts';
import type { Finding } from '../../core/rules/rule.ts';
import { codeLanguageOf } from '../../host/language-of.ts';
import type { ServerContext } from '../context.ts';
import type { Project } from '../project.ts';
import type { FileEdits } from './workspace-edit.ts';

const reason = 'reason';

/** The code file that a comment about a finding goes to, that of its call; null where there is none: a comment inside a prompt is sent and billed. */
export function ignoredIn({ at, call }: Finding): string | null {
  const file = call === null ? at.file : call.slice(0, call.lastIndexOf('#'));
  return [file, at.file].find((one) => codeLanguageOf(one) !== null) ?? null;
}

/** A comment above what a finding is about, with room for the reason. */
export function ignoreEdits({ layouts, documents }: ServerContext, project: Project, finding: Finding): FileEdits | null {
  const file = ignoredIn(finding);
  const layout = file === null ? null : layouts.get(project, file);
  if (file === null || layout === null) return null;
  const span = project.analyzer.locate(commentedPlace(project, file, finding));
  const line = span === null ? null : layout.lineStart(span.start);
  const start = line === null ? null : layout.offset(line.at.uri, line.at.range.start);
  if (line === null || start === null) return null;
  const sign = codeLanguageOf(file) === 'python' ? '#' : '//';
  const head = `${line.indentation}${sign} lineitem: ignore ${finding.code} -- `;
  const at = { start, end: start };
  const hasCarriageReturns = documents.named(project, file)?.documents[0]?.getText().includes('\r\n') === true;
  return new Map([
    [
      file,
      [
        { span: at, text: `${head}${reason}`, placeholders: [{ start: head.length, end: head.length + reason.length }] },
        { span: at, text: hasCarriageReturns ? '\r\n' : '\n', placeholders: [] },
      ],
    ],
  ]);
}

/** The loop or the call that it is about: a line above a prompt's text would be part of the prompt. */
function commentedPlace({ analyzer }: Project, file: string, { at, call: id }: Finding): Place {
  const { items, loops } = analyzer.file(file);
  if (at.file === file && loops.some(({ place }) => isSame(place, at))) return at;
  const call = items.find((item) => item.call.id === id)?.call;
  return call !== undefined && call.whole.file === file ? call.whole : { ...at, file, span: { start: 0, end: 0 } };
}

const isSame = (a: Place, b: Place): boolean => a.unit === b.unit && a.span.start === b.span.start && a.span.end === b.span.end;
