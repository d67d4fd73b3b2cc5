import { openai as model } from '@ai-sdk/openai';
import { generateObject, generateText, streamText } from 'ai';
import OpenAI, { AzureOpenAI } from 'openai';

const client = new OpenAI();
const azure = new AzureOpenAI();

export function chat(question: string) {
  return client.chat.completions.create({ model: 'gpt-5.4', messages: [{ role: 'user', content: question }] });
       //~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ missing-output-cap: may write up to 128,000 tokens
}

export function responses(question: string) {
  return client.responses.create({
       //~~~~~~~~~~~~~~~~~~~~~~~ missing-output-cap: Set max_output_tokens
    model: 'gpt-5.4',
    input: question,
  });
}

export async function text(question: string) {
  const { text } = await generateText({ model: model('gpt-5.4-mini'), prompt: question });
                       //~~~~~~~~~~~~ missing-output-cap: Set maxOutputTokens
  return text;
}

export function stream(question: string) {
  return streamText({
       //~~~~~~~~~~ missing-output-cap
    model: model('gpt-5.4-mini'),
    prompt: question,
  });
}

export function object(question: string, schema: any) {
  return generateObject({ model: model('gpt-5.4-mini'), schema, prompt: question });
       //~~~~~~~~~~~~~~ missing-output-cap
}

export function allAtOnce(questions: string[]) {
  return Promise.all(questions.map((question) => client.responses.create({ model: 'gpt-5.4-mini', input: question })));
                                               //~~~~~~~~~~~~~~~~~~~~~~~ missing-output-cap
}

export function deployment(question: string) {
  return azure.chat.completions.create({ model: 'chat', messages: [{ role: 'user', content: question }] });
       //~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ missing-output-cap: Nothing limits the length
}

export function optionsThatAreKnown(question: string) {
  const options = { model: 'gpt-5.4-mini', temperature: 0.2 };
  return client.chat.completions.create({ ...options, messages: [{ role: 'user', content: question }] });
       //~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ missing-output-cap
}
