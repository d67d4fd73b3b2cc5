import { originOf } from './facts/loop-calls.ts';
import { modelOf, pricesFor } from './facts/pricing.ts';
import { isReported } from './facts/repetition.ts';
import { count, duration, usd } from './facts/wording.ts';
import { defineRule } from './rule.ts';

export const timeoutReroll = defineRule({
  code: 'LI207',
  name: 'timeout-reroll',
  family: 'output',
  severity: 'info',
  on: 'call',
  summary: 'The client gives up sooner than an answer at its cap can be written, and asks again',
  isPreview: false,

  *check(item, context) {
    const { call } = item;
    const { settings, maxOutput } = call.request;
    const seconds = settings.timeoutSeconds;
    if (!isReported(item) || call.kind !== 'call' || maxOutput.kind !== 'set' || seconds === null || seconds <= 0) return;
    // A stream has to show its first words in time, not its last; without retries nothing is asked again.
    if (settings.stream === true || /stream/i.test(call.api) || settings.transportRetries === 0) return;
    const speed = maxOutput.tokens / seconds;
    if (speed < fastest) return;

    const model = modelOf(item, context);
    const output = model === null ? null : pricesFor(item, model).output;
    const whole = output === null ? '' : ` (${usd(output * BigInt(maxOutput.tokens))})`;
    yield {
      at: originOf(item, context).call.place,
      what: `The client gives up after ${duration(seconds)}, in which an answer of ${count(maxOutput.tokens)} tokens would have to come at ${count(speed)} tokens a second.`,
      costs: `A long answer${whole} is written, billed and thrown away, and asked for again${again(settings.transportRetries)}.`,
      instead: 'Give it time for its cap, lower the cap, or stream the answer.',
      call: call.id,
      saving: null,
      related: [],
      fixes: [],
    };
  },
});

/** Tokens a second that no large hosted model is known to reach: below it, the answer may well come in time. */
const fastest = 300;

const again = (retries: number | null): string => (retries === null ? '' : retries === 1 ? ' once' : ` up to ${retries} times`);
