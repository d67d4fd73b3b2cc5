import { readFileSync } from 'node:fs';
import OpenAI from 'openai';

const client = new OpenAI();

export function file(path: string, question: string) {
  const text = readFileSync(path, 'utf8');
            // ~~~~~~~~~~~~~~~~~~~~~~~~~~ oversized-context: The file goes into the request whole
  return client.responses.create({ model: 'gpt-5.4', max_output_tokens: 300, input: `${question}\n\n${text}` });
}

export function beginning(path: string, question: string) {
  const text = readFileSync(path, 'utf8').slice(0, 4000);
  return client.responses.create({ model: 'gpt-5.4', max_output_tokens: 300, input: `${question}\n\n${text}` });
}

export function template(name: string, question: string) {
  const prompt = readFileSync(`prompts/${name}.md`, 'utf8');
  return client.responses.create({ model: 'gpt-5.4', max_output_tokens: 300, instructions: prompt, input: question });
}
