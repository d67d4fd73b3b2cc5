import OpenAI from 'openai';

const patient = new OpenAI({ timeout: 120_000 });
const impatient = new OpenAI({ timeout: 10_000 });

export async function withTime(topic: string) {
  const response = await patient.responses.create({ model: 'gpt-5.4', max_output_tokens: 8000, input: topic });
  return response.output_text;
}

export async function aShortAnswer(topic: string) {
  const response = await impatient.responses.create({ model: 'gpt-5.4', max_output_tokens: 500, input: topic });
  return response.output_text;
}

export async function streamed(topic: string) {
  const stream = await impatient.responses.create({ model: 'gpt-5.4', max_output_tokens: 8000, input: topic, stream: true });
  for await (const event of stream) console.log(event.type);
}
