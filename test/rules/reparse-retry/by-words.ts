import OpenAI from 'openai';

const client = new OpenAI();

export async function fieldsOf(text: string): Promise<unknown> {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const response = await client.chat.completions.create({
                          // ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ reparse-retry: JSON is asked for in words, and the whole request is paid
        model: 'gpt-5.4',
        max_completion_tokens: 300,
        messages: [
          { role: 'system', content: 'Answer with JSON only: {"total": number, "currency": string}' },
          { role: 'user', content: text },
        ],
      });
      return JSON.parse(response.choices[0]?.message.content ?? '');
    } catch {
      console.warn('again', attempt);
    }
  }
}
