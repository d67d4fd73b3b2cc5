import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { generateText, stepCountIs } from 'ai';
import { openai as model } from '@ai-sdk/openai';
import { createInterface } from 'node:readline/promises';

const client = new Anthropic();
const openai = new OpenAI();
const maxSteps = 8;

export async function countedPasses(messages: Anthropic.MessageParam[]) {
  for (let step = 0; step < maxSteps; step++) {
    const reply = await client.messages.create({ model: 'claude-haiku-4-5', max_tokens: 500, messages });
    if (reply.stop_reason !== 'tool_use') return reply;
    messages.push({ role: 'assistant', content: reply.content });
  }
}

export async function counterBesideTheModelsWord(messages: any[]) {
  let left = 5;
  while (left > 0) {
    left--;
    const reply = await openai.chat.completions.create({ model: 'gpt-5.4-mini', max_completion_tokens: 300, messages });
    messages.push(reply.choices[0].message);
  }
}

export async function counterWithAThrow(messages: any[]) {
  let attempts = 0;
  while (true) {
    if (++attempts > maxSteps) throw new Error('Too many steps');
    const reply = await openai.chat.completions.create({ model: 'gpt-5.4-mini', max_completion_tokens: 300, messages });
    messages.push(reply.choices[0].message);
    if (!reply.choices[0].message.tool_calls) return reply;
  }
}

export async function deadline(messages: any[]) {
  const end = Date.now() + 60_000;
  while (Date.now() < end) {
    const reply = await openai.chat.completions.create({ model: 'gpt-5.4-mini', max_completion_tokens: 300, messages });
    messages.push(reply.choices[0].message);
  }
}

export async function abortSignal(messages: any[], signal: AbortSignal) {
  while (!signal.aborted) {
    const reply = await openai.chat.completions.create({ model: 'gpt-5.4-mini', max_completion_tokens: 300, messages });
    messages.push(reply.choices[0].message);
  }
}

export async function chatWithAPerson() {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const messages: Anthropic.MessageParam[] = [];
  while (true) {
    messages.push({ role: 'user', content: await terminal.question('> ') });
    const reply = await client.messages.create({ model: 'claude-haiku-4-5', max_tokens: 500, messages });
                     // ~~~~~~~~~~~~~~~~~~~~~~ unbounded-history
    messages.push({ role: 'assistant', content: reply.content });
  }
}

export async function listen(socket: AsyncIterable<string>) {
  for await (const line of socket) {
    console.log(await openai.responses.create({ model: 'gpt-5.4-mini', max_output_tokens: 300, input: line }));
  }
}

export async function eachDocument(documents: string[]) {
  for (const document of documents) {
    console.log(await openai.responses.create({ model: 'gpt-5.4-mini', max_output_tokens: 300, input: document }));
  }
}

export async function stepsOfTheSdk(prompt: string, tools: any) {
  return generateText({ model: model('gpt-5.4-mini'), maxOutputTokens: 300, prompt, tools, stopWhen: stepCountIs(5) });
}

export async function readAStream(messages: Anthropic.MessageParam[]) {
  const stream = client.messages.stream({ model: 'claude-haiku-4-5', max_tokens: 500, messages });
  for await (const event of stream) console.log(event.type);
}

class Player {
  private tries = 0;
  private notes: string[] = [];
  constructor(private readonly most: number) {}

  async step() {
    const reply = await openai.responses.create({ model: 'gpt-5.4-mini', max_output_tokens: 300, input: this.notes.slice(-6).join() });
    this.notes.push(reply.output_text);
    this.tries += 1;
    const done = this.tries >= this.most || reply.output_text.includes('solved');
    return { text: reply.output_text, done };
  }

  async play() {
    while (true) {
      const { text, done } = await this.step();
      if (done) return text;
    }
  }
}

export const play = (most: number) => new Player(most).play();
