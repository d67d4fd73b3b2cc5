import OpenAI from 'openai';

const client = new OpenAI({ maxRetries: 4 });

export async function threeTries(text: string) {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const reply = await client.responses.create({ model: 'gpt-5.4-mini', max_output_tokens: 300, input: text });
      return JSON.parse(reply.output_text);
    } catch (error) {
      if (attempt === 2) throw error;
    }
  }
}
