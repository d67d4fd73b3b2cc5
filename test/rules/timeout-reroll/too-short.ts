import OpenAI from 'openai';

const impatient = new OpenAI({ timeout: 10_000, maxRetries: 3 });
const client = new OpenAI();

export async function report(topic: string) {
  const response = await impatient.responses.create({ model: 'gpt-5.4', max_output_tokens: 8000, input: topic });
                      // ~~~~~~~~~~~~~~~~~~~~~~~~~~ timeout-reroll: The client gives up after 10 seconds, in which an answer of
  return response.output_text;
}

export async function letter(topic: string) {
  const response = await client.responses.create({ model: 'gpt-5.4', max_output_tokens: 8000, input: topic }, { timeout: 5000 });
                      // ~~~~~~~~~~~~~~~~~~~~~~~ timeout-reroll: The client gives up after 5 seconds, in which an answer of
  return response.output_text;
}
