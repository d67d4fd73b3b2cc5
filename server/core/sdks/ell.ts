import { ask } from './call.ts';
import type { Sdk } from './sdk.ts';

export const ell: Sdk = {
  name: 'ell',
  title: 'ell',
  provider: null,
  wire: 'openai.chat',
  packages: { python: ['ell'], javascript: [] },
  exports: [{ names: ['simple', 'complex'], makes: 'function', positional: ['model'] }],
  methods: [
    {
      on: 'function',
      paths: ['@'],
      spends: ask({ model: ['this.model'], maxOutput: ['this.max_tokens'], completions: ['this.n'], tools: ['this.tools'] }),
    },
  ],
  source: 'MadcowD/ell 0.0.17',
  verified: '2026-11-23',
};
