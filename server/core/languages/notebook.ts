import type { Module } from '../module/module.ts';
import { LineIndex, type Position } from '../text/lines.ts';
import type { Grammars } from './grammars.ts';
import { withoutMagics } from './magics.ts';
import { errorOffset } from './request/json-scan.ts';
import { type CellStart, lowerText } from './source-file.ts';

/** A code cell; `index` counts all cells of the notebook, text ones too, from 0. */
export interface NotebookCell {
  readonly index: number;
  readonly source: string;
}

export interface CellPosition extends Position {
  readonly cell: number;
}

/** The code cells of a notebook as one text. Positions in it and in the cells are the same but for where cells start. */
export interface NotebookText {
  /** What Python reads of it: shell lines and magics are comments of the same length. */
  readonly text: string;
  readonly cells: readonly CellStart[];
  position(offset: number): CellPosition;
  /** Null where the cell has no code. */
  offset(position: CellPosition): number | null;
}

export type NotebookReading =
  | { readonly kind: 'notebook'; readonly notebook: NotebookText }
  /** Nothing for us: another language, or no cells. */
  | { readonly kind: 'skipped'; readonly why: string }
  /** `offset` is into the JSON. */
  | { readonly kind: 'problem'; readonly message: string; readonly offset: number };

export function readNotebook(json: string): NotebookReading {
  const parsed = parseJson(json);
  if (parsed.kind === 'problem') return parsed;
  const root = parsed.value;
  const cells = isRecord(root) ? root.cells : undefined;
  if (!isRecord(root) || !Array.isArray(cells)) return { kind: 'skipped', why: 'no cells' };
  const language = languageOf(root.metadata);
  if (language !== 'python') return { kind: 'skipped', why: `a notebook in ${language}` };
  return { kind: 'notebook', notebook: createNotebookText(cells.flatMap(codeCell)) };
}

export function createNotebookText(cells: readonly NotebookCell[]): NotebookText {
  const starts: CellStart[] = [];
  let text = '';
  for (const { index, source } of cells) {
    starts.push({ cell: index, start: text.length });
    text += `${withoutMagics(source)}\n`;
  }
  const linesOf = (at: number): LineIndex => new LineIndex(text.slice(starts[at]?.start ?? 0, endOf(at)));
  const endOf = (at: number): number => (starts[at + 1]?.start ?? text.length) - 1;
  return {
    text,
    cells: starts,
    position(offset) {
      const at = Math.max(
        0,
        starts.findLastIndex(({ start }) => start <= offset),
      );
      const { cell, start } = starts[at] ?? { cell: 0, start: 0 };
      return { cell, ...linesOf(at).position(offset - start) };
    },
    offset({ cell, line, column }) {
      const at = starts.findIndex((start) => start.cell === cell);
      const start = starts[at]?.start;
      return start === undefined ? null : start + linesOf(at).offset({ line, column });
    },
  };
}

/** A whole notebook is one Module, so that a client made in one cell is known in the next. */
export function lowerNotebook(file: string, { text, cells }: NotebookText, grammars: Grammars): Module {
  return lowerText({ file, language: 'python', text, grammars, cells });
}

type Parsed = { readonly kind: 'value'; readonly value: unknown } | Extract<NotebookReading, { kind: 'problem' }>;

function parseJson(json: string): Parsed {
  try {
    return { kind: 'value', value: JSON.parse(json) };
  } catch {
    const offset = errorOffset(json, { start: 0, end: json.length });
    return { kind: 'problem', message: 'This notebook is no valid JSON, so its cells can’t be read.', offset };
  }
}

function codeCell(cell: unknown, index: number): NotebookCell[] {
  if (!isRecord(cell) || cell.cell_type !== 'code') return [];
  const { source } = cell;
  if (typeof source === 'string') return [{ index, source }];
  return Array.isArray(source) ? [{ index, source: source.filter((line) => typeof line === 'string').join('') }] : [];
}

/** A notebook that doesn't say is one in Python; so is a dialect (Coconut, Sage) whose files are of Python's own type. */
function languageOf(metadata: unknown): string {
  if (!isRecord(metadata)) return 'python';
  const { language_info: info, kernelspec: kernel } = metadata;
  if (isRecord(info) && typeof info.mimetype === 'string' && /^text\/x-python/.test(info.mimetype)) return 'python';
  const named = (isRecord(info) ? info.name : undefined) ?? (isRecord(kernel) ? kernel.language : undefined);
  return typeof named === 'string' ? named.toLowerCase().replace(/^i?python\d?$/, 'python') : 'python';
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
