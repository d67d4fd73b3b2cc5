import OpenAI from 'openai';
import { openai } from '@ai-sdk/openai';
import { generateText } from 'ai';

const client = new OpenAI();

export async function solve(task: string) {
  const response = await client.responses.create({
    model: 'gpt-5.4',
    reasoning: { effort: 'xhigh' },
            // ~~~~~~~~~~~~~~~~~~~ uncapped-thinking: Thinking is on (xhigh), and nothing limits it: all that the
    input: task,
  });
  return response.output_text;
}

export async function withTheAiSdk(task: string) {
  const { text } = await generateText({
                      // ~~~~~~~~~~~~ uncapped-thinking: Thinking is on (high), and nothing limits it: all that the
    model: openai('gpt-5.4'),
    prompt: task,
    providerOptions: { openai: { reasoningEffort: 'high' } },
  });
  return text;
}
