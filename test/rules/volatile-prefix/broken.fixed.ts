import { openai as model } from '@ai-sdk/openai';
import Anthropic from '@anthropic-ai/sdk';
import { streamText } from 'ai';
import OpenAI from 'openai';
import { HANDBOOK } from './handbook';

const openai = new OpenAI();
const client = new Anthropic();

export function clockFirst(question: string) {
  return openai.responses.create({
    model: 'gpt-5.4',
    max_output_tokens: 300,
    instructions: `${HANDBOOK}\nNow: ${new Date().toISOString()}`,
    input: question,
  });
}

export function requestIdFirst(question: string) {
  return openai.chat.completions.create({
    model: 'gpt-5.4',
    max_completion_tokens: 300,
    messages: [
      { role: 'system', content: `${HANDBOOK}\nRequest ${crypto.randomUUID()}` },
      { role: 'user', content: question },
    ],
  });
}

export function millisecondsFirst(question: string) {
  return streamText({
    model: model('gpt-5.4'),
    maxOutputTokens: 300,
    system: 'Time: ' + Date.now() + '\n' + HANDBOOK,
    prompt: question,
  });
}

export async function markedButMoving(questions: string[]) {
  for (const question of questions) {
    await client.messages.create({
      model: 'claude-opus-5',
      max_tokens: 300,
      system: [{ type: 'text', text: `${HANDBOOK}`, cache_control: { type: 'ephemeral' } }, { type: 'text', text: `It is ${new Date()}.` }],
      messages: [{ role: 'user', content: question }],
    });
  }
}

export async function growingConversation(task: string, run: (reply: Anthropic.Message) => any) {
  const messages: Anthropic.MessageParam[] = [{ role: 'user', content: task }];
  for (let step = 0; step < 20; step++) {
    const reply = await client.messages.create({
      model: 'claude-opus-5',
      max_tokens: 300,
      system: `You are a shop assistant. It is ${new Date().toISOString()}.`,
      messages,
    });
    messages.push({ role: 'assistant', content: reply.content });
    if (reply.stop_reason !== 'tool_use') return reply;
    messages.push({ role: 'user', content: run(reply) });
  }
}

const promptFor = (now: string) => `Now: ${now}\n\n${HANDBOOK}`;

export function throughAFunction(question: string) {
  return openai.responses.create({
    model: 'gpt-5.4',
    max_output_tokens: 300,
    instructions: promptFor(new Date().toISOString()),
    input: question,
  });
}
