import Anthropic from '@anthropic-ai/sdk';
import { HANDBOOK } from './handbook';

const client = new Anthropic();

export async function behindTheQuestion(questions: string[]) {
  for (const question of questions) {
    const response = await client.messages.create({
      model: 'claude-opus-5',
      max_tokens: 300,
      system: [{ type: 'text', text: HANDBOOK, cache_control: { type: 'ephemeral' } }],
      messages: [
        {
          role: 'user',
          content: [{ type: 'text', text: question }],
        },
      ],
    });
    console.log(response.content);
  }
}

export async function shortBeforeLong(question: string) {
  return client.messages.create({
    model: 'claude-opus-5',
    max_tokens: 300,
    system: [
      { type: 'text', text: HANDBOOK, cache_control: { type: 'ephemeral', ttl: '5m' } },
      { type: 'text', text: 'Answer in German.', cache_control: { type: 'ephemeral', ttl: '1h' } },
    ],
    messages: [{ role: 'user', content: question }],
  });
}
