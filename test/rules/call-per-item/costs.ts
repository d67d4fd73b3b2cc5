import OpenAI from 'openai';
import { HANDBOOK } from './handbook';

const client = new OpenAI();

export async function sortReviews(reviews: string[]) {
  const labels: string[] = [];
  for (const review of reviews) {
    const reply = await client.responses.create({
                     // ~~~~~~~~~~~~~~~~~~~~~~~ call-per-item: ten items in one request
      model: 'gpt-5.4',
      max_output_tokens: 20,
      instructions: HANDBOOK,
      input: review,
    });
    labels.push(reply.output_text);
  }
  return labels;
}

export function oneQuestion(question: string) {
  return client.responses.create({ model: 'gpt-5.4', max_output_tokens: 20, instructions: HANDBOOK, input: question });
}
