import type { Tree } from 'web-tree-sitter';
import type { SyntaxNode } from './syntax.ts';

/** Views of the parser's memory; they are replaced when it grows, so they are asked for and not kept. */
export interface Heap {
  readonly bytes: Uint8Array;
  readonly halves: Uint16Array;
  readonly words: Uint32Array;
}

/** A node whose children may still live in the parser's memory: good until its tree is edited or freed. */
export interface TreeNode extends SyntaxNode {
  readonly hasErrors: boolean;
  /** Where its subtree lies, 0 for a small leaf. */
  readonly address: number;
  readonly children: TreeNode[];
}

export interface CopyOptions {
  /** What the copy's offsets are relative to. */
  readonly base: number;
  /** Nothing that starts at or past this absolute offset is copied. */
  readonly limit: number;
  /** These are left out of the copy; those with a name, which are comments, are handed over with absolute offsets. */
  readonly leaveOut: ReadonlySet<string>;
  readonly onLeftOut: (start: number, end: number) => void;
}

/**
 * Reads syntax trees straight out of the parser's memory. Through the library every step of a cursor is several calls
 * into WebAssembly, which takes as long as parsing again. The layout is checked against the library's own cursor when a
 * grammar is loaded, so that an update of the library can't silently change what we read.
 */
export interface TreeReader {
  /** With absolute offsets and without its children. */
  root(tree: Tree): TreeNode;
  /** One level, with absolute offsets. */
  children(node: TreeNode): TreeNode[];
  /** All the way down. */
  copy(node: TreeNode, options: CopyOptions): SyntaxNode;
}
