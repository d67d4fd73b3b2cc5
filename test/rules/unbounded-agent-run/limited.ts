import { openai as model } from '@ai-sdk/openai';
import Anthropic from '@anthropic-ai/sdk';
import { generateText, stepCountIs, ToolLoopAgent } from 'ai';

const client = new Anthropic();

export async function toolRunner(tools: any[], question: string) {
  return await client.beta.messages.toolRunner({
    model: 'claude-haiku-4-5',
    max_tokens: 500,
    max_iterations: 6,
    tools,
    messages: [{ role: 'user', content: question }],
  });
}

export async function steps(tools: any, prompt: string) {
  return generateText({ model: model('gpt-5.4-mini'), maxOutputTokens: 300, tools, prompt, stopWhen: stepCountIs(6) });
}

export async function twentyByDefault(tools: any, prompt: string) {
  const agent = new ToolLoopAgent({ model: model('gpt-5.4-mini'), maxOutputTokens: 300, tools });
  return agent.generate({ prompt });
}
