import type { Language } from '../../module/module.ts';
import { evidentMethods, exportRow, exportRows, methodRows, sdkNamed, sdkOfPackage, sdks } from '../../sdks/index.ts';
import type { ExportRow, MethodRow, Posting, Sdk, Spending } from '../../sdks/sdk.ts';
import type { PendingPost } from '../summary.ts';
import type { CallArguments, Value } from '../value.ts';
import { fieldsOf } from '../values/fields.ts';
import { nameOf } from '../values/texts.ts';
import type { World } from '../world.ts';
import { isPending, posted } from './posted.ts';
import { fitsWhen, sentArguments } from './sent.ts';

/** What calling a value means by the SDK tables. */
export type Meaning =
  | {
      readonly kind: 'spends';
      readonly sdk: string;
      readonly api: string;
      readonly spending: Spending;
      readonly isEvident: boolean /** The arguments with what stands inside bodies and commands. */;
      readonly sent?: CallArguments;
    }
  | { readonly kind: 'makes'; readonly sdk: string; readonly type: string; readonly positional: readonly string[] }
  | { readonly kind: 'message'; readonly role: string; readonly positional: readonly string[] }
  | { readonly kind: 'passes-argument'; readonly name: string | null; readonly at: number }
  /** Sends a request over HTTP; where to, only a caller can tell. */
  | { readonly kind: 'posts'; readonly sdk: string; readonly pending: PendingPost }
  | { readonly kind: 'passes-receiver' };

export function meaningOf(head: Value, given: CallArguments, language: Language, world: World | null = null): Meaning | null {
  const asked: Asked = { given, language, world, receiver: head.kind === 'object' ? head.arguments : null };
  if (head.kind === 'external') return externalMeaning(head.package, head.path, asked);
  if (head.kind === 'object') return objectMeaning(head.sdk, head.type, head.path, asked);
  if (head.kind === 'member') return evidentMeaning(head, asked);
  return null;
}

interface Asked {
  readonly given: CallArguments;
  readonly language: Language;
  /** Null where only the thing is asked about and no call of it: rows that depend on arguments say nothing then. */
  readonly world: World | null;
  readonly receiver: CallArguments | null;
}

function externalMeaning(source: string, path: readonly string[], asked: Asked): Meaning | null {
  // A name that nothing binds and that is an SDK's: code that is given its imports when it runs (cells, stored functions).
  const [global = '', ...members] = source === 'builtins' && asked.language === 'python' ? path : [];
  if (members.length > 0) return externalMeaning(global, members, asked);
  for (const { sdk, rest, below } of sdkOfPackage(source, asked.language, path)) {
    for (const full of candidates([...rest, ...below])) {
      const row = exportRows(sdk, full).find((one) => !one.is && fits(one, sdk.name, asked));
      if (row) return exportMeaning(sdk.name, row, full, asked);
      for (let length = full.length - 1; length >= 0; length--) {
        const holder = exportRow(sdk, full.slice(0, length));
        if (holder?.is) {
          const meaning = objectMeaning(sdk.name, holder.is, full.slice(length), asked);
          if (meaning) return meaning;
        }
      }
    }
  }
  return null;
}

/**
 * `anthropic.lib.streaming.Anthropic` is `Anthropic` too: a class keeps its name in sub-modules, and so does a function whose
 * name has several words; `default.X` is `X`.
 */
function candidates(full: readonly string[]): readonly (readonly string[])[] {
  const clean = stripRaw(full);
  const last = clean.at(-1);
  const found = [clean];
  if (clean[0] === 'default' && clean.length > 1) found.push(clean.slice(1));
  const type = clean.findIndex((name) => /^[A-Z]/.test(name));
  if (type > 0) found.push(clean.slice(type));
  if (last && clean.length > 1 && /^[A-Z]|[a-z]_[a-z]|[a-z][A-Z]/.test(last)) found.push([last]);
  return found;
}

/**
 * Whether an import of a module that the workspace holds means an SDK all the same: in the SDK's own repository. A package
 * with an everyday name has to show two of the SDK's names, or lack the one that is asked for and that the SDK has.
 */
export function isOfSdk(source: string, name: string | null, language: Language, has: (name: string) => boolean): boolean {
  if (source === '' || source.startsWith('.')) return source !== '' && sdkOfPackage(source, language).some(({ sdk }) => sdk.isGenerated);
  return sdkOfPackage(source, language).some(
    ({ sdk, rest }) =>
      !sdk.isCommonName ||
      sdk.exports.flatMap((row) => row.names).filter(has).length > 1 ||
      (name !== null && rest.length === 0 && !has(name) && exportRow(sdk, [name]) !== null),
  );
}

/** The SDKs that something imported may belong to. */
export const sdkOfExternal = (value: Extract<Value, { kind: 'external' }>, language: Language): readonly Sdk[] =>
  sdkOfPackage(value.package, language, value.path).map(({ sdk }) => sdk);

/** Whether an SDK goes by this name, so that a folder of the same name which is no package by itself does not hide it. */
export const isPackageOfSdk = (source: string): boolean => parentPackages.has(source) || sdkOfPackage(source, 'python').length > 0;

/** `http` of `http.client`. */
const parentPackages: ReadonlySet<string> = new Set(
  sdks.flatMap(({ packages }) => packages.python.flatMap((name) => (name.includes('.') ? [name.slice(0, name.lastIndexOf('.'))] : []))),
);

function fits(row: ExportRow | MethodRow, sdk: string, { world, given }: Asked): boolean {
  if (!row.when) return true;
  return world !== null && fitsWhen(world, row.when, given, row.spends?.body ? sentArguments(world, row.spends.body, given) : given, sdk);
}

function exportMeaning(sdk: string, row: ExportRow, path: readonly string[], asked: Asked): Meaning | null {
  if (row.spends) return spends(sdk, row.spends.api ?? path.join('.'), row.spends, asked);
  if (row.posts) return postedMeaning(sdk, row.posts, asked);
  if (row.makes) return { kind: 'makes', sdk, type: row.makes, positional: row.positional ?? [] };
  if (row.message) return { kind: 'message', role: row.message, positional: row.positional ?? ['content'] };
  return row.passes === 'first-argument' ? { kind: 'passes-argument', name: row.positional?.[0] ?? null, at: 0 } : null;
}

function objectMeaning(sdkName: string, type: string, path: readonly string[], asked: Asked): Meaning | null {
  const sdk = sdkNamed(sdkName);
  const clean = stripRaw(path);
  const row = sdk ? methodRows(sdk, type, clean).find((one) => fits(one, sdkName, asked)) : null;
  // An object that is called like a function has no method's name: its own stands for it.
  return row ? methodMeaning(sdkName, row, clean.join('.') || `${type}()`, asked) : null;
}

function methodMeaning(sdk: string, row: MethodRow, path: string, asked: Asked): Meaning | null {
  if (row.spends) return spends(sdk, row.spends.api ?? path, row.spends, asked);
  if (row.posts) return postedMeaning(sdk, row.posts, asked);
  if (row.makes) return { kind: 'makes', sdk, type: row.makes, positional: row.positional ?? [] };
  if (row.passes === 'receiver') return { kind: 'passes-receiver' };
  const at = row.passes ? asked.given.positional.findIndex((value) => value.kind === 'function') : -1;
  return at < 0 ? null : { kind: 'passes-argument', name: null, at };
}

function spends(sdk: string, api: string, spending: Spending, { given, world }: Asked): Meaning {
  const meaning = { kind: 'spends' as const, sdk, api, spending, isEvident: false };
  return spending.body && world ? { ...meaning, sent: sentArguments(world, spending.body, given) } : meaning;
}

function postedMeaning(sdk: string, posting: Posting, { given, receiver, language, world }: Asked): Meaning | null {
  if (!world) return null;
  const found = posted(world, posting, given, receiver, language);
  if (found) return { kind: 'spends', sdk, isEvident: false, ...found };
  return isPending(world, posting, given, receiver) ? { kind: 'posts', sdk, pending: { kind: 'post', posting, receiver } } : null;
}

/** A method path and fields that no other library has, on something whose type nothing tells. */
function evidentMeaning(head: Extract<Value, { kind: 'member' }>, asked: Asked): Meaning | null {
  const names: string[] = [];
  let root: Value = head;
  while (root.kind === 'member') {
    names.unshift(root.name);
    root = root.object;
  }
  if (root.kind === 'response' || root.kind === 'text' || root.kind === 'list' || root.kind === 'record') return null;
  const path = stripRaw(names).join('.');
  for (const { sdk, row, matched } of evidentMethods(path)) {
    if ((names.length < 2 && !row.isDistinct) || !row.spends || !fits(row, sdk.name, asked)) continue;
    const meaning = spends(sdk.name, row.spends.api ?? matched, row.spends, asked);
    if (meaning.kind === 'spends' && isEvident(sdk, row.spends, matched, head, meaning.sent ?? asked.given, asked.language === 'python'))
      return { ...meaning, isEvident: true };
  }
  return null;
}

function isEvident(sdk: Sdk, spending: Spending, matched: string, head: Value, given: CallArguments, isPython: boolean): boolean {
  const fields = fieldsOf(spending, given, isPython);
  const evidence = spending.evidence ?? [];
  const isShown = evidence.every((name) => fields.entries.some((entry) => entry.key === name));
  return isShown || (fields.unknowns.length > 0 && (matched.split('.').length > 2 || new RegExp(sdk.name, 'i').test(nameOf(head))));
}

/** Raw-response forms wrap the same call. */
const stripRaw = (path: readonly string[]): readonly string[] =>
  path.filter((name) => name !== 'with_raw_response' && name !== 'with_streaming_response');
