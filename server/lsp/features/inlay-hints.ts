import { type InlayHint, type InlayHintParams, MarkupKind, type Range } from 'vscode-languageserver';
import type { FileReport } from '../../core/api.ts';
import type { Place } from '../../core/module/module.ts';
import type { PromptText } from '../../core/program/call-site.ts';
import { formatHint, formatTokenRange } from '../../reports/format.ts';
import type { ServerContext } from '../context.ts';
import { touches } from '../convert.ts';
import type { HeldFile } from '../held-file.ts';
import type { Settings } from '../settings.ts';
import { member } from '../settings.ts';
import { planOf, promptText } from './plan-text.ts';

export interface InlayHints {
  /** Whether what an editor shows is no longer what it would be told. */
  isStale(): Promise<boolean>;
}

interface Hint {
  readonly id: string;
  readonly label: string;
  /** The line that it belongs to; two hints of one line stand behind each other. */
  readonly offset: number;
}

export function provideInlayHints(context: ServerContext): InlayHints {
  const { connection, guard, documents, settings } = context;
  /** What was answered last, by document. */
  const shown = new Map<string, { readonly range: Range; readonly said: string }>();

  const hintsAt = (held: HeldFile, uri: string, range: Range, switches: Settings): InlayHint[] => {
    const { layout } = held;
    return hintsOf(held, switches).flatMap(({ id, label, offset }) => {
      const end = layout.lineEnd(offset);
      if (end === null || end.uri !== uri || !touches(end.range, range)) return [];
      return [{ position: end.range.end, label, paddingLeft: true, data: { uri, id } }];
    });
  };

  connection.languages.inlayHint.on(
    guard('inlay hints', [], async ({ textDocument: { uri }, range }: InlayHintParams) => {
      const switches = (await settings.for(uri)).inlayHints;
      const held = documents.get(uri);
      if (held === null || (!switches.calls && !switches.prompts)) return [];
      await countHeldFile(held);
      const hints = hintsAt(held, uri, range, await settings.for(uri));
      shown.set(uri, { range, said: textOf(hints) });
      return hints;
    }),
  );

  connection.languages.inlayHint.resolve((hint, token) =>
    guard<InlayHint, InlayHint>('inlay hint', hint, async () => {
      const uri = member(hint.data, 'uri');
      const id = member(hint.data, 'id');
      const held = typeof uri === 'string' ? documents.get(uri) : null;
      if (held === null || typeof id !== 'string') return hint;
      const value = await tooltip(context, held, id);
      return value === null ? hint : { ...hint, tooltip: { kind: MarkupKind.Markdown, value } };
    })(hint, token),
  );

  return {
    async isStale() {
      for (const [uri, { range, said }] of shown) {
        const held = documents.get(uri);
        if (held === null) shown.delete(uri);
        else if (textOf(hintsAt(held, uri, range, await settings.for(uri))) !== said) return true;
      }
      return false;
    },
  };
}

/** Counts need assets; the first question in a session waits for them, so that no stand-in is shown. */
export async function countHeldFile({ project, file }: HeldFile): Promise<FileReport> {
  for (let round = 0; round < mostRounds; round++) {
    const report = project.analyzer.file(file);
    if (!(await project.provide())) return report;
  }
  return project.analyzer.file(file);
}

/** A grammar, then ranks and prices; more would be a circle of our own making. */
const mostRounds = 4;

function hintsOf({ project, file, documents }: HeldFile, { inlayHints }: Settings): Hint[] {
  const { items, prompts } = project.analyzer.file(file);
  const length = documents.reduce((sum, document) => sum + document.getText().length, 0);
  const offsetOf = (place: Place): number | null => {
    const span = project.analyzer.locate(place);
    return span === null || span.start > length ? null : span.start;
  };
  const calls = inlayHints.calls ? items : [];
  const counted = inlayHints.prompts ? prompts : [];
  return [
    ...calls.flatMap((item) => {
      const offset = offsetOf(item.call.place);
      return offset === null ? [] : [{ id: item.call.id, label: formatHint(item), offset }];
    }),
    ...counted.flatMap(({ prompt, tokens }) => {
      const offset = prompt.place.file === file ? offsetOf(firstWordOf(prompt)) : null;
      return offset === null ? [] : [{ id: prompt.id, label: `${formatTokenRange(tokens)} tok`, offset }];
    }),
  ];
}

/** Blank lines between front matter and text are no place for a hint. */
function firstWordOf({ place, pieces }: PromptText): Place {
  const [first] = pieces;
  if (place.unit !== '' || first?.kind !== 'text') return place;
  const start = first.place.span.start + first.text.length - first.text.trimStart().length;
  return { ...place, span: { start, end: start } };
}

async function tooltip(context: ServerContext, { project, file }: HeldFile, id: string): Promise<string | null> {
  const report = project.analyzer.file(file);
  const item = report.items.find(({ call }) => call.id === id);
  if (item !== undefined) return planOf(context, project, item, 'hover');
  const prompt = report.prompts.find((one) => one.prompt.id === id);
  return prompt === undefined ? null : promptText(prompt);
}

const textOf = (hints: readonly InlayHint[]): string =>
  hints.map(({ label, position }) => `${position.line}:${position.character} ${JSON.stringify(label)}`).join('\n');
