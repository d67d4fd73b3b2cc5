import type { Span } from '../text/span.ts';
import type { Statement } from './statement.ts';

export type Language = 'python' | 'typescript' | 'tsx' | 'javascript' | 'prompt' | 'request';

/**
 * What one file (or one whole notebook) says, made from that file alone. Everything that moves when a line is typed
 * above it is in `starts`; a unit's own content never mentions an absolute offset, so a unit whose text did not change
 * is the same object (`===`) in the next version of the Module, and every answer made from it stays true.
 */
export interface Module {
  /** Relative to the root, with `/`. */
  readonly file: string;
  readonly language: Language;
  /** In source order. */
  readonly units: readonly Unit[];
  /** Absolute UTF-16 offset of each unit. */
  readonly starts: readonly number[];
  /** True where the parser met a syntax error: hints are kept, nothing new is claimed about the broken unit. */
  readonly hasErrors: boolean;
}

/**
 * One top-level statement, or one member of a top-level class (functions inside a function belong to their outermost
 * function's unit). Python's `if TYPE_CHECKING:`/`try:` imports and namespaces stay one unit with a block inside.
 */
export interface Unit {
  /**
   * Unique in the module: the qualified name (`Agent.run`, `PROMPT`), or for a statement without a name its kind
   * (`(loop)`, `(expression)`), followed by `~n` where it is not the first of that name.
   */
  readonly id: string;
  /** The name it defines at its level, else null: `run`, `PROMPT`. */
  readonly name: string | null;
  /** The id of the class unit that it is a member of. */
  readonly owner: string | null;
  readonly length: number;
  readonly statement: Statement | null;
  /** Comments that speak to us (`lineitem: …`), and nothing else. */
  readonly comments: readonly Comment[];
  readonly hasErrors: boolean;
  /** The cell of a notebook (0-based) that the unit stands in, else null. */
  readonly cell: number | null;
}

export interface Comment {
  readonly span: Span;
  /** What follows `lineitem:`, trimmed. */
  readonly text: string;
  /** Whether nothing but white space stands before it on its line. */
  readonly isAlone: boolean;
}

/** A place that survives edits elsewhere. */
export interface Place {
  readonly file: string;
  readonly unit: string;
  readonly span: Span;
}
