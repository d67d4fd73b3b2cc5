import { type DeclaredSdk, declaredWords } from './declared.ts';
import { sdkPackages, sdks } from './index.ts';

/**
 * One pattern that says whether a text may use an SDK: a package named as one (in quotes, or behind Python's keywords; `ai` is
 * part of many words), or a call that is evident by its path wherever the client comes from.
 */
export function mentionPattern(declared: readonly DeclaredSdk[] = []): RegExp {
  const packages = sdkPackages().map(escaped).join('|');
  const paths = sdks.flatMap(({ methods }) =>
    methods.flatMap((row) => ((row.spends?.evidence?.length ?? 0) > 0 ? row.paths.filter((path) => path.includes('.')) : [])),
  );
  const members = [...new Set(paths)].map(escaped).join('|');
  const own = declaredWords(declared).map((word) => `\\b${escaped(word)}\\b`);
  const words = sdks.flatMap((sdk) => [
    ...(sdk.mentions ?? []),
    ...(sdk.isGenerated ? sdk.packages.python.concat(sdk.packages.javascript) : []),
  ]);
  const others = words.length > 0 ? `|${[...new Set(words)].map(escaped).join('|')}` : '';
  const declaredOnes = own.map((one) => `|${one}`).join('');
  return new RegExp(
    `["'\`](?:npm:/?|jsr:|https://[\\w./-]{1,40}?/)?(?:${packages})(?:@[^"'\`/]{1,30})?["'\`/]|(?:\\b(?:from|import)|,)[ \\t]+(?:${packages})(?![\\w-])|\\.(?:${members})[ \\t]*[(<,)]${fromParents()}${others}${declaredOnes}`,
  );
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

/** `from google import genai`: the package's last name stands among what is imported. */
function fromParents(): string {
  const dotted = sdks.filter((sdk) => !sdk.isEverywhere).flatMap((sdk) => sdk.packages.python.filter((name) => name.includes('.')));
  const forms = [...new Set(dotted)].map(
    (name) =>
      `${escaped(name.slice(0, name.lastIndexOf('.')))}[ \\t]+import[ \\t(][^\\n]*\\b${escaped(name.slice(name.lastIndexOf('.') + 1))}\\b`,
  );
  return forms.length > 0 ? `|\\bfrom[ \\t]+(?:${forms.join('|')})` : '';
}
