import type { Prompt, PromptFile, PromptInclude, PromptProblem } from '../../module/prompt-file.ts';

/** What a format's reader finds. */
export interface Reading extends Partial<Pick<PromptFile, 'frontMatter' | 'alwaysSent'>> {
  readonly prompts: readonly Prompt[];
  readonly includes: readonly PromptInclude[];
  readonly problems: readonly PromptProblem[];
}
