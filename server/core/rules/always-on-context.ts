import { promptTokens } from './facts/prompts.ts';
import { tokenCount } from './facts/wording.ts';
import { defineRule } from './rule.ts';

export const alwaysOnContext = defineRule({
  code: 'LI110',
  name: 'always-on-context',
  family: 'input',
  severity: 'info',
  on: 'prompt',
  summary: 'Long instructions that a tool sends on every turn',
  isPreview: false,

  *check(prompt, context) {
    if (prompt.isAlwaysSent !== true) return;
    const tokens = promptTokens(prompt, context);
    if (tokens === null || tokens.floor < leastTokens) return;

    yield {
      at: prompt.place,
      what: `${tokenCount(tokens)} tokens of instructions ride on every turn.`,
      costs: 'Each turn pays for them again, at the price of a cache read at best.',
      instead: 'Keep what every task needs, and move the rest to files that are read on demand or that apply to some paths only.',
      call: null,
      saving: null,
      related: [],
      fixes: [],
    };
  },
});

/** Some 100 lines. */
const leastTokens = 1000;
