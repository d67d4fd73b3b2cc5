import { breakingSwitches, lostBy, readShare } from './facts/switches.ts';
import { defineRule } from './rule.ts';

export const unstableTools = defineRule({
  code: 'LI404',
  name: 'unstable-tools',
  family: 'cache',
  severity: 'info',
  on: 'call',
  summary: 'The list of tools changes between the calls of one conversation, and the cache begins with the tools',
  isPreview: false,

  *check(item, context) {
    const found = breakingSwitches(item, context).find(({ change }) => change.setting === 'tools');
    if (found === undefined) return;
    const { change, effect, loop, model } = found;
    yield {
      at: change.place,
      what: `The tools change with \`${change.by}\` in the middle of the conversation, and they stand before everything else.`,
      costs: `At each change ${lostBy(effect)} are paid in full again, where reading them costs ${readShare(model)} of that.`,
      instead: keepTools[model.provider] ?? 'Send the same tools on every call.',
      call: item.call.id,
      saving: null,
      related: [{ at: loop.place, note: 'The conversation grows in this loop.' }],
      fixes: [],
    };
  },
});

/** What each vendor offers for turning tools off without taking them away. */
const keepTools: Readonly<Record<string, string>> = {
  anthropic: 'Send the same tools on every call; `tool_choice` of type `none` turns them off, and only the turns are paid again.',
  openai: 'Send the same tools on every call; `tool_choice: "none"` or `allowed_tools` turns them off and keeps the cache.',
};
