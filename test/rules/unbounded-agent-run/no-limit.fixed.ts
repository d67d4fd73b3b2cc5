import Anthropic from '@anthropic-ai/sdk';

const client = new Anthropic();

export async function toolRunner(tools: any[], question: string) {
  return await client.beta.messages.toolRunner({
    model: 'claude-haiku-4-5',
    max_tokens: 500,
    tools,
    messages: [{ role: 'user', content: question }],
    max_iterations: 10,
  });
}

export async function zeroIsNoLimit(tools: any[], question: string) {
  return await client.beta.messages.toolRunner({
    model: 'claude-haiku-4-5',
    max_tokens: 500,
    max_iterations: 10,
    tools,
    messages: [{ role: 'user', content: question }],
  });
}
