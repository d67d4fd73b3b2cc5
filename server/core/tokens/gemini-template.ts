import { type Loose, recordOf, textOf } from './bodies/loose.ts';

/**
 * A value as the template of Gemini's open sisters writes it. Odd segments are texts, which a mark quotes on both sides;
 * the even ones between them are names, numbers and punctuation.
 */
export type Written = readonly string[];

export function writtenDeclaration(name: string, description: string, schema: unknown): Written {
  const root = recordOf(schema);
  return written(`declaration:${name}`, { ...(description === '' ? {} : { description }), parameters: shownSchema(root, root, 0) });
}

export function writtenCall(name: string, input: string): Written {
  return written(`call:${name}`, parsed(input) ?? { input });
}

export function writtenAnswer(name: string, answer: string): Written {
  return written(`response:${name}`, parsed(answer) ?? { result: answer });
}

/** A saved call or answer is JSON; one found in code may be any text. */
export function parsed(text: string): Loose | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? recordOf(value) : null;
  } catch {
    return null;
  }
}

function written(head: string, value: unknown): Written {
  const segments = [head];
  write(value, segments);
  return segments;
}

function write(value: unknown, segments: string[]): void {
  if (typeof value === 'string') segments.push(value, '');
  else if (Array.isArray(value))
    writeList(
      value.map((one) => ['', one]),
      '[',
      ']',
      segments,
    );
  else if (typeof value === 'object' && value !== null) writeList(sortedFields(recordOf(value)), '{', '}', segments);
  else extendLast(segments, String(value));
}

function writeList(members: readonly (readonly [string, unknown])[], open: string, close: string, segments: string[]): void {
  extendLast(segments, open);
  members.forEach(([name, value], index) => {
    extendLast(segments, `${index > 0 ? ',' : ''}${name}`);
    write(value, segments);
  });
  extendLast(segments, close);
}

function sortedFields(record: Loose): readonly (readonly [string, unknown])[] {
  const names = Object.keys(record).sort();
  return names.map((name) => [`${name}:`, record[name]]);
}

function extendLast(segments: string[], text: string): void {
  segments[segments.length - 1] += text;
}

const deepest = 8;
const notShown: ReadonlySet<string> = new Set(['$ref', '$defs', 'definitions', 'additionalProperties', 'title', 'properties']);

/** The schema with its references followed, and without what only validates or names. Types are shown in capitals, a token each as they are here. */
function shownSchema(schema: Loose, root: Loose, depth: number): Loose {
  if (depth > deepest) return {};
  const whole = { ...referred(schema, root), ...schema };
  const fields = Object.entries(whole).filter(([name]) => !notShown.has(name));
  const shown = fields.map(([name, value]) => [name, shownField(name, value, root, depth)]);
  const members = Object.entries(recordOf(whole.properties)).map(([name, value]) => [name, shownSchema(recordOf(value), root, depth + 1)]);
  return { ...Object.fromEntries(shown), ...(members.length === 0 ? {} : { properties: Object.fromEntries(members) }) };
}

function shownField(name: string, value: unknown, root: Loose, depth: number): unknown {
  if (name === 'type' && typeof value === 'string') return value.toLowerCase();
  if (!nested.has(name)) return value;
  return Array.isArray(value)
    ? value.map((one) => shownSchema(recordOf(one), root, depth + 1))
    : shownSchema(recordOf(value), root, depth + 1);
}

const nested: ReadonlySet<string> = new Set(['items', 'prefixItems', 'anyOf', 'oneOf', 'allOf']);

function referred(schema: Loose, root: Loose): Loose {
  const path = /^#\/(\$defs|definitions)\/(.+)$/.exec(textOf(schema.$ref));
  return path ? recordOf(recordOf(root[path[1] ?? ''])[path[2] ?? '']) : {};
}
