import { createInterface } from 'node:readline/promises';
import OpenAI from 'openai';

const client = new OpenAI();
const terminal = createInterface({ input: process.stdin, output: process.stdout });

export async function chat() {
  const messages: OpenAI.ChatCompletionMessageParam[] = [];
  while (true) {
    messages.push({ role: 'user', content: await terminal.question('> ') });
    const reply = await client.chat.completions.create({
                     // ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unbounded-history: Keep the last turns
      model: 'gpt-5.4',
      max_completion_tokens: 300,
      messages,
    });
    messages.push({ role: 'assistant', content: reply.choices[0]?.message.content ?? '' });
  }
}

export async function lastTurns() {
  const messages: OpenAI.ChatCompletionMessageParam[] = [];
  while (true) {
    messages.push({ role: 'user', content: await terminal.question('> ') });
    const reply = await client.chat.completions.create({
      model: 'gpt-5.4',
      max_completion_tokens: 300,
      messages: messages.slice(-10),
    });
    messages.push({ role: 'assistant', content: reply.choices[0]?.message.content ?? '' });
  }
}
