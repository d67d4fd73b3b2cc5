/** What a changed setting leaves of a cached prefix, by vendor: `true` where that stretch still hits. */
export interface Invalidation {
  readonly provider: string;
  readonly setting: 'model' | 'tools' | 'system' | 'tool-choice' | 'thinking' | 'output-schema';
  readonly keeps: { readonly tools: boolean; readonly system: boolean; readonly messages: boolean };
  readonly source: string;
  readonly verified: string;
}

const all = { tools: true, system: true, messages: true };
const none = { tools: false, system: false, messages: false };
const anthropicPage = 'https://platform.claude.com/docs/en/build-with-claude/prompt-caching (what invalidates the cache)';
const openaiPage = 'https://developers.openai.com/api/docs/guides/prompt-caching';

const anthropic = (setting: Invalidation['setting'], keeps: Invalidation['keeps']): Invalidation => ({
  provider: 'anthropic',
  setting,
  keeps,
  source: anthropicPage,
  verified: '2026-08-21',
});
const openai = (setting: Invalidation['setting'], keeps: Invalidation['keeps']): Invalidation => ({
  provider: 'openai',
  setting,
  keeps,
  source: openaiPage,
  verified: '2026-11-23',
});

/** Settings that no row names are not known to break anything. */
export const invalidations: readonly Invalidation[] = [
  anthropic('model', none),
  anthropic('tools', none),
  anthropic('system', { ...none, tools: true }),
  anthropic('tool-choice', { ...all, messages: false }),
  // What becomes of tools and system text depends on the model; the messages are lost on all.
  anthropic('thinking', { ...all, messages: false }),
  openai('model', none),
  openai('tools', none),
  openai('system', none),
  openai('tool-choice', all),
  openai('thinking', none),
  openai('output-schema', none),
];

export function invalidationBy(setting: Invalidation['setting'], provider: string | null): Invalidation | null {
  return invalidations.find((row) => row.provider === provider && row.setting === setting) ?? null;
}
