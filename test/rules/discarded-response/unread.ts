import OpenAI from 'openai';

const client = new OpenAI();

export async function summarise(text: string) {
  await client.responses.create({ model: 'gpt-5.4', max_output_tokens: 400, input: `Summarise: ${text}` });
     // ~~~~~~~~~~~~~~~~~~~~~~~ discarded-response: Nothing reads this
  console.log('summarised');
}

export async function rate(text: string): Promise<number> {
  const response = await client.chat.completions.create({
                      // ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ discarded-response: Nothing reads this
    model: 'gpt-5.4',
    max_completion_tokens: 400,
    messages: [{ role: 'user', content: `Rate this from 1 to 10: ${text}` }],
  });
  return 10;
}
