import type { Span } from '../text/span.ts';

/** A saved request, or many. What the bodies mean is read elsewhere; here stands only where they are and where they go. */
export interface RequestFile {
  readonly file: string;
  readonly form: 'body' | 'array' | 'lines';
  readonly entries: readonly RequestEntry[];
  readonly problems: readonly RequestProblem[];
}

export interface RequestEntry {
  readonly customId: string | null;
  /** The whole entry, absolute in the text without its byte-order mark. */
  readonly span: Span;
  /** 1-based: the line that it starts on. */
  readonly line: number;
  readonly method: string | null;
  readonly url: string | null;
  /** The request as sent; null where only the response is on record (a batch's output file). */
  readonly body: unknown;
  /** The vendor's usage record as it stands, null where there is none. */
  readonly usage: unknown;
  /** From the body, the URL or the response; null where none names it, or only a deployment stands there. */
  readonly model: string | null;
}

export interface RequestProblem {
  readonly line: number;
  readonly span: Span;
  readonly message: string;
}

/** What one line of a file of requests is. */
export type RequestLine =
  | { readonly kind: 'entry'; readonly entry: RequestEntry }
  | { readonly kind: 'problem'; readonly problem: RequestProblem }
  | { readonly kind: 'blank' };
