import { parse as parseJson } from 'jsonc-parser';
import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';

/** The content of a manifest or lock file as plain data; null where it is broken or of no format that we read. */
export function plainData(file: string, text: string): unknown {
  const read = PARSERS.find((row) => row.names.test(file))?.read;
  if (!read) return null;
  try {
    return read(text);
  } catch {
    return null;
  }
}

/** What stands at a path of keys; null where nothing does. */
export function child(data: unknown, ...path: readonly string[]): unknown {
  let at: unknown = data;
  for (const name of path) at = isRecord(at) && Object.hasOwn(at, name) ? at[name] : null;
  return at ?? null;
}

export const textAtKey = (data: unknown, ...path: readonly string[]): string | null => asText(child(data, ...path));
export const asText = (data: unknown): string | null => (typeof data === 'string' ? data : null);
export const listOf = (data: unknown): readonly unknown[] => (Array.isArray(data) ? data : []);
export const textsIn = (data: unknown): readonly string[] => listOf(data).flatMap((one) => asText(one) ?? []);
export const entriesOf = (data: unknown): readonly (readonly [string, unknown])[] => (isRecord(data) ? Object.entries(data) : []);

const isRecord = (data: unknown): data is Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

/** Manifests of JavaScript tools may hold comments and commas too many. */
const PARSERS: readonly { readonly names: RegExp; readonly read: (text: string) => unknown }[] = [
  { names: /\.jsonc?$/, read: (text) => parseJson(text, [], { allowTrailingComma: true }) },
  { names: /(?:\.toml|(?:^|\/)(?:poetry|uv|pdm)\.lock)$/, read: (text) => parseToml(text) },
  { names: /\.ya?ml$/, read: (text) => parseYaml(text, { logLevel: 'silent', maxAliasCount: 1000 }) },
  { names: /(?:^|\/)Pipfile$/, read: (text) => parseToml(text) },
  { names: /(?:^|\/)Pipfile\.lock$/, read: (text) => parseJson(text) },
];
