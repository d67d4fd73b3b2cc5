import OpenAI from 'openai';

const client = new OpenAI();
let last: OpenAI.Responses.Response | null = null;

export async function givenBack(text: string) {
  return client.responses.create({ model: 'gpt-5.4', max_output_tokens: 400, input: text });
}

export async function kept(text: string) {
  last = await client.responses.create({ model: 'gpt-5.4', max_output_tokens: 400, input: text });
}

export const show = () => console.log(last?.output_text);

export async function takenApart(text: string) {
  const { output_text } = await client.responses.create({ model: 'gpt-5.4', max_output_tokens: 400, input: text });
  return output_text;
}

export async function validateKey(): Promise<boolean> {
  try {
    await client.responses.create({ model: 'gpt-5.4', max_output_tokens: 400, input: 'Hello' });
    return true;
  } catch {
    return false;
  }
}

export function handedOn(text: string, report: (answer: Promise<OpenAI.Responses.Response>) => void) {
  report(client.responses.create({ model: 'gpt-5.4', max_output_tokens: 400, input: text }));
}
