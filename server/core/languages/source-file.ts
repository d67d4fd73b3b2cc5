import type { Tree } from 'web-tree-sitter';
import type { Language, Module } from '../module/module.ts';
import type { Grammars, LoadedGrammar } from './grammars.ts';
import type { Lowering } from './lowering.ts';
import { outlineOf } from './outline.ts';
import { lowerings } from './registry.ts';
import { type Edit, editBetween, toTreeEdit } from './tree-edit.ts';
import type { TreeNode } from './tree-node.ts';
import { type Earlier, type PlacedUnit, placeUnits } from './units.ts';

export interface SourceText {
  readonly file: string;
  readonly language: Language;
  /** Without a byte-order mark. */
  readonly text: string;
  /** Must have the language loaded. */
  readonly grammars: Grammars;
  /** For a notebook. */
  readonly cells?: readonly CellStart[] | undefined;
}

export interface CellStart {
  /** Counts all cells of the notebook from 0. */
  readonly cell: number;
  readonly start: number;
}

/** An open document. Its tree lives in the parser's memory until `dispose`. */
export interface SourceFile {
  readonly module: Module;
  /** `edits` follow one another, each against the text that the one before left; without them the texts are compared. */
  update(text: string, edits?: readonly Edit[], cells?: readonly CellStart[]): Module;
  dispose(): void;
}

export function openSource(source: SourceText): SourceFile {
  const tools = toolsFor(source);
  let text = flat(source.text);
  let cells = source.cells;
  let tree = parse(text, null, tools);
  let version = read(source, text, tree, tools, cells, null);

  const update = (after: string, edits?: readonly Edit[], moved?: readonly CellStart[]): Module => {
    if (after === text && moved === undefined) return version.module;
    cells = moved ?? cells;
    const edit = editBetween(text, after, edits);
    tree.edit(toTreeEdit(edit, text, after));
    const next = parse(after, tree, tools);
    const changed = tree.getChangedRanges(next).map(({ startIndex, endIndex }) => ({ start: startIndex, end: endIndex }));
    tree.delete();
    tree = next;
    text = after;
    version = read(source, text, tree, tools, cells, { units: version.units, edit, changed });
    return version.module;
  };

  return {
    get module() {
      return version.module;
    },
    update: (after, edits, moved) => update(flat(after), edits, moved),
    dispose: () => tree.delete(),
  };
}

/** Reads a text once and keeps nothing of it in the parser's memory. */
export function lowerText(source: SourceText): Module {
  const tools = toolsFor(source);
  const text = flat(source.text);
  const tree = parse(text, null, tools);
  try {
    return read(source, text, tree, tools, source.cells, null).module;
  } finally {
    tree.delete();
  }
}

interface Tools {
  readonly grammar: LoadedGrammar;
  readonly lowering: Lowering;
}

function toolsFor({ language, grammars }: SourceText): Tools {
  const grammar = grammars.get(language);
  const lowering = lowerings[language];
  if (grammar === null || lowering === undefined) throw new Error(`The grammar for ${language} is not loaded.`);
  return { grammar, lowering };
}

function parse(text: string, before: Tree | null, { grammar }: Tools): Tree {
  const tree = grammar.parser.parse(text, before);
  if (tree === null) throw new Error('The parser gave no tree.');
  return tree;
}

/** Joins a string that is still a chain of pieces, so that the parser's callback doesn't join it at every chunk. */
function flat(text: string): string {
  text.charCodeAt(0);
  return text;
}

interface Version {
  readonly module: Module;
  readonly units: readonly PlacedUnit[];
}

function read(
  { file, language }: SourceText,
  text: string,
  tree: Tree,
  { grammar, lowering }: Tools,
  cells: readonly CellStart[] | undefined,
  earlier: Earlier | null,
): Version {
  const { reader } = grammar;
  const root: TreeNode = reader.root(tree);
  const outline = outlineOf(root, text, lowering.shape, reader);
  const { comments, ignored } = lowering.shape;
  const leaveOut = new Set([...comments, ...(ignored ?? [])]);
  const units = placeUnits(outline, { text, lowering, reader, leaveOut, cellAt: cellFinder(cells) }, earlier);
  const module: Module = {
    file,
    language,
    units: units.map(({ unit }) => unit),
    starts: units.map(({ start }) => start),
    hasErrors: root.hasErrors,
  };
  return { module, units };
}

function cellFinder(cells: readonly CellStart[] | undefined): (offset: number) => number | null {
  if (cells === undefined) return () => null;
  return (offset) => cells.findLast(({ start }) => start <= offset)?.cell ?? null;
}
