import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { HANDBOOK } from './handbook';

const openai = new OpenAI();
const client = new Anthropic();
const started = new Date().toISOString();

export function dateOnly(question: string) {
  const today = new Date().toISOString().slice(0, 10);
  return openai.responses.create({ model: 'gpt-5.4', max_output_tokens: 300, instructions: `Today is ${today}.\n${HANDBOOK}`, input: question });
}

export function dateInWords(question: string) {
  const instructions = `Today is ${new Date().toLocaleDateString('en')}.\n${HANDBOOK}`;
  return openai.responses.create({ model: 'gpt-5.4', max_output_tokens: 300, instructions, input: question });
}

export function onceAProcess(question: string) {
  return openai.responses.create({ model: 'gpt-5.4', max_output_tokens: 300, instructions: `Up since ${started}.\n${HANDBOOK}`, input: question });
}

export function clockLast(question: string) {
  return openai.responses.create({ model: 'gpt-5.4', max_output_tokens: 300, instructions: `${HANDBOOK}\nNow: ${new Date()}`, input: question });
}

export function clockInTheNewestMessage(question: string) {
  return openai.responses.create({ model: 'gpt-5.4', max_output_tokens: 300, instructions: HANDBOOK, input: `It is ${new Date()}. ${question}` });
}

export function belowTheMinimum(question: string) {
  return openai.responses.create({
    model: 'gpt-5.4',
    max_output_tokens: 300,
    instructions: `It is ${new Date()}. You answer questions about garden furniture in one sentence.`,
    input: question,
  });
}

export function unknownPieceFirst(question: string, shop: { name: string }) {
  return openai.responses.create({ model: 'gpt-5.4', max_output_tokens: 300, instructions: `Shop: ${shop.name}\n${HANDBOOK}`, input: question });
}

export function noMarkAndNoRepetition(question: string) {
  return client.messages.create({
    model: 'claude-opus-5',
    max_tokens: 300,
    system: `It is ${Date.now()}.\n${HANDBOOK}`,
    messages: [{ role: 'user', content: question }],
  });
}

export function modelWithoutAName(question: string, model: string) {
  return openai.responses.create({ model, max_output_tokens: 300, instructions: `It is ${new Date()}.\n${HANDBOOK}`, input: question });
}
