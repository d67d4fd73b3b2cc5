import OpenAI from 'openai';

const client = new OpenAI();

export async function untilTheJsonParses(text: string) {
  for (let step = 0; step < 10; step++) {
    try {
      const reply = await client.responses.create({ model: 'gpt-5.4-mini', max_output_tokens: 300, input: text });
      return JSON.parse(reply.output_text);
    } catch {
      console.warn('again');
    }
  }
}
