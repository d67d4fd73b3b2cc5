import { openai as model } from '@ai-sdk/openai';
import { generateObject, generateText, streamText } from 'ai';
import OpenAI, { AzureOpenAI } from 'openai';

const client = new OpenAI();
const azure = new AzureOpenAI();

export function chat(question: string) {
  return client.chat.completions.create({ model: 'gpt-5.4', messages: [{ role: 'user', content: question }], max_completion_tokens: 1024 });
}

export function responses(question: string) {
  return client.responses.create({
    model: 'gpt-5.4',
    input: question,
    max_output_tokens: 1024,
  });
}

export async function text(question: string) {
  const { text } = await generateText({ model: model('gpt-5.4-mini'), prompt: question, maxOutputTokens: 1024 });
  return text;
}

export function stream(question: string) {
  return streamText({
    model: model('gpt-5.4-mini'),
    prompt: question,
    maxOutputTokens: 1024,
  });
}

export function object(question: string, schema: any) {
  return generateObject({ model: model('gpt-5.4-mini'), schema, prompt: question, maxOutputTokens: 1024 });
}

export function allAtOnce(questions: string[]) {
  return Promise.all(questions.map((question) => client.responses.create({ model: 'gpt-5.4-mini', input: question, max_output_tokens: 1024 })));
}

export function deployment(question: string) {
  return azure.chat.completions.create({ model: 'chat', messages: [{ role: 'user', content: question }], max_completion_tokens: 1024 });
}

export function optionsThatAreKnown(question: string) {
  const options = { model: 'gpt-5.4-mini', temperature: 0.2 };
  return client.chat.completions.create({ ...options, messages: [{ role: 'user', content: question }] });
}
