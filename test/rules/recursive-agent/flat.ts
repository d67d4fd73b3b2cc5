import { Agent, run } from '@openai/agents';

export async function lookUp({ word }: { word: string }): Promise<string> {
  return word;
}

export async function research({ question }: { question: string }): Promise<string> {
  const agent = new Agent({ name: 'Helper', instructions: 'Answer.', model: 'gpt-5.4', tools: [lookUp] });
  const result = await run(agent, question);
  return result.finalOutput ?? '';
}
