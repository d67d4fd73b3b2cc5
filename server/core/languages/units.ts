import type { Comment, Unit } from '../module/module.ts';
import type { Statement } from '../module/statement.ts';
import { isEqual } from './equality.ts';
import { createUnitIds, directiveOf, type Lowering, nameOf, unknown } from './lowering.ts';
import type { OutlineItem } from './outline.ts';
import type { SyntaxNode } from './syntax.ts';
import type { Edit } from './tree-edit.ts';
import type { TreeReader } from './tree-node.ts';

/** A unit where it stands, with what it takes to recognise it in the next version of its file. */
export interface PlacedUnit {
  readonly start: number;
  readonly unit: Unit;
  /** What it was in the outline: a unit whose text stayed but whose nature changed is read again. */
  readonly nature: Nature;
}

interface Nature {
  readonly kind: OutlineItem['kind'];
  readonly type: string;
  readonly isMember: boolean;
}

export interface Reading {
  /** The types of comments and ignored tokens. */
  readonly leaveOut: ReadonlySet<string>;
  readonly text: string;
  readonly lowering: Lowering;
  readonly reader: TreeReader;
  readonly cellAt: (offset: number) => number | null;
}

/** The version before, and where it no longer holds. Ranges are absolute, against the new text. */
export interface Earlier {
  readonly units: readonly PlacedUnit[];
  readonly edit: Edit;
  readonly changed: readonly { readonly start: number; readonly end: number }[];
}

/** Lowers what is new and keeps every other unit as the object that it was. */
export function placeUnits(outline: readonly OutlineItem[], reading: Reading, earlier: Earlier | null): PlacedUnit[] {
  const idOf = createUnitIds();
  const kept = earlier === null ? null : new Map(earlier.units.map((placed) => [placed.start, placed]));
  const byId = earlier === null ? null : new Map(earlier.units.map(({ unit }) => [unit.id, unit]));
  const placed: PlacedUnit[] = [];
  for (const item of outline) {
    const nature = natureOf(item);
    const known = earlier === null ? undefined : findKept(item, nature, earlier, kept);
    const content = known ?? contentOf(item, reading);
    const owner = item.owner === null ? null : (placed[item.owner]?.unit.id ?? null);
    const id = idOf(content.name, kindOf(item, content.statement), owner);
    const { name, length, statement, comments, hasErrors } = content;
    const read: Unit = { id, name, owner, length, statement, comments, hasErrors, cell: reading.cellAt(item.start) };
    const unit = earlier === null ? read : settle(read, known, byId?.get(id));
    placed.push({ start: item.start, unit, nature });
  }
  return placed;
}

/** Keeps the earlier object where nothing that it says changed: the one in its place, or a twin that had its number. */
function settle(unit: Unit, kept: Unit | undefined, namesake: Unit | undefined): Unit {
  if (kept !== undefined && isEqual(unit, kept)) return kept;
  return namesake !== undefined && isEqual(unit, namesake) ? namesake : unit;
}

const natureOf = ({ kind, nodes, owner }: OutlineItem): Nature => ({ kind, type: nodes.at(-1)?.type ?? '', isMember: owner !== null });

const isSameNature = (a: Nature, b: Nature): boolean => a.kind === b.kind && a.type === b.type && a.isMember === b.isMember;

const kindOf = (item: OutlineItem, statement: Statement | null): string =>
  item.kind === 'statement' ? (statement?.kind ?? 'nothing') : item.kind;

function findKept(item: OutlineItem, nature: Nature, earlier: Earlier, kept: Map<number, PlacedUnit> | null): Unit | undefined {
  const { start, oldEnd, newEnd } = earlier.edit;
  // What an edit only touches is read again: a letter typed behind a name belongs to it.
  if (item.start <= newEnd && item.end >= start) return undefined;
  if (earlier.changed.some((range) => item.start <= range.end && item.end >= range.start)) return undefined;
  const known = kept?.get(item.end < start ? item.start : item.start - newEnd + oldEnd);
  const isSame = known !== undefined && isSameNature(known.nature, nature) && known.unit.length === item.end - item.start;
  return isSame && known.unit.hasErrors === item.nodes.some((node) => node.hasErrors) ? known.unit : undefined;
}

type Content = Pick<Unit, 'name' | 'length' | 'statement' | 'comments' | 'hasErrors'>;

function contentOf(item: OutlineItem, reading: Reading): Content {
  const { nodes, comments } = copyItem(item, reading);
  const text = reading.text.slice(item.start, item.end);
  const statement = statementOf(item, nodes, text, reading);
  return {
    name: statement === null ? null : nameOf(statement),
    length: item.end - item.start,
    statement,
    comments,
    hasErrors: item.kind === 'error' || (item.nodes.some((node) => node.hasErrors) && nodes.some(isBroken)),
  };
}

function statementOf(item: OutlineItem, nodes: readonly SyntaxNode[], text: string, { lowering }: Reading): Statement | null {
  switch (item.kind) {
    case 'statement':
      return lowering.lower(nodes, { text, isMember: item.owner !== null });
    case 'error':
      return brokenStatement(nodes);
    case 'comment':
      return null;
  }
}

function brokenStatement(nodes: readonly SyntaxNode[]): Statement {
  const span = { start: nodes[0]?.start ?? 0, end: nodes.at(-1)?.end ?? 0 };
  return { kind: 'expression', span, value: unknown(span, 'syntax error') };
}

function copyItem(item: OutlineItem, { text, leaveOut, reader }: Reading): { nodes: SyntaxNode[]; comments: Comment[] } {
  const comments: Comment[] = [];
  const add = (start: number, end: number): void => {
    const directive = directiveOf(text.slice(start, end));
    if (directive === null) return;
    comments.push({ span: { start: start - item.start, end: end - item.start }, text: directive, isAlone: isAlone(start, text) });
  };
  for (const { start, end } of item.comments) add(start, end);
  const options = { base: item.start, limit: item.end, leaveOut, onLeftOut: add };
  const nodes = item.nodes.map((node) => reader.copy(node, options));
  comments.sort((a, b) => a.span.start - b.span.start);
  return { nodes, comments };
}

function isAlone(start: number, text: string): boolean {
  for (let at = start - 1; at >= 0; at--) {
    const character = text[at];
    if (character === '\n' || character === '\r') return true;
    if (character !== ' ' && character !== '\t') return false;
  }
  return true;
}

function isBroken(node: SyntaxNode): boolean {
  return node.type === 'ERROR' || node.isMissing || node.children.some(isBroken);
}
