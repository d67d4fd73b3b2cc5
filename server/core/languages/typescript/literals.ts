import type { Expression, NumberExpression, TemplateExpression, TextExpression } from '../../module/expression.ts';
import { spanOf } from '../lowering.ts';
import type { SyntaxNode } from '../syntax.ts';
import { type Context, innerExpression, textOf } from './context.ts';

export function text(node: SyntaxNode, context: Context): TextExpression {
  return { kind: 'text', span: spanOf(node), text: stringValue(node, context) };
}

/** What a string literal stands for. The closing quote is missing in half-typed code. */
export function stringValue(node: SyntaxNode, context: Context): string {
  const quote = context.text[node.start];
  const isClosed = node.end - node.start > 1 && context.text[node.end - 1] === quote;
  return resolveEscapes(context.text.slice(node.start + 1, isClosed ? node.end - 1 : node.end));
}

/** A template literal without substitutions is a plain text. */
export function template(node: SyntaxNode, context: Context): Expression {
  const parts = templateParts(node, context, cooked);
  const [only] = parts;
  if (parts.length === 0) return { kind: 'text', span: spanOf(node), text: '' };
  if (parts.length === 1 && only?.kind === 'text') return { ...only, span: spanOf(node) };
  return { kind: 'template', span: spanOf(node), parts };
}

/** `tag` decides how the text between is read: `String.raw` leaves the escapes alone. */
export function taggedTemplate(span: SyntaxNode, tag: Expression, literal: SyntaxNode, context: Context): TemplateExpression {
  return { kind: 'template', span: spanOf(span), parts: templateParts(literal, context, isRaw(tag) ? withUnixLineEnds : cooked), tag };
}

export function number(node: SyntaxNode, context: Context): NumberExpression {
  const digits = textOf(node, context).replaceAll('_', '');
  const isLegacyOctal = /^0[0-7]+$/.test(digits);
  return { kind: 'number', span: spanOf(node), value: isLegacyOctal ? Number.parseInt(digits, 8) : Number(digits.replace(/n$/, '')) };
}

function resolveEscapes(raw: string): string {
  return raw.includes('\\') ? raw.replace(ESCAPE, resolveEscape) : raw;
}

function templateParts(node: SyntaxNode, context: Context, read: (raw: string) => string): Expression[] {
  const parts: Expression[] = [];
  const isClosed = node.end - node.start > 1 && context.text[node.end - 1] === '`';
  let at = node.start + 1;
  const addText = (end: number): void => {
    if (end > at) parts.push({ kind: 'text', span: { start: at, end }, text: read(context.text.slice(at, end)) });
  };
  for (const child of node.children) {
    if (child.type !== 'template_substitution') continue;
    addText(child.start);
    parts.push(innerExpression(child, context));
    at = child.end;
  }
  addText(isClosed ? node.end - 1 : node.end);
  return parts;
}

const cooked = (raw: string): string => resolveEscapes(withUnixLineEnds(raw));

/** The language reads CRLF inside of a template literal as LF, whatever the file has. */
const withUnixLineEnds = (raw: string): string => (raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw);

const isRaw = (tag: Expression): boolean =>
  tag.kind === 'member' && tag.name === 'raw' && tag.object.kind === 'name' && tag.object.name === 'String';

const ESCAPE = /\\(?:u\{([0-9a-fA-F]+)\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([0-3][0-7]{0,2}|[4-7][0-7]?)|(\r\n|[\s\S]))/g;

const SINGLE_ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', v: '\v', f: '\f' };

function resolveEscape(
  whole: string,
  point: string | undefined,
  unit: string | undefined,
  byte: string | undefined,
  octal: string | undefined,
  single: string | undefined,
): string {
  const hexadecimal = point ?? unit ?? byte;
  if (hexadecimal !== undefined) {
    const value = Number.parseInt(hexadecimal, 16);
    return value <= 0x10ffff ? String.fromCodePoint(value) : whole;
  }
  if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
  if (single === undefined || /^[\r\n\u2028\u2029]/.test(single)) return '';
  return SINGLE_ESCAPES[single] ?? single;
}
