import OpenAI from 'openai';

const client = new OpenAI({ maxRetries: 5 });

export async function extract(text: string): Promise<unknown> {
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

export async function eachOfMany(texts: string[]): Promise<unknown[]> {
  const found: unknown[] = [];
  for (const text of texts) found.push(await extract(text));
  return found;
}
