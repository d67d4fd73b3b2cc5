import type { Place } from '../module/module.ts';
import { concatenate, type Fragment, fragment, placeholder } from './fragment.ts';
import type { EditSyntax, Quote } from './syntax.ts';
import type { SourceTree } from './verbs.ts';

export interface TreeStyle {
  readonly syntax: EditSyntax;
  readonly quote: Quote;
  /** One step of indentation, and the line's own. */
  readonly step: string;
  readonly indentation: string;
  readonly lineEnding: string;
  /** Columns left on the line that the value starts in. */
  readonly room: number;
  /** The source that stands at a place, or null where it is gone. */
  readonly sourceAt: (place: Place) => string | null;
  /** The value that the field has now. */
  readonly current: string | null;
}

/** Writes a neutral literal in a language; on one line where it fits, else one entry a line. Null where a source is gone. */
export function renderTree(tree: SourceTree, style: TreeStyle): Fragment | null {
  const inline = renderInline(tree, style);
  if (inline === null || entriesOf(tree) === null) return inline;
  const fits = inline.text.length <= style.room && !/[\r\n]/.test(inline.text);
  return fits ? inline : renderBlock(tree, style);
}

function renderInline(tree: SourceTree, style: TreeStyle): Fragment | null {
  const wide: TreeStyle = { ...style, room: Number.POSITIVE_INFINITY };
  const entries = entriesOf(tree);
  if (entries === null) return renderLeaf(tree, style);
  const rendered = entries.items.map((entry) => renderEntry(entry, wide, renderInline));
  if (rendered.some((one) => one === null)) return null;
  const padding = entries.isRecord && style.syntax.isRecordSpaced && rendered.length > 0 ? ' ' : '';
  const body = concatenate(rendered.flatMap((one, index) => (one === null ? [] : index === 0 ? [one] : [', ', one])));
  return fragment`${entries.open}${padding}${body}${padding}${entries.close}`;
}

function renderBlock(tree: SourceTree, style: TreeStyle): Fragment | null {
  const entries = entriesOf(tree);
  if (entries === null) return renderLeaf(tree, style);
  const indentation = style.indentation + style.step;
  const inner: TreeStyle = { ...style, indentation, room: lineWidth - indentation.length - 1 };
  const lines: (string | Fragment)[] = [];
  for (const entry of entries.items) {
    const rendered = renderEntry(entry, inner, renderTree);
    if (rendered === null) return null;
    lines.push(style.lineEnding, indentation, rendered, ',');
  }
  return fragment`${entries.open}${concatenate(lines)}${style.lineEnding}${style.indentation}${entries.close}`;
}

interface Entry {
  readonly key: string | null;
  readonly value: SourceTree;
}

function renderEntry(entry: Entry, style: TreeStyle, render: (tree: SourceTree, style: TreeStyle) => Fragment | null): Fragment | null {
  if (entry.key === null) return render(entry.value, style);
  const key = `${style.syntax.key(entry.key, style.quote)}: `;
  const value = render(entry.value, { ...style, room: style.room - key.length });
  return value === null ? null : fragment`${key}${value}`;
}

function entriesOf(
  tree: SourceTree,
): { readonly isRecord: boolean; readonly open: string; readonly close: string; readonly items: readonly Entry[] } | null {
  if (isList(tree)) return { isRecord: false, open: '[', close: ']', items: tree.map((value) => ({ key: null, value })) };
  if (typeof tree === 'object' && tree !== null && 'record' in tree) return { isRecord: true, open: '{', close: '}', items: tree.record };
  return null;
}

function renderLeaf(tree: SourceTree, style: TreeStyle): Fragment | null {
  const { literals } = style.syntax;
  if (typeof tree === 'string') return plain(quoted(tree, style.quote));
  if (typeof tree === 'number') return plain(String(tree));
  if (typeof tree === 'boolean') return plain(tree ? literals.true : literals.false);
  if (tree === null) return plain(literals.null);
  if ('placeholder' in tree) return placeholder(String(tree.placeholder));
  if ('source' in tree) return plainOrNull(style.sourceAt(tree.source));
  if ('current' in tree) return plainOrNull(style.current);
  return null;
}

/** Both languages read JSON's escapes in quoted strings. */
function quoted(text: string, quote: Quote): string {
  const escaped = JSON.stringify(text).slice(1, -1);
  return quote === '"' ? `"${escaped}"` : `'${escaped.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

const plain = (text: string): Fragment => ({ text, placeholders: [] });
const plainOrNull = (text: string | null): Fragment | null => (text === null ? null : plain(text));
const isList = (tree: SourceTree): tree is readonly SourceTree[] => Array.isArray(tree);

const lineWidth = 100;
