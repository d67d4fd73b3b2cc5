import type { Language } from '../module/module.ts';
import { aiSdk } from './ai-sdk.ts';
import { aiSdkModels } from './ai-sdk-models.ts';
import { anthropic } from './anthropic.ts';
import { frameworks } from './frameworks.ts';
import { openai } from './openai.ts';
import { providers } from './providers.ts';
import type { ExportRow, MethodRow, Sdk } from './sdk.ts';

/** Every SDK that Lineitem reads, sorted by name within its group. */
export const sdks: readonly Sdk[] = [aiSdk, ...aiSdkModels, anthropic, openai, ...frameworks, ...providers];

/** Import sources of all SDKs: a file that names none of them, and that no such file reaches, need not be parsed. */
export function sdkPackages(): readonly string[] {
  return [...new Set(sdks.filter((sdk) => !sdk.isEverywhere).flatMap((sdk) => [...sdk.packages.python, ...sdk.packages.javascript]))];
}

/** What registries call an SDK's packages. */
export function distributionsOf(sdk: Sdk, language: Language): readonly string[] {
  if (language !== 'python') return [...new Set(sdk.packages.javascript.map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name))];
  return sdk.distributions ?? sdk.packages.python.map((name) => name.replaceAll(/[._]/g, '-'));
}

const byName = new Map(sdks.map((sdk) => [sdk.name, sdk]));
export const sdkNamed = (name: string): Sdk | null => byName.get(name) ?? null;

/**
 * The SDK that a package belongs to, with what is left of the import source below it: `anthropic.types` → `types`. In Python a
 * package may go on in what was imported: `from google import genai` is `google.genai`, so `path` comes back without it.
 */
export function sdkOfPackage(source: string, language: Language, path: readonly string[] = []): readonly SdkPlace[] {
  const plain = language === 'python' ? source : bareSource(source);
  const rows = [...((language === 'python' ? byPythonRoot : byScriptRoot).get(rootOf(plain)) ?? []), ...generated];
  return rows.flatMap((row) => placesIn(row, plain, language, path));
}

/** `npm:openai@4` and `https://esm.sh/openai@4?target=deno` are `openai`: how Deno and browsers name packages. */
const bareSource = (source: string): string =>
  /^(?:npm:\/?|jsr:|https:\/\/(?:esm\.sh|cdn\.skypack\.dev|cdn\.jsdelivr\.net\/npm|unpkg\.com|deno\.land\/x)\/(?:v\d+\/)?)((?:@[^/@]+\/)?[^/@?]+)(?:@[^/?]*)?(\/[^?]*)?/
    .exec(source)
    ?.slice(1)
    .filter((part) => part !== undefined && part !== '/mod.ts')
    .join('') ?? source;

interface SdkPlace {
  readonly sdk: Sdk;
  readonly rest: readonly string[];
  readonly below: readonly string[];
}

function placesIn({ sdk, name }: PackageRow, source: string, language: Language, path: readonly string[]): readonly SdkPlace[] {
  if (source === name) return [{ sdk, rest: [], below: path }];
  if (source.startsWith(`${name}.`)) return [{ sdk, rest: source.slice(name.length + 1).split('.'), below: path }];
  if (source.startsWith(`${name}/`)) return [{ sdk, rest: [], below: path }];
  if (language === 'python' && name.startsWith(`${source}.`)) {
    const further = name.slice(source.length + 1).split('.');
    return further.every((step, at) => path[at] === step) ? [{ sdk, rest: [], below: path.slice(further.length) }] : [];
  }
  return sdk.isGenerated && source.split(/[./]/).includes(name) ? [{ sdk, rest: [], below: path }] : [];
}

const rootOf = (source: string): string => source.split(/[./]/, 1)[0] ?? source;

interface PackageRow {
  readonly sdk: Sdk;
  readonly name: string;
}

function rootsOf(rows: readonly PackageRow[]): ReadonlyMap<string, readonly PackageRow[]> {
  const roots = new Map<string, PackageRow[]>();
  for (const row of rows) roots.set(rootOf(row.name), [...(roots.get(rootOf(row.name)) ?? []), row]);
  return roots;
}

const byPythonRoot = rootsOf(sdks.filter((sdk) => !sdk.isGenerated).flatMap((sdk) => sdk.packages.python.map((name) => ({ sdk, name }))));
const byScriptRoot = rootsOf(
  sdks.filter((sdk) => !sdk.isGenerated).flatMap((sdk) => sdk.packages.javascript.map((name) => ({ sdk, name }))),
);
const generated = sdks
  .filter((sdk) => sdk.isGenerated)
  .flatMap((sdk) => [...new Set([...sdk.packages.python, ...sdk.packages.javascript])].map((name) => ({ sdk, name })));

/** What an export means: rows are tried in order, the whole dotted path must fit. */
export function exportRow(sdk: Sdk, path: readonly string[]): ExportRow | null {
  const dotted = path.join('.');
  return sdk.exports.find((row) => row.names.includes(dotted)) ?? null;
}

/** All rows of a name, for those that differ by their arguments. */
export function exportRows(sdk: Sdk, path: readonly string[]): readonly ExportRow[] {
  const dotted = path.join('.');
  return sdk.exports.filter((row) => row.names.includes(dotted));
}

export function methodRow(sdk: Sdk, type: string, path: readonly string[]): MethodRow | null {
  return methodRows(sdk, type, path)[0] ?? null;
}

export function methodRows(sdk: Sdk, type: string, path: readonly string[]): readonly MethodRow[] {
  const dotted = path.join('.');
  return sdk.methods.filter(
    (row) => row.on === type && row.paths.some((one) => one === dotted || (one.endsWith('*') && fitsAny(one.slice(0, -1), dotted))),
  );
}

const fitsAny = (prefix: string, path: string): boolean => path.startsWith(prefix) && /^[A-Z]\w*$/.test(path.slice(prefix.length));

/** Whether a method's path, or its end, is one that models are asked by. */
export const isAskingPath = (path: readonly string[]): boolean => path.some((_, at) => askingPaths.has(path.slice(at).join('.')));

const askingPaths: ReadonlySet<string> = new Set(
  sdks.flatMap(({ methods }) => methods.filter((row) => row.spends?.operation === 'generate').flatMap(({ paths }) => paths)),
);

/** Calls that give themselves away by their path and fields alone, for receivers that nothing else explains. */
export function evidentMethods(path: string): readonly EvidentMethod[] {
  return evident.filter(({ matched }) => path === matched || path.endsWith(`.${matched}`));
}

interface EvidentMethod {
  readonly sdk: Sdk;
  readonly row: MethodRow;
  readonly matched: string;
}

/** Longest paths first: `beta.messages.create` before `messages.create`. */
const evident: readonly EvidentMethod[] = sdks
  .flatMap((sdk) =>
    sdk.methods
      .filter(isTold)
      .flatMap((row) => row.paths.filter((path) => row.isDistinct || path.includes('.')).map((matched) => ({ sdk, row, matched }))),
  )
  .sort((a, b) => b.matched.length - a.matched.length);

/** Whether a method is known on any receiver. */
export function isTold(row: MethodRow): boolean {
  return (row.spends?.evidence?.length ?? 0) > 0 || row.isDistinct === true;
}

/** The paths of evident calls that end with a name, each as its steps. */
export const evidentPaths = (last: string): readonly (readonly string[])[] => evidentByLast.get(last) ?? [];

const evidentByLast = new Map<string, readonly (readonly string[])[]>();
for (const matched of new Set(evident.map((one) => one.matched))) {
  const steps = matched.split('.');
  const last = steps.at(-1) ?? '';
  evidentByLast.set(last, [...(evidentByLast.get(last) ?? []), steps]);
}

/** Names that a script finds without an import and that may send a request. */
export const globalNames: ReadonlySet<string> = new Set(
  sdks
    .filter(({ packages }) => packages.javascript.includes('builtins'))
    .flatMap((sdk) => sdk.exports.flatMap(({ names }) => names.filter((name) => !name.includes('.') && name !== 'default'))),
);

/** Holders of names that a script finds without an import: `window.fetch`. */
export const globalPaths: readonly (readonly string[])[] = sdks
  .filter(({ packages }) => packages.javascript.includes('builtins'))
  .flatMap((sdk) => sdk.exports.flatMap(({ names }) => names.filter((name) => name.includes('.')).map((name) => name.split('.'))));

/** Whether a name of a package may stand for something that the tables know: a class or function that they do not name does not. */
export function mayBeKnown(sdk: Sdk, name: string): boolean {
  let steps = stepsBySdk.get(sdk);
  if (steps === undefined) {
    steps = new Set(sdk.exports.flatMap((row) => row.names.flatMap((one) => one.split('.'))));
    stepsBySdk.set(sdk, steps);
  }
  return steps.has(name) || sdk.isGenerated === true || name === 'default';
}

/** Keyed by the rows themselves, which never change. */
const stepsBySdk = new WeakMap<Sdk, ReadonlySet<string>>();
