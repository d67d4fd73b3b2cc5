import type { Frame, OpenLoop } from '../frame.ts';
import { emptySummary, type Summary } from '../summary.ts';
import type { FunctionValue } from '../value.ts';

/** Reads the functions made since, so that their own calls are reported once, inside the loops around them. */
export function readUnread(frame: Frame, within: OpenLoop | null): void {
  for (let at = frame.unread.length - 1; at >= 0; at--) {
    const waiting = frame.unread[at];
    if (!waiting || (within && !waiting.loops.includes(within))) continue;
    frame.unread.splice(at, 1);
    const summary = summaryOf(frame, waiting.value);
    const around = waiting.loops.map((loop) => loop.key).reverse();
    for (const call of summary.calls) {
      frame.calls.push({
        ...call,
        loops: [...call.loops, ...waiting.around, ...around],
        isLater: true,
        ...(waiting.isRegistered ? { isRegistered: true } : {}),
        ...(call.pending ? { pending: { ...call.pending, isLater: true } } : {}),
      });
      for (const loop of waiting.loops) loop.calls.add(call.key);
    }
    for (const key of summary.reached ?? []) for (const loop of waiting.loops) loop.calls.add(key);
    frame.noteCallee(waiting.value, summary.callees, true);
    frame.finishedLoops.push(...summary.loops);
    frame.applied.push(...summary.effects.applies.map((one) => ({ ...one, result: null })));
    frame.around.push(...summary.effects.around);
    for (const key of summary.effects.callsGiven) frame.callsGiven.add(key);
    if (summary.effects.usesAnswer) for (const loop of waiting.loops) loop.usesAnswer = true;
  }
}

/** The summary of a function, whether it stands at the top level (remembered by the program) or inside this frame. */
export function summaryOf(frame: Frame, value: FunctionValue): Summary {
  if (!value.closure) return frame.world.summary(value);
  const known = frame.nested.get(value.node);
  if (known) return known;
  if (frame.inProgress.has(value.node)) return unfinishedSummary(value);
  frame.inProgress.add(value.node);
  const summary = frame.steps.readInside(frame, value);
  frame.inProgress.delete(value.node);
  frame.nested.set(value.node, summary);
  return summary;
}

/** Of a function that is being read. */
export const unfinishedSummary = (value: FunctionValue): Summary =>
  emptySummary({
    kind: 'hole',
    name: value.node.name ?? 'function',
    why: 'calls itself',
    stability: 'unknown',
    fromModel: true,
    place: value.place,
  });
