import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { safeFixes } from '../core/analyzer/safe-fixes.ts';
import type { FileReport } from '../core/api.ts';
import type { Finding } from '../core/rules/rule.ts';
import { applyEdits } from '../core/text/span.ts';
import { codeLanguageOf, isNotebookFileName } from '../host/language-of.ts';
import { decode, encode, startsWithMark } from '../host/node/source-file.ts';
import { formatMoneyRange } from '../reports/format.ts';
import { plural } from '../reports/layout.ts';
import type { Analysis, Unsaved } from './analysis.ts';
import type { Places } from './places.ts';

export interface Fixed {
  /** The new text of each file that changes, with the one before. */
  readonly texts: ReadonlyMap<string, { readonly before: string; readonly after: string }>;
  readonly applied: readonly AppliedFix[];
  /** Files that a fix would change and that are left alone, each with the reason. */
  readonly refused: ReadonlyMap<string, string>;
  /** What came in, where it came from standard input. */
  readonly unchanged: string;
}

interface AppliedFix {
  readonly finding: Finding;
  readonly title: string;
}

/** Each round may make room for fixes that touched each other; fixes that call each other up have to end somewhere. */
const mostRounds = 20;

/** Applies safe fixes in memory until nothing changes. */
export async function fixSafely(
  analysis: Analysis,
  isChosen: (finding: Finding) => boolean,
  { root }: Places,
  unsaved: Unsaved | undefined,
): Promise<Fixed> {
  const { analyzer } = analysis;
  const texts = new Map<string, { before: string; after: string }>();
  const refused = new Map<string, string>();
  const applied: AppliedFix[] = [];
  const mayEdit = (file: string): boolean => {
    if (unsaved !== undefined) return file === unsaved.file;
    const reason = texts.has(file) ? null : reasonToLeave(root, file);
    if (reason !== null) refused.set(file, reason);
    return reason === null;
  };
  let files: readonly FileReport[] = analysis.files;
  for (let round = 0; round < mostRounds; round++) {
    const findings = files.flatMap((report) => report.findings).filter((finding) => finding.isKnown !== true && isChosen(finding));
    const chosen = safeFixes(findings, analyzer.fix, mayEdit);
    if (chosen.edits.size === 0) break;
    for (const [file, edits] of chosen.edits) {
      const text = texts.get(file)?.after ?? (await analysis.workspace.readText(file)) ?? '';
      const after = applyEdits(text, edits);
      texts.set(file, { before: texts.get(file)?.before ?? text, after });
      analyzer.open(file, codeLanguageOf(file) ?? 'prompt', after);
    }
    applied.push(...chosen.applied.map(({ finding, fix }) => ({ finding, title: finding.fixes[fix]?.title ?? finding.rule })));
    files = (await analysis.reportAgain()).files;
  }
  return { texts, applied, refused, unchanged: unsaved?.text ?? '' };
}

/** A file is written only where writing it back gives the same bytes. */
function reasonToLeave(root: string, file: string): string | null {
  if (isNotebookFileName(file)) return 'notebooks are fixed in the editor';
  try {
    const bytes = readFileSync(path.resolve(root, file));
    return encode(decode(bytes), startsWithMark(bytes)).equals(bytes) ? null : 'it is not UTF-8';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Writes what was fixed, each file whole or not at all. One that changed meanwhile is left alone. */
export async function writeFixed({ texts, refused }: Fixed, { workspace }: Analysis): Promise<ReadonlyMap<string, string>> {
  const left = new Map(refused);
  for (const [file, { before, after }] of texts) {
    if ((await workspace.readText(file)) !== before) left.set(file, 'it changed meanwhile');
    else
      await workspace
        .writeText(file, after)
        .catch((error: unknown) => left.set(file, error instanceof Error ? error.message : String(error)));
  }
  return left;
}

export function renderPatch({ texts }: Fixed): string {
  return [...texts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, { before, after }]) =>
      createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after, undefined, undefined, { context: 3, headerOptions: FILE_HEADERS_ONLY }),
    )
    .join('');
}

/** What was mended, with the money that each fix saves. Different calls run different numbers of times, so nothing is added up. */
export function describeFixed({ applied, texts }: Fixed, verb: string): string[] {
  if (applied.length === 0) return ['No safe fixes to apply.'];
  return [
    `${verb} ${plural(applied.length, 'finding')} in ${plural(texts.size, 'file')}:`,
    ...applied.map(({ finding, title }) => `  ${finding.at.file}  ${finding.rule} ${finding.code}  ${title}${savingOf(finding)}`),
  ];
}

function savingOf({ saving }: Finding): string {
  const said = saving === null ? '?' : formatMoneyRange(saving);
  return saving === null || said === '?' ? '' : `, saves ${said} a ${saving.per}`;
}
