import { bedrockGeographies, bedrockVendors, families, localHosts, prefixes, variantWords } from './names.ts';
import { canonicalSpelling, snapshotDate, withoutDate } from './spelling.ts';

export interface ModelId {
  /** Who makes the model; null where the name does not tell. */
  readonly provider: string | null;
  /** One spelling, in lower case, with the snapshot's date where one was written. */
  readonly model: string;
  /** `model` without date and `-latest`. */
  readonly undated: string;
  /** Who serves it, where that is not its maker. */
  readonly host: string | null;
  /** The name as the host knows it, with its geography and revision. */
  readonly hostModel: string;
  readonly region: string | null;
  readonly variants: readonly string[];
  readonly snapshot: string | null;
  /** Set where the id names something that no public list prices by itself. */
  readonly opaque: 'deployment' | 'profile' | 'weights' | null;
  readonly original: string;
}

export interface ModelIdHints {
  readonly provider?: string | undefined;
  readonly host?: string | undefined;
}

/** Reads a model id in any spelling users write. Never fails: what it does not know it leaves as written. */
export function parseModelId(original: string, hints: ModelIdHints = {}): ModelId {
  const draft: Draft = { vendor: null, host: null, region: null, variants: [], opaque: null };
  const unwrapped = stripPrefixes(stripArn(original.replace(/^["'`\s]+|["'`\s]+$/g, ''), draft), draft);
  const model = readUntilStable(unwrapped, draft);
  if (isOllamaTag(model, draft)) draft.host = 'ollama';

  const host = hostOf(draft, hints);
  if (host === 'azure') draft.opaque = 'deployment';
  return {
    provider: familyOf(model) ?? draft.vendor ?? vendorHint(hints.provider),
    model,
    undated: withoutDate(model),
    host,
    hostModel: unwrapped,
    region: draft.region,
    variants: draft.variants,
    snapshot: snapshotDate(model),
    opaque: draft.opaque,
    original,
  };
}

export function isLocalHost(host: string | null): boolean {
  return host !== null && localHosts.has(host);
}

interface Draft {
  vendor: string | null;
  host: string | null;
  region: string | null;
  readonly variants: string[];
  opaque: ModelId['opaque'];
}

/** What a wrapper hid may itself be wrapped, so it is read until nothing comes off. */
function readUntilStable(unwrapped: string, draft: Draft): string {
  let model = unwrapped;
  for (let pass = 0; pass < 16; pass++) {
    const bare = stripVariants(stripPrefixes(model.trim(), draft), draft);
    const plain = stripVertexVersion(stripBedrock(withoutVendorPath(bare).toLowerCase(), draft), draft);
    const next = canonicalSpelling(stripFineTune(plain, draft));
    if (next === model) break;
    model = next;
  }
  return model;
}

function stripArn(name: string, draft: Draft): string {
  const arn = /^arn:aws[\w-]*:(bedrock|sagemaker):([a-z0-9-]*):\d*:([a-z-]+)\/(.+)$/i.exec(name);
  if (!arn) return name;
  const [, service = '', region = '', kind = '', rest = ''] = arn;
  draft.host = service.toLowerCase();
  draft.region = region === '' ? null : region;
  if (kind !== 'foundation-model' && kind !== 'inference-profile') draft.opaque = 'profile';
  return rest;
}

/** Takes known words off the front, up to the first that is part of the name. */
function stripPrefixes(name: string, draft: Draft): string {
  let rest = withoutPaths(name);
  for (;;) {
    const first = /^([\w.-]+)[/:]/.exec(rest);
    const word = first?.[1]?.toLowerCase() ?? '';
    const separator = first?.[0].at(-1);
    const prefix = Object.hasOwn(prefixes, word) ? prefixes[word] : undefined;
    const after = first ? rest.slice(first[0].length) : '';
    if (!prefix || after === '' || (separator === ':' && !isModelAfterColon(after))) break;
    draft.vendor ??= prefix.vendor ?? null;
    draft.host ??= prefix.host ?? null;
    if (prefix.weights) draft.opaque ??= 'weights';
    if (keepsVendorPath(draft.host) && prefix.vendor !== undefined) return rest;
    rest = withoutPaths(after);
  }
  return rest;
}

/** Hosts whose own ids begin with the maker's name: their price list is searched with it. */
function keepsVendorPath(host: string | null): boolean {
  return host !== null && vendorPathHosts.has(host);
}

const vendorPathHosts: ReadonlySet<string> = new Set(['openrouter', 'together', 'novita', 'deepinfra', 'huggingface', 'groq', 'baseten']);

function isModelAfterColon(after: string): boolean {
  return /^[a-z][\w.@:/[\]-]*$/i.test(after) && !variantWords.has(after.toLowerCase()) && !/^(?:latest|instruct|chat|text)$/i.test(after);
}

function withoutPaths(name: string): string {
  return name
    .replace(/^https?:\/\/[^/]+\//i, '')
    .replace(/^projects\/[^/]+\/locations\/([^/]+)\//i, 'vertex/')
    .replace(/^vertex\/publishers\/([\w-]+)\/models\//i, 'vertex/$1/')
    .replace(/^publishers\/([\w-]+)\/models\//i, 'vertex/$1/')
    .replace(/^accounts\/fireworks\/models\//i, 'fireworks/');
}

function stripVariants(name: string, draft: Draft): string {
  let rest = name.replace(/\[(1m)\]$/i, (_, variant: string) => {
    addVariant(variant.toLowerCase(), draft);
    return '';
  });
  for (;;) {
    const tail = /:([a-z]+)$/i.exec(rest);
    const word = tail?.[1]?.toLowerCase();
    if (!tail || word === undefined || !variantWords.has(word) || rest.toLowerCase().startsWith('ft:')) break;
    addVariant(word, draft);
    rest = rest.slice(0, tail.index);
  }
  return rest;
}

function addVariant(variant: string, draft: Draft): void {
  if (!draft.variants.includes(variant)) draft.variants.push(variant);
}

/** `anthropic/claude-opus-4.8` → `claude-opus-4.8`; other folders belong to the name. */
function withoutVendorPath(name: string): string {
  const slash = name.indexOf('/');
  const word = name.slice(0, Math.max(slash, 0)).toLowerCase();
  return slash > 0 && Object.hasOwn(prefixes, word) && prefixes[word]?.vendor !== undefined ? name.slice(slash + 1) : name;
}

function stripBedrock(name: string, draft: Draft): string {
  const parts = /^(?:([a-z-]+)\.)?([a-z0-9]+)\.([a-z].*)$/.exec(name);
  if (!parts) return name;
  const [, geography, vendor = '', rest = ''] = parts;
  if (!Object.hasOwn(bedrockVendors, vendor)) return name;
  if (geography !== undefined && !bedrockGeographies.has(geography)) return name;
  draft.host ??= 'bedrock';
  draft.vendor ??= bedrockVendors[vendor] ?? null;
  draft.region = geography ?? draft.region;
  return rest.replace(/-v\d+(?::\d+){0,2}(?::\d+k)?$/, '').replace(/:\d+(?:k)?$/, '');
}

function stripVertexVersion(name: string, draft: Draft): string {
  const at = /^([^@]+)@([\w.-]+)$/.exec(name);
  if (!at) return name;
  const [, base = '', version = ''] = at;
  if (base.startsWith('claude')) draft.host ??= 'vertex';
  return version === 'default' || version === 'latest' ? base : `${base}-${version}`;
}

/** `ft:gpt-4o-2024-08-06:org::id` → `ft:gpt-4o-2024-08-06`: a fine-tuned model has its own price. */
function stripFineTune(name: string, draft: Draft): string {
  const tuned = /^ft:([^:]+)(?::.*)?$/.exec(name);
  if (!tuned) return name;
  addVariant('fine-tuned', draft);
  return `ft:${tuned[1] ?? ''}`;
}

/** `llama3.2:3b`, `qwen2.5-coder:latest`: only Ollama names sizes this way. */
function isOllamaTag(name: string, draft: Draft): boolean {
  return draft.host === null && /^[a-z][\w.-]*:(?:latest|\d+(?:\.\d+)?[bm](?:-.*)?)$/.test(name);
}

function hostOf(draft: Draft, hints: ModelIdHints): string | null {
  if (draft.host !== null) return draft.host;
  const word = hints.host?.toLowerCase() ?? hints.provider?.toLowerCase();
  if (word === undefined || word === '' || word === 'vendor' || word === 'unknown') return null;
  const known = Object.hasOwn(prefixes, word) ? prefixes[word] : undefined;
  if (known) return known.host ?? null;
  return hints.host === undefined ? null : word;
}

function vendorHint(provider: string | undefined): string | null {
  const word = provider?.toLowerCase() ?? '';
  return Object.hasOwn(prefixes, word) ? (prefixes[word]?.vendor ?? null) : null;
}

function familyOf(model: string): string | null {
  return families.find(([pattern]) => pattern.test(model))?.[1] ?? null;
}
