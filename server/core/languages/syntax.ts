/**
 * A node of a syntax tree, copied out of the parser in one walk: lowering never crosses into WebAssembly. Comments are
 * left out. Offsets are relative to the unit.
 */
export interface SyntaxNode {
  /** The grammar's name: `call`, `(`, `if`; `ERROR` where the parser gave up. */
  readonly type: string;
  /** The field of its parent that it fills. */
  readonly field: string | null;
  readonly isNamed: boolean;
  /** A token that the parser put in so that the rest makes sense; it has no text. */
  readonly isMissing: boolean;
  readonly start: number;
  readonly end: number;
  readonly children: readonly SyntaxNode[];
}

export function childOf(node: SyntaxNode, field: string): SyntaxNode | null {
  for (const child of node.children) if (child.field === field) return child;
  return null;
}

export function childrenOf(node: SyntaxNode, field: string): SyntaxNode[] {
  return node.children.filter((child) => child.field === field);
}

/** The first child of a type, named or a token: `firstOf(node, 'async')`. */
export function firstOf(node: SyntaxNode, type: string): SyntaxNode | null {
  for (const child of node.children) if (child.type === type) return child;
  return null;
}

export function namedChildren(node: SyntaxNode): SyntaxNode[] {
  return node.children.filter((child) => child.isNamed);
}

export function firstNamed(node: SyntaxNode): SyntaxNode | null {
  for (const child of node.children) if (child.isNamed) return child;
  return null;
}
