import OpenAI from 'openai';

const client = new OpenAI();

export async function heldToASchema(text: string): Promise<unknown> {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const response = await client.chat.completions.create({
        model: 'gpt-5.4',
        max_completion_tokens: 300,
        response_format: { type: 'json_object' },
        messages: [{ role: 'user', content: `The fields as JSON: ${text}` }],
      });
      return JSON.parse(response.choices[0]?.message.content ?? '');
    } catch {
      console.warn('again', attempt);
    }
  }
}
