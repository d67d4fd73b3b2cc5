import { minimumVerdict } from '../prices/cache-rules.ts';
import { blockMarks, unreadMark } from './facts/marks.ts';
import { markedPrefixes, prefixOf } from './facts/prefix.ts';
import { cacheMoney, modelOf } from './facts/pricing.ts';
import { isCounted } from './facts/repetition.ts';
import { point, tokenCount, usd } from './facts/wording.ts';
import { defineRule } from './rule.ts';

export const coldFanOut = defineRule({
  code: 'LI407',
  name: 'cold-fan-out',
  family: 'cache',
  severity: 'info',
  on: 'call',
  summary: 'Calls that start together each write the same prefix to the cache, because none can read it yet',
  isPreview: false,

  *check(item, context) {
    const { call } = item;
    if (!isCounted(item)) return;
    const model = modelOf(item, context);
    const loop = call.multipliers.map(context.loop).find((one) => one?.isConcurrent === true && one.max !== 1) ?? null;
    if (model?.cache?.readableFrom !== 'answer' || loop === null) return;
    // The mark that stays readable: one behind what changes with each call is another matter.
    const unread = unreadMark(item, context);
    const marks = blockMarks(call).filter(({ mark }) => mark !== unread?.mark);
    const shared = markedPrefixes(item, context).findLast(({ mark }) => marks.some((one) => one.mark === mark));
    const stable = prefixOf(item, context);
    if (shared === undefined || shared.tokens.floor > stable.tokens.floor) return;
    const verdict = minimumVerdict(model.cache.minimum, shared.tokens);
    const money = cacheMoney(item, model, point(shared.tokens));
    if (verdict !== 'cached' || money === null || money.write <= money.read) return;

    yield {
      at: call.place,
      what: `These calls start together, and each writes the same ${tokenCount(shared.tokens)}-token prefix: it can be read only once an answer has begun.`,
      costs: `${usd(money.write)} a call to write it, where ${usd(money.read)} would read it: of n calls at once, n − 1 pay ${usd(money.write - money.read)} too much.`,
      instead: 'Wait for the first answer (or send the prefix ahead with `max_tokens` 0), then start the others.',
      call: call.id,
      saving: null,
      related: [{ at: loop.place, note: 'Starts all of them.' }],
      fixes: [],
    };
  },
});
