import type { Fix } from '../../edits/verbs.ts';
import type { Loop } from '../../program/call-site.ts';

const passes = 10;

/** Offered, never safe: the program stops where it went on before. */
export function boundLoopFix(loop: Loop): readonly Fix[] {
  if (loop.anchor === null) return [];
  return [{ title: `Stop after ${passes} passes`, isSafe: false, verbs: [{ verb: 'bound-loop', loop: loop.place, limit: passes }] }];
}
