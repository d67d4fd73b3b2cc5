import type { Language } from '../module/module.ts';
import { aiSdk } from './ai-sdk.ts';
import { aiSdkModels } from './ai-sdk-models.ts';
import { anthropic } from './anthropic.ts';
import { openai } from './openai.ts';
import type { ExportRow, MethodRow, Sdk } from './sdk.ts';

/** Every SDK that Lineitem reads, sorted by name within its group. */
export const sdks: readonly Sdk[] = [aiSdk, ...aiSdkModels, anthropic, openai];

/** Import sources of all SDKs: a file that names none of them, and that no such file reaches, need not be parsed. */
export function sdkPackages(): readonly string[] {
  return [...new Set(sdks.flatMap((sdk) => [...sdk.packages.python, ...sdk.packages.javascript]))];
}

const byName = new Map(sdks.map((sdk) => [sdk.name, sdk]));
export const sdkNamed = (name: string): Sdk | null => byName.get(name) ?? null;

/** The SDK that a package belongs to, with what is left of the import source below it: `anthropic.types` → `types`. */
export function sdkOfPackage(source: string, language: Language): { readonly sdk: Sdk; readonly rest: readonly string[] }[] {
  return sdks.flatMap((sdk) => {
    for (const name of language === 'python' ? sdk.packages.python : sdk.packages.javascript) {
      if (source === name) return [{ sdk, rest: [] }];
      if (source.startsWith(`${name}.`)) return [{ sdk, rest: source.slice(name.length + 1).split('.') }];
      if (source.startsWith(`${name}/`)) return [{ sdk, rest: [] }];
    }
    return [];
  });
}

/** What an export means: rows are tried in order, the whole dotted path must fit. */
export function exportRow(sdk: Sdk, path: readonly string[]): ExportRow | null {
  const dotted = path.join('.');
  return sdk.exports.find((row) => row.names.includes(dotted)) ?? null;
}

export function methodRow(sdk: Sdk, type: string, path: readonly string[]): MethodRow | null {
  const dotted = path.join('.');
  return sdk.methods.find((row) => row.on === type && row.paths.includes(dotted)) ?? null;
}

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
  .flatMap((sdk) => sdk.methods.filter((row) => (row.spends?.evidence?.length ?? 0) > 0).flatMap((row) => row.paths.filter((path) => path.includes('.')).map((matched) => ({ sdk, row, matched }))))
  .sort((a, b) => b.matched.length - a.matched.length);
