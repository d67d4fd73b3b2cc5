import { anthropic } from '@ai-sdk/anthropic';
import { openai as model } from '@ai-sdk/openai';
import Anthropic from '@anthropic-ai/sdk';
import { generateText, streamText } from 'ai';
import OpenAI from 'openai';

const client = new OpenAI();
const local = new OpenAI({ baseURL: 'http://localhost:11434/v1', apiKey: 'none' });
const claude = new Anthropic();
const defaults = { model: 'gpt-5.4-mini', max_completion_tokens: 300 };

export function capped(question: string) {
  return client.chat.completions.create({ model: 'gpt-5.4', max_completion_tokens: 300, messages: [{ role: 'user', content: question }] });
}

export function cappedByTheOlderName(question: string) {
  return client.chat.completions.create({ model: 'gpt-5.4', max_tokens: 300, messages: [{ role: 'user', content: question }] });
}

export function cappedResponse(question: string) {
  return client.responses.create({ model: 'gpt-5.4', max_output_tokens: 300, input: question });
}

export function cappedByAVariable(question: string, limit: number) {
  return generateText({ model: model('gpt-5.4'), maxOutputTokens: limit, prompt: question });
}

export function cappedInARecord(question: string) {
  return client.chat.completions.create({ ...defaults, messages: [{ role: 'user', content: question }] });
}

export function perhapsCappedElsewhere(question: string, options: any) {
  return client.chat.completions.create({ model: 'gpt-5.4', messages: [{ role: 'user', content: question }], ...options });
}

export function wholeRequestFromElsewhere(request: OpenAI.ChatCompletionCreateParams) {
  return client.chat.completions.create(request);
}

export function onMyOwnMachine(question: string) {
  return local.chat.completions.create({ model: 'qwen3:8b', messages: [{ role: 'user', content: question }] });
}

export function requiredAnyway(question: string) {
  return claude.messages.create({ model: 'claude-haiku-4-5', max_tokens: 300, messages: [{ role: 'user', content: question }] });
}

export function filledInByTheSdk(question: string) {
  return streamText({ model: anthropic('claude-haiku-4-5'), prompt: question });
}

export function notAText(question: string) {
  return client.embeddings.create({ model: 'text-embedding-3-small', input: question });
}

export function takenUpAgain(id: string) {
  return client.responses.stream({ response_id: id, starting_after: 10 });
}
