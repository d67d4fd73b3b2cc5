import { isWritten, placeOfModel } from './facts/model.ts';
import { isReported } from './facts/repetition.ts';
import { defineRule } from './rule.ts';

/** Vendors whose public models the catalogue means to hold whole. */
const listedWhole: ReadonlySet<string> = new Set(['anthropic', 'google', 'openai']);

export const unknownModel = defineRule({
  code: 'LI501',
  name: 'unknown-model',
  family: 'price',
  severity: 'warning',
  on: 'call',
  summary: 'A model id that no catalogue knows, so the call has no price',
  isPreview: false,

  *check(item, { prices, now }) {
    const { model, provider } = item.call.request;
    // A deployment, a local server, a gateway: there the name is anybody's.
    if (!isReported(item) || model.id === null || model.host !== 'vendor' || !isWritten(item)) return;
    if (provider === null || !listedWhole.has(provider) || isRouted(model.id, provider)) return;
    const found = prices.lookup({ model: model.id, provider, at: now });
    if (found.kind !== 'unknown' || found.reason !== 'not-listed') return;

    yield {
      at: placeOfModel(item),
      what: `No catalogue knows the model \`${model.id}\`.`,
      costs: 'The call has no price, and it may fail.',
      instead: found.near === null ? 'Check the spelling.' : `Check the spelling: \`${found.near}\` is the nearest.`,
      call: item.call.id,
      saving: null,
      related: [],
      fixes: [],
    };
  },
});

/** `any-llm/openrouter/…` names something between, whose names are its own. */
const isRouted = (id: string, provider: string): boolean => id.includes('/') && !id.startsWith(`${provider}/`);
