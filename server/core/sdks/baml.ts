import { ask } from './call.ts';
import type { Sdk } from './sdk.ts';

export const baml: Sdk = {
  name: 'baml',
  title: 'BAML',
  provider: null,
  wire: 'baml',
  packages: { python: ['baml_client'], javascript: ['baml_client'] },
  isGenerated: true,
  exports: [{ names: ['b', 'sync_client.b', 'async_client.b', 'client.b'], is: 'client' }],
  methods: [
    { on: 'client', paths: ['*', 'stream.*'], spends: ask({}) },
    { on: 'client', paths: ['with_options', 'withOptions'], passes: 'receiver' },
  ],
  source: 'BoundaryML/baml 2024-10',
  verified: '2026-11-23',
};
