import { findNodeAtLocation, getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { z } from 'zod';
import type { Span } from '../text/span.ts';
import {
  type CallEntry,
  callEntrySchema,
  defaultsSchema,
  type EntryPointEntry,
  entryPointEntrySchema,
  type UsageDefaults,
  usageFileSchema,
} from './usage-schema.ts';

export const usageFileName = 'lineitem.usage.json';
export const isUsageName = (file: string): boolean => file === usageFileName || file.endsWith(`/${usageFileName}`);

/** One usage file, as far as it is sound: what has a problem is not applied, and the problem says so at its place. */
export interface ParsedUsage {
  readonly asOf: Dated | null;
  readonly defaults: UsageDefaults | null;
  readonly calls: ReadonlyMap<string, UsageEntry<CallEntry>>;
  readonly entryPoints: ReadonlyMap<string, UsageEntry<EntryPointEntry>>;
  readonly problems: readonly UsageProblem[];
}

export interface UsageEntry<Value> {
  readonly value: Value;
  /** Of the key. */
  readonly span: Span;
}

interface Dated {
  /** `2026-10-31`. */
  readonly day: string;
  readonly span: Span;
}

export interface UsageProblem {
  readonly span: Span;
  readonly message: string;
}

export function parseUsage(text: string): ParsedUsage {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const [error] = errors;
  if (error !== undefined) return nothing([{ span: spanAt(error.offset, error.length), message: `This is no JSON: ${describe(error)}.` }]);
  if (root?.type !== 'object') return nothing([{ span: spanAt(0, 0), message: 'A usage file is an object with `calls`.' }]);
  const problems: UsageProblem[] = [];
  const calls = entriesOf(root, 'calls', callEntrySchema, problems);
  const entryPoints = entriesOf(root, 'entryPoints', entryPointEntrySchema, problems);
  const defaultsNode = findNodeAtLocation(root, ['defaults']);
  const defaults = defaultsNode === undefined ? null : check(defaultsNode, defaultsSchema, 'The defaults are', problems);
  problems.push(...unknownKeys(root));
  return { asOf: asOfOf(root, problems), defaults, calls, entryPoints, problems };
}

const nothing = (problems: readonly UsageProblem[]): ParsedUsage => ({
  asOf: null,
  defaults: null,
  calls: new Map(),
  entryPoints: new Map(),
  problems,
});

const describe = ({ error }: ParseError): string =>
  printParseErrorCode(error)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();

function entriesOf<Value>(
  root: Node,
  name: 'calls' | 'entryPoints',
  schema: z.ZodType<Value>,
  problems: UsageProblem[],
): ReadonlyMap<string, UsageEntry<Value>> {
  const list = findNodeAtLocation(root, [name]);
  const found = new Map<string, UsageEntry<Value>>();
  if (list === undefined) return found;
  if (list.type !== 'object') {
    problems.push({ span: spanOf(list), message: `\`${name}\` holds one entry an id.` });
    return found;
  }
  const twice = repeatedKeys(list);
  for (const property of list.children ?? []) {
    const [key, value] = property.children ?? [];
    if (key === undefined || value === undefined) continue;
    const id = String(getNodeValue(key));
    if (twice.has(id)) {
      problems.push({ span: spanOf(key), message: `There are two entries for \`${id}\`; neither is applied. Keep one.` });
      continue;
    }
    const entry = check(value, schema, 'This entry is', problems);
    if (entry !== null) found.set(id, { value: entry, span: spanOf(key) });
  }
  return found;
}

function repeatedKeys(list: Node): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const property of list.children ?? []) {
    const key = property.children?.[0];
    const id = key === undefined ? '' : String(getNodeValue(key));
    if (seen.has(id)) twice.add(id);
    seen.add(id);
  }
  return twice;
}

function check<Value>(node: Node, schema: z.ZodType<Value>, what: string, problems: UsageProblem[]): Value | null {
  const parsed = schema.safeParse(getNodeValue(node));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  if (issue === undefined) return null;
  const path = issue.path.filter((one) => typeof one === 'string' || typeof one === 'number');
  const unknown = issue.code === 'unrecognized_keys' ? (issue.keys[0] ?? null) : null;
  const at = nodeAt(node, unknown === null ? path : [...path, unknown]) ?? node;
  const plural = what.endsWith('are') ? 'are' : 'is';
  problems.push({
    span: spanOf(at),
    message: `${messageOf(issue, path, unknown)} ${what.replace(/ (is|are)$/, '')} ${plural} not applied.`,
  });
  return null;
}

function nodeAt(node: Node, path: readonly (string | number)[]): Node | undefined {
  for (let length = path.length; length > 0; length--) {
    const found = findNodeAtLocation(node, path.slice(0, length));
    if (found !== undefined) return found;
  }
  return undefined;
}

function messageOf(issue: z.core.$ZodIssue, path: readonly (string | number)[], unknown: string | null): string {
  if (unknown !== null) return `There is no field \`${unknown}\` here.`;
  const name = path.length === 0 ? '' : `\`${path.join('.')}\`: `;
  if (issue.code === 'too_big') return `${name}at most ${String(issue.maximum)}${issue.inclusive === false ? ', and less' : ''}.`;
  if (issue.code === 'too_small') return `${name}at least ${String(issue.minimum)}${issue.inclusive === false ? ', and more' : ''}.`;
  return `${name}${issue.message.replace(/^Invalid input: /, '')}.`;
}

const known = Object.keys(usageFileSchema.shape);

function unknownKeys(root: Node): readonly UsageProblem[] {
  return (root.children ?? []).flatMap((property) => {
    const key = property.children?.[0];
    const name = key === undefined ? '' : String(getNodeValue(key));
    return key === undefined || known.includes(name) ? [] : [{ span: spanOf(key), message: `There is no field \`${name}\` here.` }];
  });
}

function asOfOf(root: Node, problems: UsageProblem[]): Dated | null {
  const node = findNodeAtLocation(root, ['asOf']);
  if (node === undefined) return null;
  const day = usageFileSchema.shape.asOf.safeParse(getNodeValue(node));
  if (day.success && day.data !== undefined) return { day: day.data, span: spanOf(node) };
  problems.push({ span: spanOf(node), message: 'A day looks like 2026-10-31.' });
  return null;
}

const spanAt = (start: number, length: number): Span => ({ start, end: start + length });
const spanOf = (node: Node): Span => spanAt(node.offset, node.length);
