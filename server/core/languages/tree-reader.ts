import type { Language as Grammar, Parser } from 'web-tree-sitter';
import { checkLayout, createGrammarTables, type GrammarTables } from './grammar-tables.ts';
import type { SyntaxNode } from './syntax.ts';
import type { CopyOptions, Heap, TreeNode, TreeReader } from './tree-node.ts';

export function createTreeReader(grammar: Grammar, parser: Parser, heap: () => Heap): TreeReader {
  const tables = createGrammarTables(grammar, parser, heap());
  const reader: TreeReader = {
    root: (tree) => new Walk(tables, heap(), null).root(tree.rootNode.id),
    children: (node) => new Walk(tables, heap(), null).below(node),
    copy: (node, options) => new Walk(tables, heap(), options).copy(node),
  };
  checkLayout(reader, parser);
  return reader;
}

/** Deeper than any code that a person writes; it keeps recursion over a tree off the end of the stack. */
const DEEPEST = 400;

/** Offsets of the parser's subtree record, in bytes (tree-sitter 0.26, `subtree.h`, 32-bit). Children lie right before it. */
const at = { padding: 4, size: 16, errorCost: 32, childCount: 36, symbol: 40, flags: 44, production: 66 } as const;
const SUBTREE_SIZE = 8;
/** The children of every leaf. */
const NONE: TreeNode[] = [];
const heapFlags = { visible: 1, named: 2, extra: 4, missing: 512 } as const;
/** A small leaf is stored in place of the pointer to it; the lowest bit tells. */
const inlineFlags = { inline: 1, visible: 2, named: 4, extra: 8, missing: 32 } as const;

/** One walk, with the views and options in fields because a closure a node would cost more than the reading. */
class Walk {
  readonly #tables: GrammarTables;
  readonly #heap: Heap;
  readonly #options: CopyOptions | null;
  readonly #base: number;
  #depth = 0;

  constructor(tables: GrammarTables, heap: Heap, options: CopyOptions | null) {
    this.#tables = tables;
    this.#heap = heap;
    this.#options = options;
    this.#base = options?.base ?? 0;
  }

  /** `location` is where the tree keeps its root. */
  root(location: number): TreeNode {
    const { words, bytes } = this.#heap;
    const low = words[location >> 2] ?? 0;
    const isInline = (low & inlineFlags.inline) !== 0;
    const padding = isInline ? (bytes[location + 6] ?? 0) : (words[(low + at.padding) >> 2] ?? 0);
    const into: TreeNode[] = [];
    this.#child(location, padding, null, 0, false, into);
    const [root] = into;
    if (root === undefined) throw new Error('A tree without a root');
    return root;
  }

  below(node: TreeNode): TreeNode[] {
    const into: TreeNode[] = [];
    if (node.address !== 0) this.#children(node.address, node.start * 2, null, into);
    return into;
  }

  copy(node: TreeNode): SyntaxNode {
    const limit = this.#options?.limit ?? node.end;
    const children: TreeNode[] = [];
    if (node.address !== 0) this.#children(node.address, node.start * 2, null, children);
    return { ...node, start: node.start - this.#base, end: Math.min(node.end, limit) - this.#base, children };
  }

  /** `position` is where the parent starts, in bytes, past its padding. */
  #children(parent: number, position: number, inherited: string | null, into: TreeNode[]): void {
    const { words, halves, bytes } = this.#heap;
    const count = words[(parent + at.childCount) >> 2] ?? 0;
    const production = halves[(parent + at.production) >> 1] ?? 0;
    const fields = this.#tables.fields[production] ?? null;
    const aliases = this.#tables.aliases[production] ?? null;
    let slot = 0;
    let location = parent - count * SUBTREE_SIZE;
    for (let index = 0; index < count; index++, location += SUBTREE_SIZE) {
      const low = words[location >> 2] ?? 0;
      const isInline = (low & inlineFlags.inline) !== 0;
      const isExtra = isInline ? (low & inlineFlags.extra) !== 0 : ((halves[(low + at.flags) >> 1] ?? 0) & heapFlags.extra) !== 0;
      if (index > 0) position += isInline ? (bytes[location + 6] ?? 0) : (words[(low + at.padding) >> 2] ?? 0);
      const field = isExtra ? null : (fields?.[slot] ?? inherited);
      const alias = isExtra ? 0 : (aliases?.[slot] ?? 0);
      if (!isExtra) slot++;
      this.#child(location, position, field, alias, isExtra, into);
      position += isInline ? (bytes[location + 7] ?? 0) : (words[(low + at.size) >> 2] ?? 0);
    }
  }

  #child(location: number, position: number, field: string | null, alias: number, isExtra: boolean, into: TreeNode[]): void {
    const { words, halves, bytes } = this.#heap;
    const { types, isNamed } = this.#tables;
    const low = words[location >> 2] ?? 0;
    if ((low & inlineFlags.inline) !== 0) {
      if (alias === 0 && (low & inlineFlags.visible) === 0) return;
      const type = types[alias || (low >> 8) & 0xff] ?? 'ERROR';
      const named = alias !== 0 ? isNamed[alias] === true : (low & inlineFlags.named) !== 0;
      const missing = (low & inlineFlags.missing) !== 0;
      this.#add(type, field, named, missing, missing, position, position + (bytes[location + 7] ?? 0), 0, into);
      return;
    }
    const flags = halves[(low + at.flags) >> 1] ?? 0;
    const childCount = words[(low + at.childCount) >> 2] ?? 0;
    if (alias === 0 && (flags & heapFlags.visible) === 0) {
      if (childCount > 0) this.#children(low, position, isExtra ? null : field, into);
      return;
    }
    const type = types[alias || (halves[(low + at.symbol) >> 1] ?? 0)] ?? 'ERROR';
    const named = alias !== 0 ? isNamed[alias] === true : (flags & heapFlags.named) !== 0;
    const missing = (flags & heapFlags.missing) !== 0;
    const hasErrors = (words[(low + at.errorCost) >> 2] ?? 0) > 0;
    const end = position + (words[(low + at.size) >> 2] ?? 0);
    this.#add(type, field, named, missing, hasErrors, position, end, childCount > 0 ? low : 0, into);
  }

  /** `from` and `to` count in bytes. The arguments are spread out because an object a node would be made for nothing. */
  #add(
    type: string,
    field: string | null,
    isNamed: boolean,
    isMissing: boolean,
    hasErrors: boolean,
    from: number,
    to: number,
    address: number,
    into: TreeNode[],
  ): void {
    let start = from >> 1;
    let end = to >> 1;
    const children: TreeNode[] = address === 0 ? NONE : [];
    const options = this.#options;
    if (options !== null) {
      if (start >= options.limit) return;
      if (options.leaveOut.has(type)) {
        if (isNamed) options.onLeftOut(start, end);
        return;
      }
      if (address !== 0 && this.#depth < DEEPEST) {
        this.#depth++;
        this.#children(address, from, null, children);
        this.#depth--;
      }
      start -= this.#base;
      end = Math.min(end, options.limit) - this.#base;
    }
    into.push({ type, field, isNamed, isMissing, start, end, children, hasErrors, address });
  }
}
