import { promptKey } from '../core/usage/fingerprint.ts';
import { fieldsOf, isFields, unpacked } from './record.ts';

/** What of a saved request tells which call made it. */
export interface RequestLook {
  readonly texts: readonly string[];
  readonly tools: readonly string[] | null;
}

export const unseen: RequestLook = { texts: [], tools: null };

const mostTexts = 4;

/** Of a body, or a list of messages, in whatever vendor's words. */
export function lookOf(request: unknown): RequestLook {
  const value = unpacked(request);
  if (typeof value === 'string') return { texts: keys([value]), tools: null };
  if (Array.isArray(value)) return { texts: keys(value.flatMap(textsOf)), tools: null };
  if (!isFields(value)) return unseen;
  const system = ['system', 'instructions', 'systemInstruction', 'system_instruction'].flatMap((name) => textsOf(value[name]));
  const sent = ['messages', 'input', 'contents', 'prompt', 'args'].flatMap((name) =>
    listOf(value[name]).slice(0, mostTexts).flatMap(textsOf),
  );
  return { texts: keys([...system, ...sent]), tools: toolNames(value.tools ?? fieldsOf(value.toolConfig).tools) };
}

function keys(texts: readonly string[]): readonly string[] {
  return texts
    .map(promptKey)
    .filter((text) => text !== '')
    .slice(0, mostTexts);
}

const listOf = (value: unknown): readonly unknown[] => {
  const inner = unpacked(value);
  return Array.isArray(inner) ? inner : inner === undefined ? [] : [inner];
};

/** The text of a message or block: `content`, `parts`, `text`. */
function textsOf(value: unknown): readonly string[] {
  const inner = unpacked(value);
  if (typeof inner === 'string') return [inner];
  if (Array.isArray(inner)) return inner.slice(0, mostTexts).flatMap(textsOf);
  if (!isFields(inner)) return [];
  if (typeof inner.text === 'string') return [inner.text];
  return textsOf(inner.content ?? inner.parts ?? []);
}

function toolNames(value: unknown): readonly string[] | null {
  const tools = listOf(value).flatMap((tool) => {
    const { name, function: inner, toolSpec } = fieldsOf(tool);
    const found = name ?? fieldsOf(inner).name ?? fieldsOf(toolSpec).name;
    return typeof found === 'string' ? [found] : [];
  });
  return tools.length === 0 ? null : [...tools].sort();
}
