import { isAlias, isMap, isScalar, isSeq, parseDocument, Scalar } from 'yaml';
import type { PlainValue, PromptProblem } from '../../module/prompt-file.ts';
import type { Span } from '../../text/span.ts';
import { type MappedText, verbatim } from './mapped-text.ts';
import { decodedScalar, type ScalarStyle } from './yaml-scalar.ts';

/** YAML, and so JSON, with the place of everything. */
export type YamlValue = YamlMap | YamlList | YamlScalar;
export interface YamlMap {
  readonly kind: 'map';
  readonly span: Span;
  readonly entries: readonly YamlEntry[];
}
export interface YamlEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: YamlValue;
}
export interface YamlList {
  readonly kind: 'list';
  readonly span: Span;
  readonly items: readonly YamlValue[];
}
export interface YamlScalar {
  readonly kind: 'scalar';
  readonly span: Span;
  readonly value: string | number | boolean | null;
  /** What a string says, unit by unit with its place. */
  readonly text: () => MappedText;
}

export interface YamlTree {
  readonly root: YamlValue | null;
  readonly problem: PromptProblem | null;
}

/** Broken text gives what could be read and one problem, the first; what follows is mostly its echo. */
export function readYaml(source: string, span: Span): YamlTree {
  try {
    const text = source.slice(span.start, span.end);
    const document = parseDocument(text, { prettyErrors: false, strict: false, logLevel: 'silent', uniqueKeys: false });
    const root = convert(document.contents, { source, base: span.start, anchors: new Map(), depth: 0 });
    const error = document.errors.find(({ code, pos }) => code !== 'MULTIPLE_DOCS' && !isBareGlob(text, pos[0]));
    if (!error) return { root, problem: null };
    const start = Math.min(span.start + error.pos[0], span.end);
    const end = Math.max(start, Math.min(span.start + error.pos[1], span.end));
    return { root, problem: { span: { start, end }, message: `This is not valid YAML: ${error.message}` } };
  } catch {
    return { root: null, problem: { span, message: 'This is not valid YAML: it is nested too deeply to be read' } };
  }
}

/** `globs: *.ts, *.tsx` is no YAML, but what the tools that read it accept. */
const isBareGlob = (text: string, at: number): boolean => /^[\w-]+[ \t]*:[ \t]*\*/.test(text.slice(text.lastIndexOf('\n', at - 1) + 1, at));

/** The value at a path of keys and indexes: `model.id`, `providers.0.config`; `*` is the first entry that leads on. */
export function valueAt(value: YamlValue | null, path: string): YamlValue | null {
  return follow(value, path.split('.'));
}

export const textOf = (value: YamlValue | null): string | null =>
  value?.kind === 'scalar' && typeof value.value === 'string' ? value.value : null;

export const itemsOf = (value: YamlValue | null): readonly YamlValue[] => (value?.kind === 'list' ? value.items : []);

export function plainValue(value: YamlValue): PlainValue {
  const budget = { left: LARGEST_PLAIN_VALUE };
  const plain = (one: YamlValue): PlainValue => {
    if (budget.left-- <= 0) return null;
    if (one.kind === 'scalar') return one.value;
    if (one.kind === 'list') return one.items.map(plain);
    return Object.fromEntries(one.entries.map((entry) => [entry.key, plain(entry.value)]));
  };
  return plain(value);
}

/** Aliases can blow a small file up to any size. */
const LARGEST_PLAIN_VALUE = 10_000;
const DEEPEST = 200;
const LONGEST_GLOB = 1000;

function follow(value: YamlValue | null, path: readonly string[]): YamlValue | null {
  const [step, ...rest] = path;
  if (step === undefined || value === null) return value;
  if (value.kind === 'list') return follow(value.items[Number(step)] ?? null, rest);
  if (value.kind !== 'map') return null;
  for (const entry of value.entries) {
    if (entry.key !== step && step !== '*') continue;
    const found = follow(entry.value, rest);
    if (found) return found;
  }
  return null;
}

interface Context {
  readonly source: string;
  readonly base: number;
  readonly anchors: Map<string, YamlValue>;
  readonly depth: number;
}

function convert(node: unknown, context: Context): YamlValue | null {
  const inner = { ...context, depth: context.depth + 1 };
  if (inner.depth > DEEPEST) return null;
  if (isAlias(node)) {
    const span = spanOf(node, context);
    const raw = (/^[^\r\n\]}]*/.exec(context.source.slice(span.start, span.start + LONGEST_GLOB))?.[0] ?? '').trimEnd();
    const glob = { start: span.start, end: span.start + raw.length };
    return context.anchors.get(node.source) ?? scalar(raw, verbatim(context.source, glob), glob);
  }
  const value = isScalar(node) ? convertScalar(node, context) : convertCollection(node, inner);
  const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
  if (value && anchor !== undefined) context.anchors.set(anchor, value);
  return value;
}

function convertCollection(node: unknown, context: Context): YamlValue | null {
  if (isSeq(node)) {
    return { kind: 'list', span: spanOf(node, context), items: node.items.flatMap((item) => convert(item, context) ?? []) };
  }
  if (!isMap(node)) return null;
  const entries = node.items.flatMap((pair): readonly YamlEntry[] => {
    if (!isScalar(pair.key)) return [];
    const keySpan = spanOf(pair.key, context);
    const value = convert(pair.value, context) ?? scalar(null, verbatim(context.source, { start: keySpan.end, end: keySpan.end }), keySpan);
    return [{ key: String(pair.key.value), keySpan, value }];
  });
  return { kind: 'map', span: spanOf(node, context), entries };
}

function convertScalar(node: Scalar, context: Context): YamlScalar {
  const { value } = node;
  const span = spanOf(node, context);
  if (typeof value !== 'string') {
    const known = typeof value === 'number' || typeof value === 'boolean' ? value : null;
    return scalar(known, verbatim(context.source, span), span);
  }
  const style = STYLES.get(node.type ?? '') ?? 'plain';
  return { kind: 'scalar', span, value, text: () => decodedScalar(context.source, span.start, span.end, value, style) };
}

const scalar = (value: YamlScalar['value'], text: MappedText, span: Span): YamlScalar => ({
  kind: 'scalar',
  span,
  value,
  text: () => text,
});

const STYLES: ReadonlyMap<string, ScalarStyle> = new Map([
  [Scalar.BLOCK_FOLDED, 'block'],
  [Scalar.BLOCK_LITERAL, 'block'],
  [Scalar.QUOTE_SINGLE, 'single'],
  [Scalar.QUOTE_DOUBLE, 'double'],
]);

function spanOf(node: { readonly range?: readonly [number, number, number] | null | undefined }, { base }: Context): Span {
  const [start, end] = node.range ?? [0, 0];
  return { start: base + start, end: base + end };
}
