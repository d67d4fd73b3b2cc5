import { Agent, BedrockModel } from '@strands-agents/sdk';

const agent = new Agent({ model: new BedrockModel({ modelId: 'us.anthropic.claude-sonnet-4-5', maxTokens: 300 }), systemPrompt: 'You help.' });

export async function runs(text: string) {
  await agent.invoke(text);
  // ^ run invoke model=us.anthropic.claude-sonnet-4-5 cap=300 bound=unbounded
  await agent.invoke(text, { limits: { turns: 4 } });
  // ^ run invoke bound=bounded max=4
  for await (const event of agent.stream(text)) console.log(event);
  // ^ run stream
}

// Nothing below asks a model.
export const decoys = (readable: { stream(text: string): unknown }) => readable.stream('a');
