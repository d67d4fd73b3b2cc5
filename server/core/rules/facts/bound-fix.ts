import type { Fix } from '../../edits/verbs.ts';
import type { Loop } from '../../program/call-site.ts';

const passes = 10;

/** Offered, never safe: the program stops where it went on before. */
export function boundLoopFix(loop: Loop): readonly Fix[] {
  if (loop.anchor === null || !canBeCounted(loop)) return [];
  return [{ title: `Stop after ${passes} passes`, isSafe: false, verbs: [{ verb: 'bound-loop', loop: loop.place, limit: passes }] }];
}

/** A walk over data or a call of itself has no test that a counter could join. */
const canBeCounted = (loop: Loop): boolean =>
  loop.form === 'while' || loop.form === 'do' || (loop.form === 'count' && loop.anchor?.test === null);
