import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { createInterface } from 'node:readline/promises';
import { HANDBOOK } from './handbook';

const client = new Anthropic();
const openai = new OpenAI();

export async function markedBlock(questions: string[]) {
  for (const question of questions) {
    await client.messages.create({
      model: 'claude-opus-5',
      max_tokens: 200,
      system: [{ type: 'text', text: HANDBOOK, cache_control: { type: 'ephemeral' } }],
      messages: [{ role: 'user', content: question }],
    });
  }
}

export async function markedWhole(questions: string[]) {
  for (const question of questions) {
    await client.messages.create({
      model: 'claude-opus-5',
      max_tokens: 200,
      cache_control: { type: 'ephemeral' },
      system: HANDBOOK,
      messages: [{ role: 'user', content: question }],
    });
  }
}

export async function tooShort(questions: string[]) {
  for (const question of questions) {
    await client.messages.create({
      model: 'claude-opus-5',
      max_tokens: 200,
      system: 'You answer questions about garden furniture in one sentence.',
      messages: [{ role: 'user', content: question }],
    });
  }
}

export async function tooShortForThisModel(questions: string[]) {
  for (const question of questions) {
    await client.messages.create({ model: 'claude-haiku-4-5', max_tokens: 200, system: HANDBOOK, messages: [{ role: 'user', content: question }] });
  }
}

export async function once(question: string) {
  return client.messages.create({ model: 'claude-opus-5', max_tokens: 200, system: HANDBOOK, messages: [{ role: 'user', content: question }] });
}

export async function atAPersonsPace() {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const messages: Anthropic.MessageParam[] = [];
  while (true) {
    messages.push({ role: 'user', content: await terminal.question('> ') });
    const reply = await client.messages.create({ model: 'claude-opus-5', max_tokens: 200, system: HANDBOOK, messages });
                     // ~~~~~~~~~~~~~~~~~~~~~~ unbounded-history
    messages.push({ role: 'assistant', content: reply.content });
  }
}

export async function cachedByTheVendor(questions: string[]) {
  for (const question of questions) {
    await openai.responses.create({ model: 'gpt-5.4', max_output_tokens: 200, instructions: HANDBOOK, input: question });
  }
}

export async function optionsFromElsewhere(questions: string[], options: Partial<Anthropic.MessageCreateParams>) {
  for (const question of questions) {
    await client.messages.create({
      model: 'claude-opus-5',
      max_tokens: 200,
      system: HANDBOOK,
      messages: [{ role: 'user', content: question }],
      ...options,
    });
  }
}

export async function systemThatIsNotKnown(questions: string[], rulesFor: (question: string) => string) {
  for (const question of questions) {
    await client.messages.create({
      model: 'claude-opus-5',
      max_tokens: 200,
      system: rulesFor(question) + HANDBOOK,
      messages: [{ role: 'user', content: question }],
    });
  }
}

export async function perEvent(socket: AsyncIterable<string>) {
  for await (const line of socket) {
    await client.messages.create({ model: 'claude-opus-5', max_tokens: 200, system: HANDBOOK, messages: [{ role: 'user', content: line }] });
  }
}
