import type { Collection, Loop } from '../program/call-site.ts';
import { originOf } from './facts/loop-calls.ts';
import { isReported } from './facts/repetition.ts';
import { usd } from './facts/wording.ts';
import { defineRule } from './rule.ts';

export const nestedFanOut = defineRule({
  code: 'LI305',
  name: 'nested-fan-out',
  family: 'loops',
  severity: 'info',
  on: 'call',
  summary: 'Calls multiply: one for each item of one collection with each item of another',
  isPreview: false,

  *check(item, context) {
    const { call } = item;
    if (!isReported(item)) return;
    const walks = call.multipliers.flatMap((id) => walksOf(context.loop(id)));
    const pair = independentPair(walks);
    if (pair === null) return;

    const { inner, outer } = pair;
    const floor = item.cost?.floor ?? 0n;
    yield {
      at: originOf(item, context).call.place,
      what: `This call is made for each of \`${inner.name}\` with each of \`${outer.name}\`: n × m calls.`,
      costs: `${floor < leastSaid ? 'Twice' : `At least ${usd(floor)} each: twice`} as long on both sides costs four times as much.`,
      instead: 'Ask about several items in one call, or pick the pairs that matter before asking.',
      call: call.id,
      saving: null,
      related: [inner, outer].map(({ loop, name }) => ({ at: loop.place, note: `Once for each of \`${name}\`.` })),
      fixes: [],
    };
  },
});

/** Below this a sum says nothing to a reader: $0.0001. */
const leastSaid = 100_000_000n;

interface Walk extends Collection {
  readonly loop: Loop;
}

/** The innermost first; of one comprehension the last clause. */
function walksOf(loop: Loop | null): readonly Walk[] {
  if (loop === null || loop.bound === 'user-paced' || loop.bound === 'event-driven') return [];
  return [...loop.over].reverse().map((one) => ({ ...one, loop }));
}

/**
 * Two collections of which neither is made from the other's items: the chapters of each book are as many as there are
 * chapters, but each question on each book is a product. Told only within one function, where the names are the same.
 */
function independentPair(walks: readonly Walk[]): { readonly inner: Walk; readonly outer: Walk } | null {
  for (const [at, inner] of walks.entries()) {
    if (inner.isLiteral || inner.reads.length === 0) continue;
    for (const outer of walks.slice(at + 1)) {
      const isHere = outer.loop.place.file === inner.loop.place.file && outer.loop.place.unit === inner.loop.place.unit;
      if (isHere && !outer.isLiteral && outer.reads.length > 0 && !inner.reads.some((name) => outer.binds.includes(name)))
        return { inner, outer };
    }
  }
  return null;
}
