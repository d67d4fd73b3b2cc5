import OpenAI from 'openai';
import { openai } from '@ai-sdk/openai';
import { generateText } from 'ai';

const client = new OpenAI();

export async function solve(task: string) {
  const response = await client.responses.create({
    model: 'gpt-5.4',
    reasoning: { effort: 'xhigh' },
    input: task,
    max_output_tokens: 8192,
  });
  return response.output_text;
}

export async function withTheAiSdk(task: string) {
  const { text } = await generateText({
    model: openai('gpt-5.4'),
    prompt: task,
    providerOptions: { openai: { reasoningEffort: 'high' } },
    maxOutputTokens: 8192,
  });
  return text;
}
