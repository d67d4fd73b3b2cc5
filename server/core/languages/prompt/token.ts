import type { HoleSyntax } from '../../module/prompt-file.ts';

/** A stretch of a template, by index in the text that is scanned. */
export type Token = TextToken | HoleToken | SilentToken | RoleToken;

interface TokenBase {
  readonly start: number;
  readonly end: number;
  /** White space that the template engine removes beside this tag. */
  readonly trimsBefore?: boolean;
  readonly trimsAfter?: boolean;
  /** The path of a file that the tag puts in. */
  readonly include?: string;
}
export interface TextToken extends TokenBase {
  readonly kind: 'text';
  readonly text: string;
}
export interface HoleToken extends TokenBase {
  readonly kind: 'hole';
  readonly name: string;
  readonly syntax: HoleSyntax;
}
export interface SilentToken extends TokenBase {
  readonly kind: 'silent';
  readonly what: 'comment' | 'control' | 'space' | 'markup';
  readonly subject: string | null;
  readonly nesting: Nesting;
}
/** A role mark; null ends the message that a tag opened. */
export interface RoleToken extends TokenBase {
  readonly kind: 'role';
  readonly role: string | null;
}
/** What a tag does to all that follows, until its `close`. */
export type Nesting = 'none' | 'group' | 'repeated' | 'conditional' | 'section' | 'close';

/** Text to read tags from. `find` remembers what it did not find, so that many unclosed tags cost one pass and no more. */
export interface Cursor {
  readonly text: string;
  readonly find: (closer: string, from: number) => number;
}

export function cursorOver(text: string): Cursor {
  const last = new Map<string, { readonly from: number; readonly found: number }>();
  return {
    text,
    find(closer, from) {
      const known = last.get(closer);
      if (known && known.from <= from && (known.found === -1 || from <= known.found)) return known.found;
      const found = text.indexOf(closer, from);
      last.set(closer, { from, found });
      return found;
    },
  };
}

/** One kind of tag: where it may start, and what it says. Null where the opener is only text. */
export interface TagSyntax {
  readonly opener: string;
  readonly read: (cursor: Cursor, at: number) => readonly Token[] | null;
}

/** The name to show for a hole: the variable where there is one, else the start of the expression. */
export function expressionName(expression: string): string {
  const bare = expression.split(/(?<!\|)\|(?!\|)/, 1)[0]?.trim() ?? '';
  return (bare === '' ? expression.trim() : bare).replace(/\s+/g, ' ').slice(0, LONGEST_NAME);
}

const LONGEST_NAME = 60;

export const unquoted = (text: string): string | null => /^\s*(["'])(.*?)\1/.exec(text)?.[2] ?? null;
