import Anthropic from '@anthropic-ai/sdk';
import { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk';

const client = new Anthropic({ maxRetries: 0 });

export async function answer(text: string) {
  await client.messages.create({ model: 'claude-sonnet-4-5', max_tokens: 100, system: 'Be brief.', messages: [{ role: 'user', content: text }] });
  // ^ call messages.create model=claude-sonnet-4-5 cap=100 retries=0 parts=system,user
  await new AnthropicBedrock().messages.create({ model: 'anthropic.claude-3-haiku-20240307-v1:0', max_tokens: 5, messages: [] });
  // ^ call messages.create host=bedrock
  client.beta.messages.toolRunner({ model: 'claude-haiku-4-5', max_tokens: 9, messages: [], tools: [], max_iterations: 6 });
  // ^ run beta.messages.toolRunner bound=bounded max=6
  return client.messages.countTokens({ model: 'claude-sonnet-4-5', messages: [] });
  // ^ count messages.countTokens
}
