import type { PromptFile } from '../../module/prompt-file.ts';
import { readBaml } from './baml.ts';
import { readDocument } from './document.ts';
import type { BodyShape, FormatRow } from './formats.ts';
import { splitFrontMatter } from './front-matter.ts';
import { readIncludes } from './includes.ts';
import { verbatim } from './mapped-text.ts';
import { readBody } from './messages.ts';
import { readParameters } from './parameters.ts';
import { readPoml } from './poml.ts';
import type { Reading } from './reading.ts';
import { formatOf } from './recognise.ts';
import { readTomlPrompt } from './toml.ts';
import { textOf, valueAt, type YamlValue } from './yaml-tree.ts';

/** Reads a prompt file of any format that we know; null where the file is no prompt. */
export function readPromptFile({ file, text }: { readonly file: string; readonly text: string }): PromptFile | null {
  const bare = text.startsWith('\ufeff') ? text.slice(1) : text;
  const row = formatOf(file, bare);
  return row && { file, format: row.format, ...emptyPrompt, ...readShape(bare, row) };
}

const emptyPrompt = {
  name: null,
  model: null,
  maxOutputTokens: null,
  messages: [],
  more: [],
  frontMatter: null,
  alwaysSent: false,
  includes: [],
  problems: [],
} as const satisfies Omit<PromptFile, 'file' | 'format'>;

function readShape(text: string, row: FormatRow): Partial<PromptFile> {
  const { prompts, ...rest } = reading(text, row);
  const [first, ...more] = prompts;
  return { ...first, more, ...rest };
}

function reading(text: string, row: FormatRow): Reading {
  switch (row.shape.kind) {
    case 'body':
      return readMarkdown(text, row, row.shape);
    case 'document':
      return readDocument(text, row, row.shape);
    case 'toml':
      return readTomlPrompt(text, row.shape);
    case 'poml':
      return readPoml(text);
    case 'baml':
      return readBaml(text);
  }
}

function readMarkdown(text: string, row: FormatRow, shape: BodyShape): Reading {
  const opening = shape.frontMatter;
  const whole = { start: 0, end: text.length };
  const sections = opening === 'none' ? { frontMatter: null, fields: null, body: whole, problems: [] } : splitFrontMatter(text, opening);
  const { messages, includes } = readBody(verbatim(text, sections.body), shape);
  return {
    prompts: [{ name: textOf(valueAt(sections.fields, 'name')), ...readParameters(sections.fields, row), messages }],
    frontMatter: sections.frontMatter,
    alwaysSent: isAlwaysSent(row, sections.fields),
    includes: [...includes, ...readIncludes(text, sections.body, shape.includes)].sort((a, b) => a.span.start - b.span.start),
    problems: sections.problems,
  };
}

function isAlwaysSent({ alwaysSent }: FormatRow, fields: YamlValue | null): boolean {
  if (alwaysSent === 'always' || alwaysSent === 'never') return alwaysSent === 'always';
  if (alwaysSent === 'no-paths') return valueAt(fields, 'paths') === null;
  const value = valueAt(fields, alwaysSent);
  if (alwaysSent === 'alwaysApply') return value?.kind === 'scalar' && value.value === true;
  const globs = value?.kind === 'list' ? value.items.map((item) => textOf(item) ?? '') : (textOf(value) ?? '').split(',');
  return globs.some((glob) => EVERY_FILE.has(glob.trim()));
}

const EVERY_FILE: ReadonlySet<string> = new Set(['**', '**/*']);
