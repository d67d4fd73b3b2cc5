import { directiveOf, type Shape } from './lowering.ts';
import type { TreeNode, TreeReader } from './tree-node.ts';

/** A stretch of a file that becomes a unit, before anything is known of what it says. Offsets are absolute. */
export interface OutlineItem {
  readonly start: number;
  readonly end: number;
  /** One statement after its prefixes; a run of tokens that the parser gave up on; or nothing but a comment. */
  readonly nodes: readonly TreeNode[];
  readonly kind: 'statement' | 'error' | 'comment';
  /** The index of the class it is a member of. */
  readonly owner: number | null;
  /** Comments at its level that speak to us and that the tree does not hold inside of its nodes. */
  readonly comments: readonly TreeNode[];
}

/** Walks the top level and the members of top-level classes, and nothing below. */
export function outlineOf(root: TreeNode, text: string, shape: Shape, reader: TreeReader): OutlineItem[] {
  const outline: Outline = { items: [], text, shape, reader };
  addLevel(reader.children(root), root.type === 'ERROR', null, outline);
  return outline.items;
}

interface Outline {
  readonly items: MutableItem[];
  readonly text: string;
  readonly shape: Shape;
  readonly reader: TreeReader;
}

interface MutableItem extends OutlineItem {
  start: number;
  end: number;
  comments: readonly TreeNode[];
}

/** One level while it is walked: what waits for the statement that it belongs to. */
interface Level {
  readonly owner: number | null;
  comments: TreeNode[];
  prefixes: TreeNode[];
  errors: TreeNode[];
}

function addLevel(children: readonly TreeNode[], isBroken: boolean, owner: number | null, outline: Outline): void {
  const level: Level = { owner, comments: [], prefixes: [], errors: [] };
  addChildren(children, isBroken, level, outline);
  endErrors(level, outline);
  if (level.prefixes.length > 0) addItem('error', level.prefixes, level, outline);
  if (level.comments.length > 0) addItem('comment', [], level, outline);
}

function addChildren(children: readonly TreeNode[], isBroken: boolean, level: Level, outline: Outline): void {
  const { shape } = outline;
  for (const child of children) {
    if (shape.comments.has(child.type)) addComment(child, level, outline);
    else if (child.type === 'ERROR') addError(child, level, outline);
    else if (isBroken && !shape.statements.has(child.type)) level.errors.push(child);
    else if (child.isNamed) addStatement(child, level, outline);
  }
}

function addError(node: TreeNode, level: Level, outline: Outline): void {
  const children = outline.reader.children(node);
  if (children.length === 0) level.errors.push(node);
  else addChildren(children, true, level, outline);
}

function addComment(node: TreeNode, level: Level, outline: Outline): void {
  const { text } = outline;
  if (directiveOf(text.slice(node.start, node.end)) === null) return;
  endErrors(level, outline);
  const last = outline.items.at(-1);
  if (last !== undefined && level.prefixes.length === 0 && isOnLineOf(last.end, node.start, text)) {
    last.comments = [...last.comments, node];
    last.end = node.end;
  } else level.comments = [...level.comments, node];
}

const isOnLineOf = (end: number, start: number, text: string): boolean => !/[\r\n]/.test(text.slice(end, start));

function addStatement(node: TreeNode, level: Level, outline: Outline): void {
  endErrors(level, outline);
  if (outline.shape.prefixes.has(node.type)) {
    level.prefixes.push(node);
    return;
  }
  const { prefixes } = level;
  const item = addItem('statement', prefixes.length === 0 ? [node] : [...prefixes, node], level, outline);
  if (prefixes.length > 0) level.prefixes = [];
  const found = level.owner === null ? findClass(node, outline) : null;
  if (found !== null) addClass(found, item, outline);
}

/** The class's own unit ends where its members start. */
function addClass(found: ClassParts, item: MutableItem, outline: Outline): void {
  item.end = found.headEnd;
  addLevel(found.members, false, outline.items.length - 1, outline);
}

interface ClassParts {
  readonly headEnd: number;
  readonly members: readonly TreeNode[];
}

function findClass(node: TreeNode, outline: Outline): ClassParts | null {
  const { shape, reader } = outline;
  if (shape.classes.has(node.type)) return partsOf(node, outline);
  if (!shape.wrappers.has(node.type)) return null;
  for (const child of reader.children(node)) {
    const found = findClass(child, outline);
    if (found !== null) return found;
  }
  return null;
}

/** A comment that stands alone between the head and the first member speaks of that member. */
function partsOf(node: TreeNode, outline: Outline): ClassParts | null {
  const comments: TreeNode[] = [];
  let headEnd = node.start;
  for (const child of outline.reader.children(node)) {
    if (outline.shape.bodies.has(child.type)) return partsOfBody(child, headEnd, comments, outline);
    const isAlone = outline.shape.comments.has(child.type) && !isOnLineOf(headEnd, child.start, outline.text);
    if (isAlone) comments.push(child);
    else headEnd = child.end;
  }
  return null;
}

/** The opening brace or the documentation is the last thing of the head, else what stands before the body. */
function partsOfBody(body: TreeNode, headEnd: number, comments: readonly TreeNode[], outline: Outline): ClassParts {
  const children = outline.reader.children(body);
  const index = children.findIndex((child) => !outline.shape.comments.has(child.type));
  const first = children[index];
  const isOfHead = first !== undefined && (!first.isNamed || isDocumentation(first, outline));
  if (isOfHead) return { headEnd: first.end, members: children.slice(index + 1) };
  return { headEnd, members: [...comments, ...children] };
}

function isDocumentation(node: TreeNode, { shape, reader }: Outline): boolean {
  let at: TreeNode | undefined = node;
  for (const type of shape.documentation) {
    if (at?.type !== type) return false;
    at = reader.children(at)[0];
  }
  return shape.documentation.length > 0;
}

function endErrors(level: Level, outline: Outline): void {
  const { errors } = level;
  if (errors.length === 0) return;
  level.errors = [];
  addItem('error', errors, level, outline);
}

function addItem(kind: OutlineItem['kind'], nodes: readonly TreeNode[], level: Level, outline: Outline): MutableItem {
  const { comments, owner } = level;
  // Not infinity: it would make every offset below a boxed number, which is a third of what a Module weighs.
  const start = (comments[0] ?? nodes[0])?.start ?? 0;
  const item: MutableItem = { start, end: 0, nodes, kind, owner, comments };
  for (const node of comments) widen(item, node);
  for (const node of nodes) widen(item, node);
  if (comments.length > 0) level.comments = [];
  outline.items.push(item);
  return item;
}

function widen(item: MutableItem, { start, end }: TreeNode): void {
  if (start < item.start) item.start = start;
  if (end > item.end) item.end = end;
}
