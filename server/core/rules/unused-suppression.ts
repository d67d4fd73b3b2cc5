import { defineRule } from './rule.ts';
import type { Suppression } from './suppression.ts';

export const unusedSuppression = defineRule({
  code: 'LI001',
  name: 'unused-suppression',
  family: 'house',
  severity: 'warning',
  on: 'suppression',
  summary: 'A comment ignores a rule that finds nothing there',
  isPreview: false,

  *check(suppression) {
    const { unused, rules, at } = suppression;
    if (rules.length > 0 && unused.length === 0) return;
    yield {
      at,
      what: rules.length === 0 ? 'This comment names no rule, so it ignores nothing.' : `Nothing to ignore here for ${unused.join(', ')}.`,
      costs: null,
      instead: rules.length === 0 ? 'Name the rule: `lineitem: ignore LI401 -- reason`.' : 'Remove it, or it hides the next finding.',
      call: null,
      saving: null,
      related: [],
      fixes: rules.length === 0 ? [] : [{ title: `Remove the unused ${unused.join(', ')}`, isSafe: true, verbs: removals(suppression) }],
    };
  },
});

function removals({ at, rules, unused }: Suppression) {
  const gone = rules.filter((rule) => unused.includes(rule.name));
  const places = gone.length === rules.length ? [at] : gone.map((rule) => rule.at);
  return places.map((place) => ({ verb: 'remove', at: place }) as const);
}
