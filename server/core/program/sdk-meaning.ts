import type { Language } from '../module/module.ts';
import { evidentMethods, exportRow, methodRow, sdkNamed, sdkOfPackage } from '../sdks/index.ts';
import type { ExportRow, MethodRow, Spending } from '../sdks/sdk.ts';
import { fieldsOf } from './fields.ts';
import { nameOf } from './texts.ts';
import type { CallArguments, Value } from './value.ts';

/** What calling a value means by the SDK tables. */
export type Meaning =
  | { readonly kind: 'spends'; readonly sdk: string; readonly api: string; readonly spending: Spending; readonly isEvident: boolean }
  | { readonly kind: 'makes'; readonly sdk: string; readonly type: string; readonly positional: readonly string[] }
  | { readonly kind: 'message'; readonly role: string; readonly positional: readonly string[] }
  | { readonly kind: 'passes-argument'; readonly name: string | null }
  | { readonly kind: 'passes-receiver' };

export function meaningOf(head: Value, given: CallArguments, language: Language): Meaning | null {
  if (head.kind === 'external') return externalMeaning(head.package, head.path, language);
  if (head.kind === 'object') return objectMeaning(head.sdk, head.type, head.path);
  if (head.kind === 'member') return evidentMeaning(head, given, language);
  return null;
}

function externalMeaning(source: string, path: readonly string[], language: Language): Meaning | null {
  for (const { sdk, rest } of sdkOfPackage(source, language)) {
    for (const full of candidates([...rest, ...path])) {
      const row = exportRow(sdk, full);
      if (row && !row.is) return exportMeaning(sdk.name, row, full);
      for (let length = full.length - 1; length >= 0; length--) {
        const holder = exportRow(sdk, full.slice(0, length));
        if (holder?.is) {
          const meaning = objectMeaning(sdk.name, holder.is, full.slice(length));
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
 * with an everyday name has to show two of the SDK's names.
 */
export function isOfSdk(source: string, language: Language, has: (name: string) => boolean): boolean {
  if (source === '' || source.startsWith('.')) return source !== '' && sdkOfPackage(source, language).some(({ sdk }) => sdk.isGenerated);
  return sdkOfPackage(source, language).some(({ sdk }) => !sdk.isCommonName || sdk.exports.flatMap((row) => row.names).filter(has).length > 1);
}

function exportMeaning(sdk: string, row: ExportRow, path: readonly string[]): Meaning | null {
  if (row.spends) return { kind: 'spends', sdk, api: row.spends.api ?? path.join('.'), spending: row.spends, isEvident: false };
  if (row.makes) return { kind: 'makes', sdk, type: row.makes, positional: row.positional ?? [] };
  if (row.message) return { kind: 'message', role: row.message, positional: row.positional ?? ['content'] };
  return row.passes === 'first-argument' ? { kind: 'passes-argument', name: row.positional?.[0] ?? null } : null;
}

function objectMeaning(sdkName: string, type: string, path: readonly string[]): Meaning | null {
  const sdk = sdkNamed(sdkName);
  const clean = stripRaw(path);
  const row = sdk ? methodRow(sdk, type, clean) : null;
  return row ? methodMeaning(sdkName, row, clean.join('.')) : null;
}

function methodMeaning(sdk: string, row: MethodRow, path: string): Meaning | null {
  if (row.spends) return { kind: 'spends', sdk, api: row.spends.api ?? path, spending: row.spends, isEvident: false };
  if (row.makes) return { kind: 'makes', sdk, type: row.makes, positional: row.positional ?? [] };
  return row.passes ? { kind: 'passes-receiver' } : null;
}

/** A method path and fields that no other library has, on something whose type nothing tells. */
function evidentMeaning(head: Extract<Value, { kind: 'member' }>, given: CallArguments, language: Language): Meaning | null {
  const names: string[] = [];
  let root: Value = head;
  while (root.kind === 'member') {
    names.unshift(root.name);
    root = root.object;
  }
  if (root.kind === 'response' || root.kind === 'text' || root.kind === 'list' || root.kind === 'record' || names.length < 2) return null;
  const path = stripRaw(names).join('.');
  const isPython = language === 'python';
  for (const { sdk, row, matched } of evidentMethods(path)) {
    const { spends } = row;
    if (!spends?.evidence) continue;
    const fields = fieldsOf(spends, given, isPython);
    const isShown = spends.evidence.every((name) => fields.entries.some((entry) => entry.key === name));
    const isHinted = fields.unknowns.length > 0 && (matched.split('.').length > 2 || new RegExp(sdk.name, 'i').test(nameOf(head)));
    if (isShown || isHinted) return { kind: 'spends', sdk: sdk.name, api: spends.api ?? matched, spending: spends, isEvident: true };
  }
  return null;
}

/** Raw-response forms wrap the same call. */
const stripRaw = (path: readonly string[]): readonly string[] => path.filter((name) => name !== 'with_raw_response' && name !== 'with_streaming_response');
