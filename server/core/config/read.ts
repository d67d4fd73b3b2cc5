import * as z from 'zod';
import type { ConfigProblem } from '../rules/config-problem.ts';
import type { Span } from '../text/span.ts';
import { complaintsOf } from './issues.ts';
import { type JsonText, readJson } from './json-text.ts';
import { type ConfigValue, configSchema } from './schema.ts';

/** One `lineitem.json`: what holds of it, and what is wrong with it. */
export interface ConfigFile {
  readonly file: string;
  readonly value: ConfigValue;
  readonly problems: readonly ConfigProblem[];
  /** Where a setting stands. */
  readonly spanAt: (path: readonly PropertyKey[]) => Span;
}

/** Each round takes out what was complained of; more rounds than levels of the schema can't be needed. */
const mostRounds = 12;

/** A key or value that is not understood is said at its place and left out; everything else holds. */
export function readConfig(file: string, text: string): ConfigFile {
  const json = readJson(text);
  const problems: ConfigProblem[] = [];
  const say = (id: string, span: Span, message: string, instead: string): void =>
    void problems.push({ id: `${file}#${id}`, at: { file, unit: '', span }, message, instead });

  if (json.fault !== null) say('', json.fault.at, json.fault.message, json.fault.instead);
  for (const { key, path, at } of json.repeated)
    say([...path, key].join('.'), at, `\`${key}\` stands twice; the last one holds.`, 'Keep one.');
  const value = understood(json, say, json.fault !== null);
  return { file, value, problems: problems.sort((a, b) => a.at.span.start - b.at.span.start), spanAt: json.spanAt };
}

/** `isBroken`: where the text is no JSON, what is missing or half there is an echo of that. */
function understood(json: JsonText, say: (id: string, at: Span, message: string, instead: string) => void, isBroken: boolean): ConfigValue {
  if (json.value === null && isBroken) return {};
  let value: unknown = json.value;
  const removed: (readonly PropertyKey[])[] = [];
  for (let round = 0; round < mostRounds; round++) {
    const parsed = configSchema.safeParse(value);
    if (parsed.success) return parsed.data;
    // From the last to the first: what is taken out of a list moves only what comes behind it.
    for (const { path, key, message, instead } of complaintsOf(parsed.error.issues, value, keysAt).toReversed()) {
      const whole = key === null ? path : [...path, key];
      const there = thereIn(value, whole);
      // What is missing or empty because something was taken out was complained of before.
      const isEcho = isBroken || removed.some((one) => whole.every((part, index) => one[index] === part));
      removed.push(whole);
      if (!isEcho) say(whole.map(String).join('.'), key === null ? json.spanAt(path) : json.keyAt(path, key), message, instead);
      if (there.length > 0 || whole.length === 0) value = without(value, there);
    }
  }
  return {};
}

/** How much of a path leads somewhere. */
function thereIn(value: unknown, path: readonly PropertyKey[]): readonly PropertyKey[] {
  const [key, ...rest] = path;
  if (key === undefined || typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return [];
  return [key, ...thereIn(Reflect.get(value, key), rest)];
}

/** The same value with nothing at a path; the whole where the path is empty. In a list the others move up once it is whole again. */
function without(value: unknown, path: readonly PropertyKey[]): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return {};
  if (Array.isArray(value)) {
    const index = Number(key);
    return rest.length === 0 ? value.filter((_, at) => at !== index) : value.map((one, at) => (at === index ? without(one, rest) : one));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) =>
      name !== key ? [[name, inner]] : rest.length === 0 ? [] : [[name, without(inner, rest)]],
    ),
  );
}

/** The keys that the schema has at a path. */
function keysAt(path: readonly PropertyKey[]): readonly string[] {
  let at: z.core.$ZodType | undefined = configSchema;
  for (const key of path) at = at === undefined ? undefined : inside(at, key);
  const here = at === undefined ? undefined : objectIn(at);
  return here === undefined ? [] : Object.keys(here.shape);
}

function inside(schema: z.core.$ZodType, key: PropertyKey): z.core.$ZodType | undefined {
  const bare = unwrapped(schema);
  if (bare instanceof z.ZodArray) return bare.element;
  if (bare instanceof z.ZodRecord) return bare.valueType;
  return typeof key === 'string' ? objectIn(bare)?.shape[key] : undefined;
}

function objectIn(schema: z.core.$ZodType): z.ZodObject | undefined {
  const bare = unwrapped(schema);
  if (bare instanceof z.ZodObject) return bare;
  if (!(bare instanceof z.ZodUnion)) return undefined;
  return bare.options.map(objectIn).find((one) => one !== undefined);
}

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable ? unwrapped(schema.unwrap()) : schema;
}
