import { generateText, stepCountIs } from 'ai';
import { openai } from '@ai-sdk/openai';
import OpenAI from 'openai';
import { tools } from './tools';

const client = new OpenAI();

export async function theNewerName(question: string) {
  const { text } = await generateText({
    model: openai('gpt-5.4'),
    tools,
    stopWhen: stepCountIs(5),
    maxOutputTokens: 500,
    prompt: question,
  });
  return text;
}

export async function inTheSecondArgument(question: string, runnable: never[]) {
  const runner = client.chat.completions.runTools(
    { model: 'gpt-5.4', max_completion_tokens: 500, messages: [{ role: 'user', content: question }], tools: runnable },
    { maxChatCompletions: 3 },
  );
  return runner.finalContent();
}

/** A field of another library's call. */
export async function ofAnotherLibrary(question: string, agent: { run: (input: object) => Promise<string> }) {
  return agent.run({ question, maxSteps: 5, maxTokens: 500 });
}
