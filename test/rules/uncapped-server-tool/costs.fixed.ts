import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';

const client = new Anthropic();
const openai = new OpenAI();

export function news(question: string) {
  return client.messages.create({
    model: 'claude-opus-4-8',
    max_tokens: 300,
    tools: [{ type: 'web_search_20250305', name: 'web_search', max_uses: 5 }],
    messages: [{ role: 'user', content: question }],
  });
}

export function files(question: string, store: string) {
  return openai.responses.create({
    model: 'gpt-5.4',
    max_output_tokens: 300,
    tools: [{ type: 'file_search', vector_store_ids: ['vs_handbook'] }],
    input: question,
    max_tool_calls: 5,
  });
}

export function limited(question: string) {
  return client.messages.create({
    model: 'claude-opus-4-8',
    max_tokens: 300,
    tools: [{ type: 'web_search_20250305', name: 'web_search', max_uses: 3 }],
    messages: [{ role: 'user', content: question }],
  });
}
