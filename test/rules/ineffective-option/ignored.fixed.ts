import { generateObject, generateText, stepCountIs } from 'ai';
import { openai } from '@ai-sdk/openai';
import OpenAI from 'openai';
import { tools } from './tools';

const client = new OpenAI();

export async function anOlderName(question: string) {
  const { text } = await generateText({ model: openai('gpt-5.4'), tools, maxSteps: 5, maxOutputTokens: 500, prompt: question });
  return text;
}

export async function anOlderCap(question: string) {
  const { text } = await generateText({
    model: openai('gpt-5.4'),
    maxOutputTokens: 500,
    tools,
    stopWhen: stepCountIs(5),
    prompt: question,
  });
  return text;
}

export async function anOlderCapOfAnObject(question: string, schema: never) {
  const { object } = await generateObject({ model: openai('gpt-5.4'), maxOutputTokens: 500, schema, prompt: question });
  return object;
}

export async function inTheWrongArgument(question: string, runnable: never[]) {
  const runner = client.chat.completions.runTools({
    model: 'gpt-5.4',
    max_completion_tokens: 500,
    messages: [{ role: 'user', content: question }],
    tools: runnable,
    maxChatCompletions: 3,
  });
  return runner.finalContent();
}
