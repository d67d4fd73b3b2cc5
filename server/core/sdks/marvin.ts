import { ask } from './call.ts';
import { run } from './run.ts';
import type { Sdk } from './sdk.ts';

const FUNCTIONS = ['run', 'extract', 'cast', 'classify', 'generate', 'say', 'plan', 'summarize', 'paint'];

export const marvin: Sdk = {
  name: 'marvin',
  title: 'Marvin',
  provider: null,
  wire: 'marvin',
  packages: { python: ['marvin'], javascript: [] },
  exports: [
    {
      names: FUNCTIONS.filter((name) => name !== 'paint').flatMap((name) => [name, `${name}_async`]),
      spends: ask(
        { system: ['instructions'], messages: ['data', 'instructions'], model: ['agent.model', 'model_kwargs.model'] },
        { positional: ['data'] },
      ),
    },
    { names: ['fn', 'ai_fn'], makes: 'function' },
    { names: ['Agent', 'Task', 'Thread', 'Application', 'Team', 'Swarm'], makes: 'agent' },
  ],
  methods: [
    { on: 'function', paths: ['@'], spends: ask({ model: ['this.model_kwargs.model'] }) },
    {
      on: 'agent',
      paths: ['run', 'run_async', 'say', 'say_async'],
      spends: run({ model: ['this.model', 'this.agent.model'], system: ['this.instructions'] }, null),
    },
  ],
  source: 'PrefectHQ/marvin 3.x',
  verified: '2026-11-23',
};
