import type { Suppression } from './suppression.ts';

/**
 * What a prompt file ignores as a whole, where nothing of it is sent: a line of its front matter, or a comment of a file that is
 * YAML or TOML altogether. A comment inside a prompt would be sent and billed.
 */
export function promptSuppressions(file: string, text: string): readonly Suppression[] {
  const head = /\.(?:ya?ml|toml)$/i.test(file) ? text : (/^---[ \t]*\r?\n[\s\S]*?\r?\n---[ \t]*(?:\r?\n|$)/.exec(text)?.[0] ?? '');
  const lines = /\.(?:ya?ml|toml)$/i.test(file) ? commentLine : frontMatterLine;
  return [...head.matchAll(lines)].map((match, index) => {
    const [whole, list = '', reason] = match;
    const start = match.index;
    const at = { file, unit: '', span: { start, end: start + whole.length } };
    return {
      id: `${file}#~${index + 1}`,
      at,
      rules: namesIn(list).map(({ name, offset }) => {
        const from = start + whole.indexOf(list) + offset;
        return { name, at: { file, unit: '', span: { start: from, end: from + name.length } } };
      }),
      reason: reason ?? null,
      covers: [{ file, unit: '', span: { start: 0, end: text.length } }],
      unused: [],
    };
  });
}

const frontMatterLine = /^[ \t]*(?:#[ \t]*)?lineitem:[ \t]*['"]?ignore\b([^\r\n]*?)(?:[ \t]+--[ \t]+([^\r\n]+?))?['"]?[ \t]*$/gm;
const commentLine = /^[ \t]*#[ \t]*lineitem:[ \t]*ignore\b([^\r\n]*?)(?:[ \t]+--[ \t]+([^\r\n]+))?[ \t]*$/gm;

const namesIn = (list: string): readonly { readonly name: string; readonly offset: number }[] =>
  [...list.matchAll(/[^\s,]+/g)].map((match) => ({ name: match[0], offset: match.index }));
