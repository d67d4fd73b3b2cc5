import Anthropic from '@anthropic-ai/sdk';

const client = new Anthropic();

export async function toolRunner(tools: any[], question: string) {
  return await client.beta.messages.toolRunner({
             //~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unbounded-agent-run: Set the limit of the run
    model: 'claude-haiku-4-5',
    max_tokens: 500,
    tools,
    messages: [{ role: 'user', content: question }],
  });
}

export async function zeroIsNoLimit(tools: any[], question: string) {
  return await client.beta.messages.toolRunner({
             //~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unbounded-agent-run
    model: 'claude-haiku-4-5',
    max_tokens: 500,
    max_iterations: 0,
    tools,
    messages: [{ role: 'user', content: question }],
  });
}
