/**
 * One regular expression over the bytes of a file, read as Latin-1, that says whether it may use an SDK. Measured on 8,000
 * files (43 MB): 65 ms, where a search for each of 14 names took 200 ms.
 */
export type Prefilter = (bytes: Buffer) => boolean;

export interface PrefilterWords {
  /** Import sources: `openai`, `@ai-sdk/openai`, `google.genai`. */
  readonly packages: readonly string[];
  /** Dotted paths that give a call away wherever the client comes from: `chat.completions.create`. */
  readonly paths: readonly string[];
}

export function createPrefilter({ packages, paths }: PrefilterWords): Prefilter {
  const sources = alternatives(packages);
  const members = alternatives(paths);
  const patterns = [
    // A package counts only where it is named as one: in quotes, or behind Python's keywords. `ai` is part of many words.
    ...(packages.length > 0 ? [`["'\`](?:${sources})["'\`/]`, `(?:\\b(?:from|import)|,)[ \\t]+(?:${sources})(?![\\w-])`] : []),
    ...(paths.length > 0 ? [`\\.(?:${members})[ \\t]*[(<]`] : []),
  ];
  if (patterns.length === 0) return () => false;
  return matcher(new RegExp(patterns.join('|')));
}

/** Whether a file contains one word of each group, as a word. */
export function createWordFilter(groups: readonly (readonly string[])[]): Prefilter {
  const matchers = groups.map((words) => matcher(new RegExp(`(?<![\\w$])(?:${alternatives(words)})(?![\\w$])`)));
  return (bytes) => matchers.every((matches) => matches(bytes));
}

const matcher =
  (pattern: RegExp): Prefilter =>
  (bytes) =>
    pattern.test(bytes.toString('latin1'));

/** Words outside of ASCII are looked for as their bytes, since the text is read as Latin-1. */
function alternatives(words: readonly string[]): string {
  return words
    .map((word) =>
      Buffer.from(word, 'utf8')
        .toString('latin1')
        .replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&'),
    )
    .join('|');
}
