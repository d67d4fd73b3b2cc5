import type { AliasRow } from '../overlay-schema.ts';

export const aliases: readonly AliasRow[] = [
  {
    provider: 'mistral',
    name: 'mistral-large-latest',
    means: 'mistral-large-2512',
    note: 'priced as Mistral Large 3; the alias may have moved on to Large 4',
    source: 'LiteLLM (2026-07-24), models.dev (2026-07-02) and ai-sdk-cost-calculator 7.1.14 agree on $0.50 / $1.50',
    verified: '2026-11-23',
  },
];
