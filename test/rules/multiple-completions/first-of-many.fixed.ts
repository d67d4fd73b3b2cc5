import OpenAI from 'openai';

const client = new OpenAI();

export async function title(text: string) {
  const response = await client.chat.completions.create({
    model: 'gpt-5.4',
    max_completion_tokens: 100,
    messages: [{ role: 'user', content: `A title for: ${text}` }],
  });
  return response.choices[0].message.content;
}
