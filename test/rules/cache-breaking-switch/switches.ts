import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { HANDBOOK } from './handbook';

const client = new Anthropic();
const openai = new OpenAI();

export async function aToolFirst(question: string, tools: Anthropic.Tool[], run: (answer: Anthropic.Message) => Promise<string>) {
  const messages: Anthropic.MessageParam[] = [{ role: 'user', content: question }];
  for (let step = 0; step < 10; step++) {
    const response = await client.messages.create({
      model: 'claude-opus-5',
      max_tokens: 500,
      system: [{ type: 'text', text: HANDBOOK, cache_control: { type: 'ephemeral' } }],
      tools,
      tool_choice: step === 0 ? { type: 'any' } : { type: 'auto' },
                // ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ cache-breaking-switch: The tool choice changes with `step` in the middle of the
      messages,
    });
    messages.push({ role: 'assistant', content: response.content });
    if (response.stop_reason !== 'tool_use') return response;
    messages.push({ role: 'user', content: await run(response) });
  }
}

export async function aSmallerModelLater(question: string, run: (answer: string | null) => Promise<string>) {
  const messages: OpenAI.Chat.ChatCompletionMessageParam[] = [{ role: 'user', content: question }];
  for (let step = 0; step < 6; step++) {
    const response = await openai.chat.completions.create({
      model: step < 3 ? 'gpt-5.4' : 'gpt-5.4-mini',
          // ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ cache-breaking-switch: The model changes with `step` in the middle of the
      max_completion_tokens: 500,
      messages,
    });
    const content = response.choices[0]?.message.content ?? null;
    messages.push({ role: 'assistant', content }, { role: 'user', content: await run(content) });
  }
}
