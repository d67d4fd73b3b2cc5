import { generateObject, generateText, stepCountIs } from 'ai';
import { openai } from '@ai-sdk/openai';
import OpenAI from 'openai';
import { tools } from './tools';

const client = new OpenAI();

export async function anOlderName(question: string) {
  const { text } = await generateText({ model: openai('gpt-5.4'), tools, maxSteps: 5, maxOutputTokens: 500, prompt: question });
                                                                                // ~~~ ineffective-option: `maxSteps` does nothing here: ai ^6.0.0 (package.json) does
  return text;
}

export async function anOlderCap(question: string) {
  const { text } = await generateText({
    model: openai('gpt-5.4'),
    maxTokens: 500,
            // ~~~ ineffective-option: `maxTokens` does nothing here: ai ^6.0.0 (package.json)
    tools,
    stopWhen: stepCountIs(5),
    prompt: question,
  });
  return text;
}

export async function anOlderCapOfAnObject(question: string, schema: never) {
  const { object } = await generateObject({ model: openai('gpt-5.4'), maxTokens: 500, schema, prompt: question });
                                                                              // ~~~ ineffective-option: `maxTokens` does nothing here: ai ^6.0.0 (package.json)
  return object;
}

export async function inTheWrongArgument(question: string, runnable: never[]) {
  const runner = client.chat.completions.runTools({
    model: 'gpt-5.4',
    max_completion_tokens: 500,
    messages: [{ role: 'user', content: question }],
    tools: runnable,
    maxChatCompletions: 3,
                     // ~~~ ineffective-option: `maxChatCompletions` does nothing
  });
  return runner.finalContent();
}
