import type { HoleSyntax } from '../../module/prompt-file.ts';
import { type Cursor, expressionName, type TagSyntax, type Token } from './token.ts';

/** Holes that one expression describes, without blocks and comments. */

/** Python's `str.format`, and LangChain's default: `{x}`, with doubled braces for a brace. */
export const pythonFormat: readonly TagSyntax[] = [
  { opener: '{{', read: (_, at) => [{ kind: 'text', start: at, end: at + 2, text: '{' }] },
  { opener: '}}', read: (_, at) => [{ kind: 'text', start: at, end: at + 2, text: '}' }] },
  hole('{', 'braces', /\{([A-Za-z_][\w.[\]]*|\d*)(?:![rsa])?(?::[^{}\n]*)?\}/y),
];

/** `{x}` in a file whose engine is unknown: names only, so that JSON and code stay text. */
export const bareBraces: readonly TagSyntax[] = [hole('{', 'braces', /\{([A-Za-z_][\w.]*)\}/y)];

export const dollarBraces: readonly TagSyntax[] = [hole('${', 'dollar-braces', /\$\{([A-Za-z_][\w.]*)\}/y)];

/** The variables that VS Code fills in; any other `${…}` is shell or code in an example. */
export const vscodeVariables: readonly TagSyntax[] = [
  hole(
    '${',
    'dollar-braces',
    /\$\{(?:input:([^}:\n]+)(?::[^}\n]*)?|(workspaceFolder(?:Basename)?|file(?:Basename(?:NoExtension)?|Dirname)?|selection|selectedText))\}/y,
  ),
];

/** `$1,000` is money. */
export const claudeArguments: readonly TagSyntax[] = [
  hole('$', 'dollar', /\$(ARGUMENTS(?:\[\d+\])?|[1-9](?![\d]|[.,]\d))(?!\w)/y),
  hole('!`', 'shell', /!`([^`\n]+)`/y),
];

export const geminiArguments: readonly TagSyntax[] = [
  hole('{{', 'jinja', /\{\{\s*(\w+)\s*\}\}/y),
  hole('!{', 'shell', /!\{([^}\n]+)\}/y),
  hole('@{', 'shell', /@\{([^}\n]+)\}/y),
];

/** Semantic Kernel: `{{$x}}`, `{{Plugin.function $x}}`. */
export const semanticKernel: readonly TagSyntax[] = [hole('{{', 'handlebars', /\{\{\s*\$?([^{}]+)\}\}/y)];

function hole(opener: string, syntax: HoleSyntax, pattern: RegExp): TagSyntax {
  return {
    opener,
    read({ text }: Cursor, at: number): readonly Token[] | null {
      // A copy, because a sticky expression remembers where it stood.
      const expression = new RegExp(pattern);
      expression.lastIndex = at;
      const match = expression.exec(text);
      if (!match) return null;
      const name = match.slice(1).find((group) => group !== undefined) ?? '';
      return [{ kind: 'hole', start: at, end: at + match[0].length, name: expressionName(name) || match[0], syntax }];
    },
  };
}
