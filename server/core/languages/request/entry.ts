import type { RequestEntry } from '../../module/request-file.ts';
import { ENVELOPES, MODEL_PATHS, MODEL_URLS, requestBody, USAGE_PATHS } from './envelopes.ts';

/** What a parsed value says as a request; null where it is none. */
export function readEntry(value: unknown): Omit<RequestEntry, 'span' | 'line'> | null {
  const whole = asRecord(value);
  if (!whole) return null;
  for (const { body: field, customId } of ENVELOPES) {
    const body = asRecord(whole[field]);
    if (body) return entry(whole, body, idOf(whole, customId));
  }
  if (requestBody.safeParse(whole).success) return entry(whole, whole, idOf(whole, 'custom_id'));
  const isAnswer = textAt(whole, ['custom_id']) !== null && (asRecord(whole.response) ?? asRecord(whole.result)) !== null;
  return isAnswer ? entry(whole, null, idOf(whole, 'custom_id')) : null;
}

type Fields = Readonly<Record<string, unknown>>;

function entry(whole: Fields, body: Fields | null, customId: string | null): Omit<RequestEntry, 'span' | 'line'> {
  const url = textAt(whole, ['url']);
  const usage = USAGE_PATHS.map((path) => asRecord(at(whole, path))).find((found) => found !== null) ?? null;
  return { customId, method: textAt(whole, ['method']), url, body, usage, model: modelOf(whole, body, url) };
}

/** The body names the model that is asked for, the URL where the vendor has it there, the response the one that answered. */
function modelOf(whole: Fields, body: Fields | null, url: string | null): string | null {
  const asked = body && (textAt(body, ['model']) ?? textAt(body, ['modelId']));
  return asked ?? modelInUrl(url ?? '') ?? MODEL_PATHS.map((path) => textAt(whole, path)).find((found) => found !== null) ?? null;
}

function modelInUrl(url: string): string | null {
  const name = MODEL_URLS.map((pattern) => pattern.exec(url)?.[1]).find((found) => found !== undefined);
  if (name === undefined) return null;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function idOf(whole: Fields, field: string): string | null {
  const id = whole[field];
  return typeof id === 'string' ? id : typeof id === 'number' ? String(id) : null;
}

const textAt = (value: Fields, path: readonly string[]): string | null => {
  const found = at(value, path);
  return typeof found === 'string' && found !== '' ? found : null;
};

function at(value: Fields, path: readonly string[]): unknown {
  let found: unknown = value;
  for (const step of path) found = asRecord(found)?.[step];
  return found;
}

/** By hand, because a schema that fails is dear and most of the paths asked for are not there. */
const asRecord = (value: unknown): Fields | null => (isRecord(value) ? value : null);
const isRecord = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
