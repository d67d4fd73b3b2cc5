import type { Place } from '../module/module.ts';

/** A comment `lineitem: ignore LI401, volatile-prefix -- reason`, and what it covers. */
export interface Suppression {
  /** Stable across edits elsewhere: unit and ordinal. */
  readonly id: string;
  readonly at: Place;
  /** Codes and names as written, each with its place. */
  readonly rules: readonly { readonly name: string; readonly at: Place }[];
  readonly reason: string | null;
  readonly covers: readonly Place[];
  /** Of `rules`, those that kept no finding back. Known only after all findings are. */
  readonly unused: readonly string[];
}
