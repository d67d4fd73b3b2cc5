import { isWritten, placeOfModel } from './facts/model.ts';
import { modelOf } from './facts/pricing.ts';
import { isReported } from './facts/repetition.ts';
import { defineRule } from './rule.ts';

export const retiredModel = defineRule({
  code: 'LI502',
  name: 'retired-model',
  family: 'price',
  severity: 'warning',
  on: 'call',
  summary: 'A model that its vendor has retired, or will on a known date',
  isPreview: false,

  *check(item, context) {
    const { model } = item.call.request;
    if (!isReported(item) || model.host !== 'vendor' || !isWritten(model)) return;
    const found = modelOf(item, context);
    const retires = found?.lifecycle.retires ?? null;
    if (found === null || retires === null) return;
    const day = Date.parse(retires);
    const isGone = day <= context.now;

    yield {
      at: placeOfModel(item),
      what: isGone ? `${found.title} was retired on ${retires}.` : `${found.title} will be retired on ${retires}.`,
      costs: isGone ? 'Requests fail, or another model answers at its own price.' : null,
      instead: found.lifecycle.successor === null ? 'Move to a newer model.' : `Its maker names ${found.lifecycle.successor} in its place.`,
      call: item.call.id,
      saving: null,
      related: [],
      fixes: [],
      ...(isGone || day - context.now < soon ? {} : { severity: 'info' as const }),
    };
  },
});

/** Ninety days, within which a change has to be planned. */
const soon = 90 * 86_400_000;
