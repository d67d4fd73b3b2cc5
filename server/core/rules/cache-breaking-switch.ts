import { breakingSwitches, lostBy, readShare } from './facts/switches.ts';
import { defineRule } from './rule.ts';

export const cacheBreakingSwitch = defineRule({
  code: 'LI406',
  name: 'cache-breaking-switch',
  family: 'cache',
  severity: 'info',
  on: 'call',
  summary: "A setting changes in the middle of a conversation, which the vendor's cache does not survive",
  isPreview: false,

  *check(item, context) {
    for (const found of breakingSwitches(item, context)) {
      const { change, effect, loop, model } = found;
      if (change.setting === 'tools') continue;
      yield {
        at: change.place,
        what: `The ${words[change.setting]} changes with \`${change.by}\` in the middle of the conversation.`,
        costs: `At each change ${lostBy(effect)} are paid in full again, where reading them costs ${readShare(model)} of that.`,
        instead: advice[change.setting],
        call: item.call.id,
        saving: null,
        related: [{ at: loop.place, note: 'The conversation grows in this loop.' }],
        fixes: [],
      };
    }
  },
});

const words = {
  model: 'model',
  system: 'system prompt',
  'tool-choice': 'tool choice',
  thinking: 'thinking setting',
  'output-schema': 'answer format',
} as const;

const advice = {
  model: 'Stay with one model for a conversation, and give other models a conversation of their own.',
  system: 'Say what is new in the newest message, and leave the system prompt as it is.',
  'tool-choice': 'Leave the choice to the model and say in the newest message what is expected.',
  thinking: 'Keep one setting for the whole conversation.',
  'output-schema': 'Ask for the final format in a request of its own, with only what it needs.',
} as const;
