import { Agent, Runner, run, tool } from '@openai/agents';

const search = tool({ name: 'search', description: 'Searches.', execute: async () => 'found' });
const agent = new Agent({ name: 'helper', instructions: 'You search.', model: 'gpt-5', tools: [search], modelSettings: { maxTokens: 200 } });
const created = Agent.create({ name: 'other', model: 'gpt-5-mini' });
const runner = new Runner({ model: 'gpt-5-nano' });

export async function runs(text: string) {
  await run(agent, text);
  // ^ run run model=gpt-5 cap=200 tools=1 bound=bounded max=10
  await run(created, text, { stream: true, maxTurns: 4 });
  // ^ run run model=gpt-5-mini bound=bounded max=4
  await run(agent, text, { maxTurns: null });
  // ^ run run bound=unbounded
  await runner.run(agent, text);
  // ^ run run model=gpt-5-nano bound=bounded max=10
}

// Nothing below asks a model.
export function decoys(text: string) {
  const local = { run: (value: string) => value };
  return local.run(text);
}
