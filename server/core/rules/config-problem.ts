import type { Place } from '../module/module.ts';

/** What is wrong in a `lineitem.json`, at its place. */
export interface ConfigProblem {
  /** Stable while the rest of the file changes: file and path of keys. */
  readonly id: string;
  readonly at: Place;
  readonly message: string;
  /** What to write instead. */
  readonly instead: string;
}
