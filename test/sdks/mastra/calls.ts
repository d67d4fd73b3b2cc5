import { openai } from '@ai-sdk/openai';
import { Mastra } from '@mastra/core';
import { Agent } from '@mastra/core/agent';
import { stepCountIs } from 'ai';

const agent = new Agent({ name: 'helper', instructions: 'You help.', model: openai('gpt-5') });
const mastra = new Mastra({ agents: { agent } });

export async function runs(text: string) {
  await agent.generate(text);
  // ^ run generate model=gpt-5 bound=bounded max=5
  await agent.stream([{ role: 'user', content: text }], { maxSteps: 8, modelSettings: { maxOutputTokens: 100 } });
  // ^ run stream model=gpt-5 cap=100 bound=bounded max=8
  await agent.generate(text, { stopWhen: stepCountIs(3) });
  // ^ run generate bound=bounded max=3
  await mastra.getAgent('agent').generate(text);
  // ^ run generate bound=bounded max=5
  await new Agent({ name: 'other', model: 'openai/gpt-5-mini' }).network(text);
  // ^ run network model=openai/gpt-5-mini bound=bounded max=1
}

// Nothing below asks a model.
export const decoys = (report: { generate(text: string): unknown }) => report.generate('a');
