import type { Argument, Expression, ListExpression, RecordEntry, RecordExpression } from '../../module/expression.ts';
import type { Span } from '../../text/span.ts';
import { spanOf } from '../lowering.ts';
import { childOf, type SyntaxNode } from '../syntax.ts';
import { broken, type Context, innerExpression, solid, textOf } from './context.ts';

/** `<Tag a="b">child</Tag>` is `Tag({ a: 'b' }, [child])`; a fragment is called `Fragment`. */
export function element(node: SyntaxNode, context: Context): Expression {
  const opening = node.type === 'jsx_element' ? (childOf(node, 'open_tag') ?? node) : node;
  const tag = childOf(opening, 'name');
  const attributesSpan: Span = { start: tag?.end ?? opening.start + 1, end: opening.end };
  const given: Argument[] = [positional(attributesOf(opening, attributesSpan, context))];
  const children = childrenOf(node, context);
  if (children !== null) given.push(positional(children));
  return {
    kind: 'call',
    span: spanOf(node),
    callee: tag === null ? { kind: 'name', span: spanOf(opening), name: 'Fragment' } : tagName(tag, context),
    arguments: given,
    argumentsSpan: { start: node.end, end: node.end },
    isNew: false,
  };
}

const positional = (value: Expression): Argument => ({ kind: 'positional', span: value.span, value });

const tagName = (tag: SyntaxNode, context: Context): Expression =>
  tag.type === 'jsx_namespace_name' ? { kind: 'name', span: spanOf(tag), name: textOf(tag, context) } : context.expression(tag);

function attributesOf(opening: SyntaxNode, span: Span, context: Context): RecordExpression {
  const entries: RecordEntry[] = [];
  for (const child of opening.children) {
    if (child.type === 'jsx_attribute') entries.push(attribute(child, context));
    else if (child.type === 'jsx_expression') {
      const [spread] = solid(child);
      if (spread !== undefined) entries.push({ kind: 'spread', span: spanOf(child), value: context.expression(innerOf(spread)) });
    }
  }
  return { kind: 'record', span, entries };
}

const innerOf = (node: SyntaxNode): SyntaxNode => (node.type === 'spread_element' ? (solid(node)[0] ?? node) : node);

function attribute(node: SyntaxNode, context: Context): RecordEntry {
  const [key = node, value] = solid(node);
  return {
    kind: 'entry',
    span: spanOf(node),
    key: textOf(key, context),
    keySpan: spanOf(key),
    value: attributeValue(node, value, context),
  };
}

function attributeValue(node: SyntaxNode, value: SyntaxNode | undefined, context: Context): Expression {
  if (value === undefined) return { kind: 'boolean', span: spanOf(node), value: true };
  if (value.type !== 'string') return context.expression(value);
  return { kind: 'text', span: spanOf(value), text: resolveReferences(context.text.slice(value.start + 1, value.end - 1)) };
}

function childrenOf(node: SyntaxNode, context: Context): ListExpression | null {
  if (node.type !== 'jsx_element') return null;
  const items: Expression[] = [];
  for (const child of node.children) {
    if (child.type === 'jsx_opening_element' || child.type === 'jsx_closing_element' || !child.isNamed) continue;
    const item = childOfElement(child, context);
    if (item !== null) items.push(item);
  }
  const start = childOf(node, 'open_tag')?.end ?? node.start;
  return { kind: 'list', span: { start, end: childOf(node, 'close_tag')?.start ?? node.end }, form: 'list', items };
}

function childOfElement(node: SyntaxNode, context: Context): Expression | null {
  if (node.type === 'ERROR') return broken(node);
  if (node.type === 'jsx_expression') {
    const [inner] = solid(node);
    return inner === undefined ? null : inner.type === 'spread_element' ? context.expression(inner) : innerExpression(node, context);
  }
  if (node.type !== 'jsx_text' && node.type !== 'html_character_reference') return context.expression(node);
  const text = resolveReferences(foldLines(textOf(node, context)));
  return text === '' ? null : { kind: 'text', span: spanOf(node), text };
}

/** The language joins the lines of an element's text with one space and drops its blank ones. */
function foldLines(text: string): string {
  const lines = text.split(/\r\n|\n|\r/);
  const last = lines.length - 1;
  return lines
    .map((line, index) => {
      const head = index === 0 ? line : line.replace(/^[ \t]+/, '');
      return index === last ? head : head.replace(/[ \t]+$/, '');
    })
    .filter((line) => line !== '')
    .join(' ');
}

function resolveReferences(text: string): string {
  return text.includes('&') ? text.replace(REFERENCE, resolveReference) : text;
}

const REFERENCE = /&(?:#x([0-9a-fA-F]+)|#([0-9]+)|([a-zA-Z]+));/g;
const NAMED_REFERENCES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  hellip: '\u2026',
  mdash: '\u2014',
  ndash: '\u2013',
};

function resolveReference(whole: string, hexadecimal: string | undefined, decimal: string | undefined, name: string | undefined): string {
  if (name !== undefined) return NAMED_REFERENCES[name] ?? whole;
  const value = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
  return value <= 0x10ffff ? String.fromCodePoint(value) : whole;
}
