import { ask } from './call.ts';
import type { Sdk } from './sdk.ts';

export const guidance: Sdk = {
  name: 'guidance',
  title: 'Guidance',
  provider: null,
  wire: 'guidance',
  packages: { python: ['guidance'], javascript: [] },
  exports: [{ names: ['gen'], spends: ask({ maxOutput: ['max_tokens'], completions: ['n'] }, { positional: ['name'] }) }],
  methods: [],
  source: 'guidance-ai/guidance 2026-04',
  verified: '2026-11-23',
};
