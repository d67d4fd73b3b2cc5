import type { Place } from '../module/module.ts';

/**
 * What a fix does, in words that no language owns; `edits/<language>` turns a verb into text edits. A rule names
 * places, never offsets in a document.
 */
export type EditVerb =
  /** A field of a request: a named argument in Python, a property in TypeScript. Replaces it where it stands already. */
  | {
      readonly verb: 'set-field';
      readonly fields: Place;
      readonly form: 'arguments' | 'record';
      readonly name: string;
      readonly value: SourceTree;
    }
  /** Deletes a field with its name; nothing to do where it does not stand there. */
  | { readonly verb: 'remove-field'; readonly fields: Place; readonly form: 'arguments' | 'record'; readonly name: string }
  /** Gives a field another name; its value stays. */
  | {
      readonly verb: 'rename-field';
      readonly fields: Place;
      readonly form: 'arguments' | 'record';
      readonly name: string;
      readonly to: string;
    }
  | { readonly verb: 'replace'; readonly at: Place; readonly value: SourceTree }
  /** Makes a loop stop after a number of passes: a counted `for` in place of `while True`, or a counter in the test. */
  | { readonly verb: 'bound-loop'; readonly loop: Place; readonly limit: number }
  /** Deletes the source at a place (and the separator or line that it leaves behind). */
  | { readonly verb: 'remove'; readonly at: Place }
  /** Moves the line (or, in a one-line text, the sentence) that holds this place to the end of its text literal. */
  | { readonly verb: 'move-to-end'; readonly at: Place }
  /** In the text literal or prompt that this place is: `find`, as the source spells it, becomes `text`; the last one where it stands twice. */
  | { readonly verb: 'replace-text'; readonly at: Place; readonly find: string; readonly text: string }
  /** Keeps only the first arguments of a call, and of these no null at the end. */
  | { readonly verb: 'cut-arguments'; readonly call: Place; readonly keep: number }
  /** Moves the same out of a block of text, into a block of its own behind it in the same list. */
  | { readonly verb: 'move-to-block'; readonly at: Place; readonly block: Place }
  | { readonly verb: 'insert-line-before'; readonly at: Place; readonly line: string }
  /** Before the whole statement that this place is evaluated in. */
  | { readonly verb: 'insert-statement-before'; readonly at: Place; readonly statement: string }
  /** Brings a name of a module into the file that this place is in, where it is not there yet. */
  | { readonly verb: 'import-name'; readonly at: Place; readonly source: string; readonly name: string }
  | { readonly verb: 'append-comment'; readonly at: Place; readonly comment: string };

/** A literal in neutral form; `{ source }` keeps the text that stands at a place, `{ placeholder }` is a snippet's tab stop. */
export type SourceTree =
  | string
  | number
  | boolean
  | null
  | readonly SourceTree[]
  | { readonly source: Place }
  /** Keeps the value that the field of a `set-field` has now; the fix does not apply where it has none. */
  | { readonly current: true }
  | { readonly placeholder: number }
  | { readonly record: readonly { readonly key: string; readonly value: SourceTree }[] };

export interface Fix {
  readonly title: string;
  /** Safe: the bytes that the model reads and the control flow stay, and the bill can't rise under what the code proves. */
  readonly isSafe: boolean;
  readonly verbs: readonly EditVerb[];
}
