import { callModel, OpenRouter, stepCountIs } from '@openrouter/sdk';

const client = new OpenRouter({ apiKey: 'key' });
export const answer = (text: string) => client.chat.send({ model: 'anthropic/claude-sonnet-4', messages: [{ role: 'user', content: text }], maxTokens: 33 });
// ^ call chat.send model=anthropic/claude-sonnet-4 cap=33 provider=openrouter
export const agent = (text: string) => callModel(client, { model: 'openai/gpt-4o', input: text, stopWhen: stepCountIs(8) });
// ^ call callModel model=openai/gpt-4o bound=bounded max=8
export const method = (text: string) => client.callModel({ model: 'openai/gpt-4o-mini', input: text, maxOutputTokens: 9 });
// ^ call callModel model=openai/gpt-4o-mini cap=9
