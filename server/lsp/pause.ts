import { nextTurn } from './guard.ts';

/** Asked between two small pieces of long work: gives way where enough was done in one go, and says whether to stop. */
export type Pause = () => Promise<boolean>;

/** Milliseconds of work in one go, before an edit that waits is looked at. */
const slice = 8;

export function createPause(isStale: () => boolean): Pause {
  let end = performance.now() + slice;
  return async () => {
    if (performance.now() >= end) {
      await nextTurn();
      end = performance.now() + slice;
    }
    return isStale();
  };
}
