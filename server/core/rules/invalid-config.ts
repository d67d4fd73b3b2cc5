import { defineRule } from './rule.ts';

export const invalidConfig = defineRule({
  code: 'LI002',
  name: 'invalid-config',
  family: 'house',
  severity: 'error',
  on: 'config',
  summary: 'A setting in `lineitem.json` is not understood and does not hold',
  isPreview: false,

  *check({ at, message, instead }) {
    yield { at, what: message, costs: null, instead, call: null, saving: null, related: [], fixes: [] };
  },
});
