import type { LoopStatement } from '../module/statement.ts';
import type { Span } from '../text/span.ts';
import type { FixEdit, Fragment } from './fragment.ts';

/** How one language writes what the verbs say. */
export interface EditSyntax {
  readonly literals: { readonly true: string; readonly false: string; readonly null: string };
  readonly lineComment: string;
  readonly indentation: string;
  readonly usualQuote: Quote;
  /** `{ a: 1 }` instead of `{a: 1}`. */
  readonly isRecordSpaced: boolean;
  readonly key: (name: string, quote: Quote) => string;
  /** A named argument, or null where the language has none and fields stand in a record. */
  readonly argument: ((name: string, value: Fragment) => Fragment) | null;
  /** Offset past the comment that starts at `at`, or `at` itself where none starts. */
  readonly skipComment: (text: string, at: number) => number;
  /** Brings one name of a module into the file. */
  readonly importLine: (wanted: ImportedName) => string;
  readonly boundLoop: (target: LoopTarget) => readonly FixEdit[] | null;
  /** The inside of a single literal, without quotes and prefix; null where the span is more than one literal. */
  readonly literalInside: (text: string, span: Span) => Span | null;
}

export type Quote = '"' | "'";

export interface ImportedName {
  readonly source: string;
  readonly name: string;
  /** The file calls `require`. */
  readonly isRequired: boolean;
  readonly quote: Quote;
}

/** A loop to bound, in the file's text. */
export interface LoopTarget {
  readonly text: string;
  readonly loop: LoopStatement;
  /** Absolute offset that the loop's spans are relative to. */
  readonly offset: number;
  readonly limit: number;
  /** Where a new name must not be in use: the function around the loop, or the whole file. */
  readonly scope: string;
}
