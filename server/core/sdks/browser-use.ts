import { ask } from './call.ts';
import { limitedTo, run } from './run.ts';
import type { Sdk } from './sdk.ts';

export const browserUse: Sdk = {
  name: 'browser-use',
  title: 'browser-use',
  provider: null,
  wire: 'browser-use',
  packages: { python: ['browser_use'], javascript: [] },
  exports: [
    { names: ['Agent', 'CodeAgent'], makes: 'agent', positional: ['task', 'llm'] },
    {
      names: [
        'ChatOpenAI',
        'ChatAnthropic',
        'ChatGoogle',
        'ChatGroq',
        'ChatDeepSeek',
        'ChatOpenRouter',
        'ChatBrowserUse',
        'ChatMistral',
        'ChatCerebras',
      ],
      makes: 'model',
      positional: ['model'],
    },
    { names: ['ChatAzureOpenAI'], makes: 'model', positional: ['model'], host: 'azure' },
    { names: ['ChatAWSBedrock', 'ChatAnthropicBedrock'], makes: 'model', positional: ['model'], host: 'bedrock' },
    { names: ['ChatOllama'], makes: 'model', positional: ['model'], host: 'local' },
  ],
  methods: [
    {
      on: 'agent',
      paths: ['run', 'run_sync'],
      spends: run(
        {
          model: ['this.llm'],
          messages: ['this.task'],
          tools: ['this.tools', 'this.controller'],
          maxOutput: ['this.llm.max_tokens', 'this.llm.max_completion_tokens'],
        },
        limitedTo(500, ['max_steps'], 'an agent stops after 500 steps by default', 'browser-use 0.13.8 agent/service.py', {
          versions: [
            { since: '0', default: 100, source: 'browser-use/browser-use 0.1.0 to 0.11.8 agent/service.py' },
            { since: '0.11.9', default: 500, source: 'browser-use/browser-use 0.11.9 agent/service.py' },
          ],
        }),
        { positional: ['max_steps'] },
      ),
    },
    {
      on: 'model',
      paths: ['ainvoke'],
      spends: ask(
        { model: ['this.model'], messages: ['messages'], maxOutput: ['this.max_tokens', 'this.max_completion_tokens'] },
        { positional: ['messages'] },
      ),
    },
  ],
  source: 'browser-use 0.13.8',
  verified: '2026-11-23',
};
