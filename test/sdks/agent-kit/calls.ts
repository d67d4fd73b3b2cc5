import { createAgent, createNetwork, openai } from '@inngest/agent-kit';

const agent = createAgent({ name: 'helper', system: 'You help.', model: openai({ model: 'gpt-4o' }) });

export async function runs(text: string) {
  await agent.run(text);
  // ^ run run model=gpt-4o bound=bounded max=1
  await createNetwork({ name: 'team', agents: [agent], defaultModel: openai({ model: 'gpt-4o-mini' }) }).run(text);
  // ^ run run model=gpt-4o-mini bound=unbounded
  await createNetwork({ name: 'team', agents: [agent], maxIter: 6 }).run(text);
  // ^ run run bound=bounded max=6
}

// Nothing below asks a model.
export const decoys = (job: { run(text: string): unknown }) => job.run('a');
