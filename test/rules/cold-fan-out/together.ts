import Anthropic from '@anthropic-ai/sdk';
import { HANDBOOK } from './handbook';

const client = new Anthropic();

export async function answerAll(questions: string[]) {
  return Promise.all(
    questions.map(async (question) =>
      client.messages.create({
   // ~~~~~~~~~~~~~~~~~~~~~~ cold-fan-out: These calls start together, and each writes the same
        model: 'claude-opus-5',
        max_tokens: 300,
        system: [{ type: 'text', text: HANDBOOK, cache_control: { type: 'ephemeral' } }],
        messages: [{ role: 'user', content: question }],
      }),
    ),
  );
}
