import { isWritten, placeOfModel } from './facts/model.ts';
import { modelOf } from './facts/pricing.ts';
import { isReported } from './facts/repetition.ts';
import { defineRule, type RuleOption } from './rule.ts';

/** Within the usual time a change has to be planned. */
const warnDays: RuleOption = {
  rule: 'LI502',
  name: 'warnDays',
  usual: 90,
  summary: 'So many days before its end, a model is a warning; earlier, information.',
};

export const retiredModel = defineRule({
  code: 'LI502',
  name: 'retired-model',
  family: 'price',
  severity: 'warning',
  on: 'call',
  summary: 'A model that its vendor has retired, or will on a known date',
  isPreview: false,
  options: [warnDays],

  *check(item, context) {
    const { model } = item.call.request;
    if (!isReported(item) || model.host !== 'vendor' || !isWritten(item)) return;
    const found = modelOf(item, context);
    const retires = found?.lifecycle.retires ?? null;
    if (found === null || retires === null) return;
    const daysLeft = (Date.parse(retires) - context.now) / millisecondsOfDay;
    const isGone = daysLeft <= 0;

    yield {
      at: placeOfModel(item),
      what: `\`${model.id}\` ${isGone ? 'was' : 'will be'} retired on ${retires}.`,
      costs: isGone ? 'Requests fail, or another model answers at its own price.' : null,
      instead:
        found.lifecycle.successor === null ? 'Move to a newer model.' : `Its maker names \`${found.lifecycle.successor}\` in its place.`,
      call: item.call.id,
      saving: null,
      related: [],
      fixes: [],
      ...(daysLeft < context.option(warnDays) ? {} : { severity: 'info' as const }),
    };
  },
});

const millisecondsOfDay = 86_400_000;
