import type { Language as Grammar, Parser, TreeCursor } from 'web-tree-sitter';
import type { Heap, TreeNode, TreeReader } from './tree-node.ts';

/** What a grammar says about its symbols and productions, by their numbers. */
export interface GrammarTables {
  /** The public name of each symbol. */
  readonly types: readonly string[];
  readonly isNamed: readonly boolean[];
  /** For each production, the field that each child fills, where any has one. */
  readonly fields: readonly (readonly (string | null)[] | null)[];
  /** For each production, the symbol that each child is shown as, where it differs. */
  readonly aliases: readonly (readonly number[] | null)[];
}

/** Offsets of a grammar's own record, in bytes (tree-sitter's language ABI 15, 32-bit). */
const at = {
  symbolCount: 4,
  aliasCount: 8,
  productionCount: 28,
  longestAliasSequence: 36,
  fieldSlices: 64,
  fieldEntries: 68,
  publicSymbols: 76,
  aliasSequences: 84,
} as const;

export function createGrammarTables(grammar: Grammar, parser: Parser, heap: Heap): GrammarTables {
  const record = findRecord(parser, heap);
  const word = (offset: number): number => heap.words[(record + offset) >> 2] ?? 0;
  const symbolCount = word(at.symbolCount) + word(at.aliasCount);
  const productions = Array.from({ length: word(at.productionCount) }, (_, index) => index);
  const publicSymbols = Array.from({ length: symbolCount }, (_, symbol) => heap.halves[(word(at.publicSymbols) >> 1) + symbol] ?? 0);
  return {
    types: publicSymbols.map((symbol) => grammar.types[symbol] ?? 'ERROR'),
    isNamed: publicSymbols.map((symbol) => grammar.nodeTypeIsNamed(symbol)),
    fields: productions.map((production) => readFields(production, grammar, word, heap)),
    aliases: productions.map((production) => readAliases(production, record, word, heap)),
  };
}

/** A tree keeps its root first and its language after it. */
function findRecord(parser: Parser, heap: Heap): number {
  const tree = parser.parse('');
  if (tree === null) throw new Error('The parser has no grammar.');
  const record = heap.words[(tree.rootNode.id + 8) >> 2] ?? 0;
  tree.delete();
  return record;
}

type Word = (offset: number) => number;

function readFields(production: number, grammar: Grammar, word: Word, heap: Heap): (string | null)[] | null {
  const slice = word(at.fieldSlices) + production * 4;
  const first = heap.halves[slice >> 1] ?? 0;
  const length = heap.halves[(slice + 2) >> 1] ?? 0;
  let fields: (string | null)[] | null = null;
  for (let index = first; index < first + length; index++) {
    const entry = word(at.fieldEntries) + index * 4;
    const child = heap.bytes[entry + 2] ?? 0;
    const isInherited = heap.bytes[entry + 3] !== 0;
    if (isInherited) continue;
    fields ??= [];
    while (fields.length <= child) fields.push(null);
    fields[child] ??= grammar.fields[heap.halves[entry >> 1] ?? 0] ?? null;
  }
  return fields;
}

function readAliases(production: number, record: number, word: Word, heap: Heap): number[] | null {
  const longest = heap.halves[(record + at.longestAliasSequence) >> 1] ?? 0;
  // The first production is the one that shows its children as they are.
  if (production === 0 || longest === 0) return null;
  const start = (word(at.aliasSequences) >> 1) + production * longest;
  const aliases = Array.from(heap.halves.subarray(start, start + longest));
  return aliases.some((alias) => alias !== 0) ? aliases : null;
}

/** Half of it is wrong in any language, so that errors are compared too. */
const sample = [
  'class A:\n  def f(self, *a, b=1): return "x" if a else [1]',
  'for (const x of f({ a: 1 })) { y = `x\u00e9\u{1f600}`; }',
  'import a from "b"\n(',
].join('\n\n');

/** Throws where what we read from memory isn't what the library's cursor says. */
export function checkLayout(reader: TreeReader, parser: Parser): void {
  const tree = parser.parse(sample);
  if (tree === null) throw new Error('The parser has no grammar.');
  const cursor = tree.walk();
  const isSame = matches(reader.root(tree), cursor, reader);
  cursor.delete();
  tree.delete();
  if (!isSame) throw new Error('The parser keeps its trees in another layout than the one we read: web-tree-sitter was updated.');
}

function matches(node: TreeNode, cursor: TreeCursor, reader: TreeReader): boolean {
  const isSame =
    node.type === cursor.nodeType &&
    node.field === (cursor.currentFieldName ?? null) &&
    node.isNamed === cursor.nodeIsNamed &&
    node.isMissing === cursor.nodeIsMissing &&
    node.start === cursor.startIndex &&
    node.end === cursor.endIndex &&
    node.hasErrors === cursor.currentNode.hasError;
  if (!isSame) return false;
  const children = reader.children(node);
  if (children.length === 0) return !cursor.gotoFirstChild();
  let hasNext = cursor.gotoFirstChild();
  for (const child of children) {
    if (!hasNext || !matches(child, cursor, reader)) return false;
    hasNext = cursor.gotoNextSibling();
  }
  cursor.gotoParent();
  return !hasNext;
}
