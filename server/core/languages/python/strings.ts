import type { Expression, TemplateExpression, TextExpression } from '../../module/expression.ts';
import { spanOf, unknown } from '../lowering.ts';
import { childOf, firstOf, type SyntaxNode } from '../syntax.ts';
import { type Context, textOf } from './context.ts';

/** A plain literal is a text; an f-string a template. */
export function string(node: SyntaxNode, context: Context): TextExpression | TemplateExpression {
  const { prefix } = edgesOf(node, context);
  if (prefix.includes('f') || prefix.includes('t')) return { kind: 'template', span: spanOf(node), parts: partsOf(node, context) };
  return { kind: 'text', span: spanOf(node), text: stringValue(node, context) };
}

/** Adjacent literals: plain ones keep their whole span, f-strings are opened. */
export function concatenation(node: SyntaxNode, context: Context): TemplateExpression {
  const parts = node.children.flatMap((child): readonly Expression[] => {
    if (child.type !== 'string') return [context.expression(child)];
    const part = string(child, context);
    return part.kind === 'template' ? part.parts : [part];
  });
  return { kind: 'template', span: spanOf(node), parts };
}

/** What a literal without holes says. */
export function stringValue(node: SyntaxNode, context: Context): string {
  const { prefix, start, end } = edgesOf(node, context);
  return decode(context.text.slice(start, end), prefix);
}

interface Edges {
  /** In lower case. */
  readonly prefix: string;
  readonly start: number;
  readonly end: number;
}

function edgesOf(node: SyntaxNode, context: Context): Edges {
  const first = node.children[0];
  const last = node.children.at(-1);
  const start = first?.type === 'string_start' ? first.end : node.start;
  const end = last?.type === 'string_end' ? last.start : node.end;
  const opening = context.text.slice(node.start, start);
  return { prefix: opening.replace(/['"]+$/, '').toLowerCase(), start, end: Math.max(start, end) };
}

function partsOf(node: SyntaxNode, context: Context): Expression[] {
  const { prefix } = edgesOf(node, context);
  return node.children.flatMap((child): Expression[] => {
    switch (child.type) {
      case 'string_start':
      case 'string_end':
        return [];
      case 'string_content':
        return [contentOf(child, prefix, context)];
      case 'interpolation':
        return interpolation(child, context);
      default:
        return [unknown(child, 'syntax error')];
    }
  });
}

function contentOf(node: SyntaxNode, prefix: string, context: Context): TextExpression {
  const raw = textOf(node, context).replaceAll('{{', '{').replaceAll('}}', '}');
  return { kind: 'text', span: spanOf(node), text: decode(raw, prefix) };
}

/**
 * `{x}` is what it holds; with a format, `!r` or `=` it is the operation `format` on it and on the holes in its format.
 * `{x = }` writes its own source before it.
 */
function interpolation(node: SyntaxNode, context: Context): Expression[] {
  const value = context.expression(childOf(node, 'expression'));
  const conversion = childOf(node, 'type_conversion');
  const specifier = childOf(node, 'format_specifier');
  const isNamed = firstOf(node, '=') !== null;
  const isPlain = !isNamed && specifier === null && (conversion === null || textOf(conversion, context) === '!s');
  if (isPlain) return [value];
  const operands = [value, ...formatHoles(node, context)];
  const part: Expression = { kind: 'operation', span: spanOf(node), operator: 'format', operands };
  if (!isNamed) return [part];
  const span = { start: node.start + 1, end: (conversion ?? specifier)?.start ?? node.end - 1 };
  return [{ kind: 'text', span, text: context.text.slice(span.start, span.end) }, part];
}

function formatHoles(node: SyntaxNode, context: Context): Expression[] {
  const specifier = childOf(node, 'format_specifier');
  if (specifier === null) return [];
  return specifier.children.flatMap((child) => {
    const inner = child.isNamed ? childOf(child, 'expression') : null;
    return inner === null ? [] : [context.expression(inner), ...formatHoles(child, context)];
  });
}

/** Python reads every line end in a literal as a line feed. */
function decode(raw: string, prefix: string): string {
  const text = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
  if (prefix.includes('r') || !text.includes('\\')) return text;
  return text.replace(prefix.includes('b') ? BYTES_ESCAPE : ESCAPE, resolveEscape);
}

const BYTES_ESCAPE = /\\(\n|[\\'"abfnrtv]|[0-7]{1,3}|x[0-9a-fA-F]{2})/g;
const ESCAPE = /\\(\n|[\\'"abfnrtv]|[0-7]{1,3}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|N\{[^}]*\})/g;

const SINGLE_ESCAPES: Readonly<Record<string, string>> = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** A character given by its name stays one character, though we don't know which: we carry no table of names. */
const UNNAMED = '\ufffd';

function resolveEscape(whole: string, name: string): string {
  const single = SINGLE_ESCAPES[name];
  if (single !== undefined) return single;
  if (name.startsWith('N')) return UNNAMED;
  const isOctal = /^[0-7]/.test(name);
  const code = isOctal ? Number.parseInt(name, 8) : Number.parseInt(name.slice(1), 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
