import type { Place } from '../../module/module.ts';
import { exportRow, sdkNamed } from '../../sdks/index.ts';
import type { ModelReference, ModelSource } from '../call-site.ts';
import type { ObjectValue, Value } from '../value.ts';
import { isDataFile } from '../values/data-value.ts';
import { environmentName } from '../values/settings.ts';
import { carries } from '../values/taint.ts';
import { nameOf } from '../values/texts.ts';
import { dotted } from '../values/waits.ts';

interface Where {
  readonly call: Place;
  /** Through a wrapper, the id is its caller's argument. */
  readonly isInstance: boolean;
  readonly host: ModelReference['host'];
  /** What the workspace's example of an environment says of a setting, in words. */
  readonly example: (name: string) => string | null;
}

/** Which model answers and how the source says so. `raw` is the value before parameters were settled. */
export function modelReference(raw: Value | null, settled: Value | null, where: Where): ModelReference {
  if (!settled || !raw) return { id: null, source: 'unknown', note: null, alternatives: [], place: null, host: where.host };
  if (settled.kind === 'object') return fromModelObject(settled, where);
  const texts = (settled.kind === 'choice' ? settled.options : [settled])
    .flatMap((option) => (option.kind === 'text' ? [option] : joined(option)))
    .filter((one) => one.text.trim() !== '');
  const others = settled.kind === 'choice' ? settled.options.filter((option) => option.kind !== 'text' && option.kind !== 'null') : [];
  const objects = others.flatMap((option) => (option.kind === 'object' ? [option] : []));
  const [only] = texts;
  if (!only && objects.length > 0) return fromModelObjects(objects, settled, where);
  const file = only && isDataFile(only.place.file) && only.place.unit === '' ? only.place.file : null;
  const note = others.length > 0 ? noteOf(others[0] ?? settled, where) : only ? file : noteOf(settled, where);
  if (!only)
    return {
      id: null,
      source: isEnvironment(settled) ? 'env' : 'unknown',
      note: note || null,
      alternatives: [],
      place: settled.place,
      host: where.host,
    };
  const ids = [...new Set(texts.map((one) => one.text))];
  if (ids.length > 1)
    return { id: null, source: 'unknown', note: note || 'one of several', alternatives: ids, place: only.place, host: where.host };
  return {
    id: only.text,
    source: others.length > 0 ? (others.some(isEnvironment) ? 'env-fallback' : 'default') : sourceOf(raw, only, where),
    note: note || null,
    alternatives: [],
    place: only.place,
    host: where.host,
  };
}

function joined(value: Value): readonly { readonly text: string; readonly place: Place }[] {
  if (value.kind !== 'concat') return [];
  const texts = value.parts.map((part) => (part.kind === 'text' ? part.text : null));
  return texts.includes(null) ? [] : [{ text: texts.join(''), place: value.place }];
}

function sourceOf(raw: Value, text: { readonly place: Place }, where: Where): ModelSource {
  if (text.place.unit === '' && isDataFile(text.place.file)) return 'config';
  if (where.isInstance) return 'argument';
  if (carries(raw, (one) => one.kind === 'parameter' && one.default !== null, 0)) return 'default';
  if (text.place.file !== where.call.file) return 'import';
  const isInside =
    text.place.unit === where.call.unit && text.place.span.start >= where.call.span.start && text.place.span.end <= where.call.span.end;
  return isInside ? 'literal' : 'constant';
}

const isEnvironment = (value: Value): boolean =>
  environmentName(value) !== null || /^(os\.environ|process\.env|import\.meta\.env|Deno\.env)\b/.test(dotted(value));

/** What a reader calls it: a setting by its name in the environment, with what an example of it says. */
function noteOf(value: Value, where: Where): string {
  const name = environmentName(value);
  const example = name === null ? null : where.example(name);
  return name === null ? nameOf(value).replace(/^\(\d+\)\./, '') : example === null ? name : `${name}, ${example}`;
}

/** Models that a branch or a table chooses from: one only where all are the same. */
function fromModelObjects(objects: readonly ObjectValue[], settled: Value, where: Where): ModelReference {
  const found = objects.map((one) => fromModelObject(one, where));
  const ids = [...new Set(found.flatMap(({ id }) => id ?? []))];
  const [first] = found;
  const known = found.find(({ id }) => id !== null) ?? first;
  if (known && ids.length < 2) return known;
  return { id: null, source: 'unknown', note: 'one of several', alternatives: ids, place: settled.place, host: known?.host ?? where.host };
}

/** `openai("gpt-5")`: the id is what the model object was made with, or what it was made from. */
function fromModelObject(object: Extract<Value, { kind: 'object' }>, where: Where): ModelReference {
  let id: Value | null = null;
  for (let at: Value | null = object; !id && at?.kind === 'object'; at = at.from) {
    const [first] = at.arguments?.positional ?? [];
    id =
      (at.arguments?.named.find((one) => MODEL_NAMES.test(one.name)) ?? at.arguments?.named.find((one) => one.name === 'id'))?.value ??
      (first && !NO_ID.has(first.kind) ? first : null);
  }
  const inner = modelReference(id, id, { ...where, host: hostOf(object) ?? where.host });
  return { ...inner, note: inner.note ?? (id ? null : (sdkNamed(object.sdk)?.title ?? object.sdk)) };
}

const MODEL_NAMES = /^((ai_)?model(_name|_id|Name|Id)?|(azure_)?deployment(_name|Name)?|azureOpenAIApiDeploymentName|engine)$/;
/** What stands first and is no id: tools, options, another client. */
const NO_ID = new Set<Value['kind']>(['list', 'record', 'object', 'function', 'class', 'instance', 'response']);

/** How the object that is asked was made tells whose servers answer. */
export function hostOf(object: Value | null): ModelReference['host'] | null {
  for (let at = object; at; at = at.kind === 'object' ? at.from : null) {
    if (at.kind !== 'external') continue;
    for (const name of [at.path, at.path.slice(-1)]) {
      const sdk = object?.kind === 'object' ? sdkNamed(object.sdk) : null;
      const row = sdk ? exportRow(sdk, name) : null;
      if (row?.host) return row.host;
    }
  }
  return null;
}

/** Whose models an OpenAI-compatible address serves. Sources: the providers' own documentation, 2026-11. */
const ADDRESSES: readonly { readonly pattern: RegExp; readonly provider: string; readonly host: ModelReference['host'] }[] = [
  { pattern: /localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\]|host\.docker\.internal|:11434|\.local\b/, provider: 'local', host: 'local' },
  { pattern: /api\.openai\.com/, provider: 'openai', host: 'vendor' },
  { pattern: /api\.anthropic\.com/, provider: 'anthropic', host: 'vendor' },
  { pattern: /openrouter\.ai/, provider: 'openrouter', host: 'vendor' },
  { pattern: /api\.deepseek\.com/, provider: 'deepseek', host: 'vendor' },
  { pattern: /api\.x\.ai/, provider: 'x-ai', host: 'vendor' },
  { pattern: /api\.groq\.com/, provider: 'groq', host: 'vendor' },
  { pattern: /api\.together\.(xyz|ai)/, provider: 'together', host: 'vendor' },
  { pattern: /api\.fireworks\.ai/, provider: 'fireworks', host: 'vendor' },
  { pattern: /api\.perplexity\.ai/, provider: 'perplexity', host: 'vendor' },
  { pattern: /api\.mistral\.ai/, provider: 'mistral', host: 'vendor' },
  { pattern: /generativelanguage\.googleapis\.com/, provider: 'google', host: 'vendor' },
  { pattern: /\.openai\.azure\.com|cognitiveservices\.azure\.com/, provider: 'azure', host: 'azure' },
  { pattern: /(models\.inference\.ai|services\.ai|inference\.ml)\.azure\.com|models\.ai\.azure\.com/, provider: 'azure', host: 'azure' },
  { pattern: /models\.github\.ai/, provider: 'github-models', host: 'vendor' },
  { pattern: /bedrock-runtime\.[\w-]+\.amazonaws\.com/, provider: 'aws', host: 'bedrock' },
  { pattern: /aiplatform\.googleapis\.com/, provider: 'google', host: 'vertex' },
  { pattern: /api\.cohere\.(ai|com)/, provider: 'cohere', host: 'vendor' },
  { pattern: /api\.cerebras\.ai/, provider: 'cerebras', host: 'vendor' },
  { pattern: /api\.sambanova\.ai/, provider: 'sambanova', host: 'vendor' },
  { pattern: /integrate\.api\.nvidia\.com/, provider: 'nvidia', host: 'vendor' },
  { pattern: /api\.deepinfra\.com/, provider: 'deepinfra', host: 'vendor' },
  { pattern: /router\.huggingface\.co|api-inference\.huggingface\.co/, provider: 'huggingface', host: 'vendor' },
  { pattern: /dashscope(-intl|-us)?\.aliyuncs\.com/, provider: 'alibaba', host: 'vendor' },
  { pattern: /api\.moonshot\.(ai|cn)/, provider: 'moonshotai', host: 'vendor' },
  { pattern: /api\.z\.ai|open\.bigmodel\.cn/, provider: 'zai', host: 'vendor' },
  { pattern: /api\.minimax(i)?\.(io|com|chat)/, provider: 'minimax', host: 'vendor' },
  { pattern: /api\.ai21\.com/, provider: 'ai21', host: 'vendor' },
  { pattern: /ollama\.com/, provider: 'ollama-cloud', host: 'vendor' },
  // Proxies that hand the request on and bill nothing by the token.
  { pattern: /oai\.helicone\.ai/, provider: 'openai', host: 'vendor' },
  { pattern: /anthropic\.helicone\.ai/, provider: 'anthropic', host: 'vendor' },
  { pattern: /gateway\.ai\.cloudflare\.com\/[^?]*\/openai/, provider: 'openai', host: 'vendor' },
  { pattern: /gateway\.ai\.cloudflare\.com\/[^?]*\/anthropic/, provider: 'anthropic', host: 'vendor' },
];

/** What a base URL says; `other` for an address that we don't know, `unknown` where the source does not show it. */
export function addressOf(value: Value | null): { readonly provider: string | null; readonly host: ModelReference['host'] } | null {
  if (!value || value.kind === 'null') return null;
  const texts = (value.kind === 'choice' ? value.options : [value]).flatMap((option) =>
    option.kind === 'text'
      ? [option.text]
      : option.kind === 'concat'
        ? option.parts.flatMap((part) => (part.kind === 'text' ? [part.text] : []))
        : [],
  );
  const [text] = texts;
  if (text === undefined) return { provider: null, host: 'unknown' };
  const row = ADDRESSES.find((one) => one.pattern.test(text));
  return row ? { provider: row.provider, host: row.host } : { provider: null, host: 'other' };
}

/** The same of a model object: what it, or the provider that it comes from, was made with. */
export function addressOfModel(model: Value | null): ReturnType<typeof addressOf> {
  for (let at = model; at?.kind === 'object'; at = at.from) {
    const [options] = at.arguments?.positional ?? [];
    const named = [
      ...(at.arguments?.named ?? []).map(({ name, value }) => ({ key: name, value })),
      ...(options?.kind === 'record' ? options.entries : []),
    ];
    const address = addressOf(named.find(({ key }) => ADDRESS_NAMES.test(key))?.value ?? null);
    if (address !== null) return address;
  }
  return null;
}

const ADDRESS_NAMES = /^(base_?url|api_base(_url)?|endpoint|azure_endpoint|server_?url)$/i;
