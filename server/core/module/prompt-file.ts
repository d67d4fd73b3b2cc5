import type { Span } from '../text/span.ts';

/** What one prompt file says. Spans are absolute, in the text without its byte-order mark. */
export interface PromptFile extends Prompt {
  readonly file: string;
  readonly format: PromptFormat;
  /** The rest of a file that holds several prompts (BAML functions, the prompts of a promptfoo configuration). */
  readonly more: readonly Prompt[];
  readonly frontMatter: FrontMatter | null;
  /** Whether the text rides on every turn of its tool: `CLAUDE.md`, `AGENTS.md`, `applyTo: "**"`, `alwaysApply: true`. */
  readonly alwaysSent: boolean;
  readonly includes: readonly PromptInclude[];
  readonly problems: readonly PromptProblem[];
}

export interface Prompt {
  readonly name: string | null;
  /** As the file spells it; null where it names none, or names it by a variable. */
  readonly model: { readonly id: string; readonly span: Span } | null;
  readonly maxOutputTokens: { readonly value: number; readonly span: Span } | null;
  readonly messages: readonly PromptMessage[];
}

export type PromptFormat =
  | 'agent'
  | 'baml'
  | 'claude-agent'
  | 'claude-command'
  | 'continue'
  | 'cursor-rule'
  | 'dotprompt'
  | 'gemini-command'
  | 'github-models'
  | 'instructions'
  | 'langchain'
  | 'memory'
  | 'plain'
  | 'poml'
  | 'promptfoo'
  | 'prompty'
  | 'semantic-kernel'
  | 'skill'
  | 'vscode-prompt';

/** `system`, `developer`, `user`, `assistant`, `tool`; any other is spelled as the file spells it. */
export interface PromptMessage {
  readonly role: string;
  readonly span: Span;
  /** In source order, without overlap. Texts that only silent pieces part are one text to the model: count them joined. */
  readonly pieces: readonly Piece[];
}

export type Piece = TextPiece | HolePiece | SilentPiece;

interface PieceBase {
  readonly span: Span;
  /** Inside of a template's loop: sent any number of times, also none. */
  readonly isRepeated: boolean;
  /** Inside of a template's condition: sent or not. */
  readonly isConditional: boolean;
}
/** Sent as it stands in `text`, where escapes and indentation that the format removes are resolved. */
export interface TextPiece extends PieceBase {
  readonly kind: 'text';
  readonly text: string;
}
/** Filled in when the prompt is used. */
export interface HolePiece extends PieceBase {
  readonly kind: 'hole';
  readonly name: string;
  readonly syntax: HoleSyntax;
}
/** Never sent: a comment, a template's control tag, white space that the template engine removes, markup. */
export interface SilentPiece extends PieceBase {
  readonly kind: 'silent';
  readonly what: 'comment' | 'control' | 'space' | 'markup';
  /** What a control tag asks about: `documents` for `{% for d in documents %}`. */
  readonly subject: string | null;
}

export type HoleSyntax =
  /** `{{ x }}`, `{% include %}` */
  | 'jinja'
  /** `{{x}}`, `{{{x}}}`, `{{> partial}}` */
  | 'handlebars'
  /** `{x}` */
  | 'braces'
  /** `${input:x}`, `${file}`, `${x}` */
  | 'dollar-braces'
  /** `$ARGUMENTS`, `$1` */
  | 'dollar'
  /** `` !`command` ``, `!{command}`, `@{file}` */
  | 'shell';

export interface FrontMatter {
  /** Both fences included. */
  readonly span: Span;
  readonly fields: readonly FrontMatterField[];
}
/** A key of the top level with its value as plain data. */
export interface FrontMatterField {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: PlainValue;
  readonly span: Span;
}
export type PlainValue = string | number | boolean | null | readonly PlainValue[] | { readonly [key: string]: PlainValue };

/** A file that is put in, or that the model is pointed to, as the prompt spells its path. */
export interface PromptInclude {
  readonly path: string;
  readonly span: Span;
  /** `text`: becomes part of the request. `link`: the tool decides when to read it. */
  readonly kind: 'text' | 'link';
}

export interface PromptProblem {
  readonly span: Span;
  readonly message: string;
}
