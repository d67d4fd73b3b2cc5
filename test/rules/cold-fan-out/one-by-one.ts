import Anthropic from '@anthropic-ai/sdk';
import { HANDBOOK } from './handbook';

const client = new Anthropic();

export async function oneAfterAnother(questions: string[]) {
  const answers: Anthropic.Message[] = [];
  for (const question of questions) {
    const answer = await client.messages.create({
      model: 'claude-opus-5',
      max_tokens: 300,
      system: [{ type: 'text', text: HANDBOOK, cache_control: { type: 'ephemeral' } }],
      messages: [{ role: 'user', content: question }],
    });
    answers.push(answer);
  }
  return answers;
}

export async function nothingMarked(questions: string[]) {
  return Promise.all(
    questions.map(async (question) =>
      client.messages.create({
        model: 'claude-opus-5',
        max_tokens: 300,
        system: 'You answer questions about garden furniture.',
        messages: [{ role: 'user', content: question }],
      }),
    ),
  );
}
