import Anthropic from '@anthropic-ai/sdk';
import { HANDBOOK } from './handbook';

const client = new Anthropic();

export function farTooShort(question: string) {
  return client.messages.create({
    model: 'claude-opus-5',
    max_tokens: 200,
    system: [{ type: 'text', text: 'You answer in one sentence.' }],
    messages: [{ role: 'user', content: question }],
  });
}

export function longEnough(question: string) {
  return client.messages.create({
    model: 'claude-opus-5',
    max_tokens: 200,
    system: [{ type: 'text', text: HANDBOOK, cache_control: { type: 'ephemeral' } }],
    messages: [{ role: 'user', content: question }],
  });
}
