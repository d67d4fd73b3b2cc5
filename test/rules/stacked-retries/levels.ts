import OpenAI from 'openai';

const client = new OpenAI();

async function extract(text: string): Promise<unknown> {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const response = await client.chat.completions.create({
                          // ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ stacked-retries: An answer that fails is asked for again on 2 levels: up to
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
  throw new Error('no JSON');
}

export async function extractAtAnyPrice(text: string, check: (fields: unknown) => void): Promise<unknown> {
  for (let attempt = 0; attempt < 4; attempt++) {
    try {
      const fields = await extract(text);
      check(fields);
      return fields;
    } catch {
      console.warn('once more', attempt);
    }
  }
}
