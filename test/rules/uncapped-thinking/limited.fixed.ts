import { cohere } from '@ai-sdk/cohere';
import { generateText } from 'ai';
import OpenAI from 'openai';

const client = new OpenAI();

export async function capped(task: string) {
  const response = await client.responses.create({
    model: 'gpt-5.4',
    reasoning: { effort: 'high' },
    max_output_tokens: 8000,
    input: task,
  });
  return response.output_text;
}

export async function turnedOff(task: string) {
  const response = await client.responses.create({
    model: 'gpt-5.4',
    reasoning: { effort: 'none' },
    max_output_tokens: 500,
    input: task,
  });
  return response.output_text;
}

export async function optionsFromElsewhere(task: string, options: Partial<OpenAI.Responses.ResponseCreateParamsNonStreaming>) {
  const response = await client.responses.create({ model: 'gpt-5.4', reasoning: { effort: 'high' }, input: task, ...options });
  return response.output_text;
}

/** The AI SDK sends this effort as a budget; the answer itself has no cap. */
export async function budgetedByTheSdk(task: string) {
  const { text } = await generateText({
    model: cohere('command-a-reasoning-08-2025'),
    reasoning: 'medium',
    prompt: task,
    maxOutputTokens: 1024,
  });
  return text;
}
