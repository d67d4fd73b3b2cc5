import OpenAI from 'openai';

const client = new OpenAI();

export async function titles(text: string) {
  const response = await client.chat.completions.create({
    model: 'gpt-5.4',
    max_completion_tokens: 100,
    n: 3,
    messages: [{ role: 'user', content: `A title for: ${text}` }],
  });
  return response.choices.map((choice) => choice.message.content);
}
