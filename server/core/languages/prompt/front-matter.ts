import type { FrontMatter, PromptProblem } from '../../module/prompt-file.ts';
import type { Span } from '../../text/span.ts';
import { plainValue, readYaml, type YamlValue } from './yaml-tree.ts';

export interface Sections {
  readonly frontMatter: FrontMatter | null;
  /** The front matter as a tree, for values whose place matters. */
  readonly fields: YamlValue | null;
  readonly body: Span;
  readonly problems: readonly PromptProblem[];
}

/** A file without an opening fence is all body; so is one whose fence never closes, because `---` is also a rule in Markdown. */
export function splitFrontMatter(text: string, opening: FrontMatterOpening): Sections {
  const whole: Span = { start: 0, end: text.length };
  const open = OPENINGS[opening].exec(text);
  if (!open) return { frontMatter: null, fields: null, body: whole, problems: [] };
  const fence = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$(?![\s\S]))/gm;
  fence.lastIndex = open[0].length;
  const close = fence.exec(text);
  if (!close) return { frontMatter: null, fields: null, body: whole, problems: unclosed(text, open[0]) };
  const span = { start: open[0].search(/---[ \t]*\r?\n$/), end: close.index + close[0].length };
  const { root, problem } = readYaml(text, { start: open[0].length, end: close.index });
  const fields = root?.kind === 'map' ? root.entries : [];
  const plain = fields.map(({ key, keySpan, value }) => ({ key, keySpan, value: plainValue(value), span: value.span }));
  return {
    frontMatter: { span, fields: plain },
    fields: root,
    body: { start: span.end, end: text.length },
    problems: problem ? [problem] : [],
  };
}

/** A licence comment may stand before the fence of a dotprompt; in Markdown the same line is a heading. */
export type FrontMatterOpening = keyof typeof OPENINGS;
const OPENINGS = {
  'first-line': /^(?:[ \t]*\r?\n)*---[ \t]*\r?\n/,
  'after-comments': /^(?:[ \t]*(?:#[^\n]*)?\r?\n)*---[ \t]*\r?\n/,
} as const;

/** Only where the first line after the fence is plainly a key is it front matter that lacks its end. */
function unclosed(text: string, open: string): readonly PromptProblem[] {
  if (!/^[A-Za-z_][\w-]*[ \t]*:(?:[ \t]|\r?$)/m.test(text.slice(open.length).split('\n', 1)[0] ?? '')) return [];
  const start = open.lastIndexOf('---');
  return [{ span: { start, end: start + 3 }, message: 'This front matter is never closed: a line with --- is missing' }];
}
