import type { Value } from '../value.ts';

/** The value as plain JSON data where the source shows all of it; undefined where anything is unknown. */
export function toJson(value: Value): unknown {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'number':
    case 'boolean':
      return value.value;
    case 'null':
      return null;
    case 'list': {
      const items: unknown[] = [];
      for (const item of value.items) {
        const json = item.count === 'one' ? toJson(item.value) : undefined;
        if (json === undefined) return undefined;
        items.push(json);
      }
      return items;
    }
    case 'record': {
      if (value.unknowns.length > 0) return undefined;
      const record: Record<string, unknown> = {};
      for (const entry of value.entries) {
        const json = toJson(entry.value);
        if (json === undefined) return undefined;
        record[entry.key] = json;
      }
      return record;
    }
    case 'concat': {
      const texts = value.parts.map((part) => (part.kind === 'text' ? part.text : part.kind === 'number' ? String(part.value) : null));
      return texts.includes(null) ? undefined : texts.join('');
    }
    default:
      return undefined;
  }
}
