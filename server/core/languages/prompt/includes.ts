import type { PromptInclude } from '../../module/prompt-file.ts';
import type { Span } from '../../text/span.ts';

/** How a format's text names other files, apart from its template tags. */
export type IncludeSyntax = keyof typeof SYNTAXES;

const SYNTAXES = {
  /** `[name](./other.md)`: read when the tool sees fit. */
  'markdown-link': { kind: 'link', pattern: /\]\((?!\w+:|#|\/\/)([^()\s]+)\)/g },
  'hash-file': { kind: 'text', pattern: /(?<=^|\s)#file:([^\s)]*[^\s).,;:!?])/gm },
  /** `@docs/rules.md` in running text, but no `@scope/package` and no `@name`. */
  'at-import': { kind: 'text', pattern: /(?<=^|[\s(])@((?:~\/|\.{0,2}\/)?[\w./-]*[\w-]\.[A-Za-z]\w{0,9})(?=$|[\s),.;:])/gm },
  'prompty-file': { kind: 'text', pattern: /\$\{file:([^}\n]+)\}/g },
} as const satisfies Readonly<Record<string, { readonly kind: PromptInclude['kind']; readonly pattern: RegExp }>>;

/** `${file:…}` stands in the front matter, all others in the body; what stands in a code block is an example. */
export function readIncludes(text: string, body: Span, syntaxes: readonly IncludeSyntax[]): readonly PromptInclude[] {
  return syntaxes.flatMap((syntax) => {
    const { kind, pattern } = SYNTAXES[syntax];
    const from = syntax === 'prompty-file' ? 0 : body.start;
    const region = syntax === 'prompty-file' ? text.slice(0, body.start) : withoutCode(text.slice(body.start, body.end));
    return [...region.matchAll(pattern)].map((match) => {
      const path = match[1] ?? '';
      const start = from + match.index + match[0].indexOf(path, match[0].length > path.length ? 1 : 0);
      return { path, span: { start, end: start + path.length }, kind };
    });
  });
}

/** The same length, with code blanked out. */
const withoutCode = (text: string): string =>
  text.replace(/^[ \t]*(```|~~~)[\s\S]*?(?:^[ \t]*\1[^\n]*$|$(?![\s\S]))|`[^`\n]+`/gm, (code) => ' '.repeat(code.length));
