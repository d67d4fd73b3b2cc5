import { promptTokens } from './facts/prompts.ts';
import { tokenCount } from './facts/wording.ts';
import { defineRule, type RuleOption } from './rule.ts';

/** The usual is some 100 lines. */
const minTokens: RuleOption = { rule: 'LI110', name: 'minTokens', usual: 1000, summary: 'Instructions of fewer tokens are not reported.' };

export const alwaysOnContext = defineRule({
  code: 'LI110',
  name: 'always-on-context',
  family: 'input',
  severity: 'info',
  on: 'prompt',
  summary: 'Long instructions that a tool sends on every turn',
  isPreview: false,
  options: [minTokens],

  *check(prompt, context) {
    if (prompt.isAlwaysSent !== true) return;
    const tokens = promptTokens(prompt, context);
    if (tokens === null || tokens.floor < context.option(minTokens)) return;

    yield {
      at: prompt.place,
      what: `${tokenCount(tokens)} tokens of instructions ride on every turn${scopeOf(prompt.place.file)}.`,
      costs: 'Each turn pays for them again, at the price of a cache read at best.',
      instead: 'Keep what every task needs, and move the rest to files that are read on demand or that apply to some paths only.',
      call: null,
      saving: null,
      related: [],
      fixes: [],
    };
  },
});

/** Below the root, such a file is read for work in its own folder. */
function scopeOf(file: string): string {
  const [, folder] = /^(.+)\/(?:AGENTS|CLAUDE|GEMINI)\b[^/]*$/.exec(file) ?? [];
  return folder === undefined || folder === '.claude' ? '' : ` of work in \`${folder}\``;
}
