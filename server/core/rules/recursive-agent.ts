import { isReported } from './facts/repetition.ts';
import { usd } from './facts/wording.ts';
import { defineRule } from './rule.ts';

export const recursiveAgent = defineRule({
  code: 'LI304',
  name: 'recursive-agent',
  family: 'loops',
  severity: 'warning',
  on: 'call',
  summary: 'An agent has a tool that starts the agent again, and only the model decides how deep that goes',
  isPreview: false,

  *check(item, context) {
    const { call } = item;
    if (!isReported(item)) return;
    // A tool is a function: the call stands in the function of one of its own tools.
    const tool = call.request.parts.find(
      (part) =>
        part.role === 'tools' &&
        part.place.file === call.whole.file &&
        part.place.unit === call.whole.unit &&
        part.place.unit !== '' &&
        isAround(part.place.span, call.whole.span),
    );
    if (tool === undefined || isCounted(item.call.multipliers.map(context.loop))) return;
    const floor = item.cost?.floor ?? 0n;
    yield {
      at: call.place,
      what: `The tool \`${tool.name ?? 'tool'}\` starts an agent that has this tool itself: it can call itself without end.`,
      costs: `Each level multiplies the runs of the one above${floor < leastSaid ? '' : `, at ${usd(floor)} or more a run`}: k calls on each of d levels are k to the power of d runs.`,
      instead: 'Give the inner agent other tools, or count the depth and stop there.',
      call: call.id,
      saving: null,
      related: [{ at: tool.place, note: 'The tool that starts it.' }],
      fixes: [],
    };
  },
});

const leastSaid = 100_000_000n;

const isAround = (
  outer: { readonly start: number; readonly end: number },
  inner: { readonly start: number; readonly end: number },
): boolean => outer.start <= inner.start && inner.end <= outer.end;

const isCounted = (loops: readonly ({ readonly form: string; readonly bound: string } | null)[]): boolean =>
  loops.some((loop) => loop?.form === 'recursion' && loop.bound === 'bounded');
