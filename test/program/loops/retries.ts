// What is tried again, how often, and whether the answer or only the request is asked for again.
import OpenAI from 'openai';
import asyncRetry from 'async-retry';
import { backOff } from 'exponential-backoff';
import pRetry from 'p-retry';
import { handleAll, retry as cockatielRetry } from 'cockatiel';
import { z } from 'zod';

const client = new OpenAI();
type Messages = OpenAI.ChatCompletionMessageParam[];
const Plan = z.object({ steps: z.array(z.string()) });

const send = (messages: Messages) => client.chat.completions.create({ model: 'gpt-5-mini', max_completion_tokens: 300, messages });

export const byPRetry = (messages: Messages) => pRetry(() => send(messages), { retries: 3 }); // => bounded 4 transport

export const byDefault = (messages: Messages) => pRetry(() => send(messages)); // => bounded 11 transport

export const forever = (messages: Messages) => pRetry(() => send(messages), { retries: Infinity }); // => unbounded transport

export const parsed = (messages: Messages) =>
  pRetry( // => bounded 3 content
    async () => {
      const answer = await send(messages);
      return Plan.parse(JSON.parse(answer.choices[0].message.content ?? ''));
    },
    { retries: 2 },
  );

export const byAsyncRetry = (messages: Messages) =>
  asyncRetry( // => bounded 6 transport
    async (bail) => {
      return await send(messages);
    },
    { retries: 5 },
  );

export const backedOff = (messages: Messages) => backOff(() => send(messages), { numOfAttempts: 4 }); // => bounded 4 transport

const policy = cockatielRetry(handleAll, { maxAttempts: 3 });
export const byPolicy = (messages: Messages) => policy.execute(() => send(messages)); // => bounded 3 transport

async function withRetry<T>(ask: () => Promise<T>, attempts = 3): Promise<T> {
  for (let attempt = 0; attempt < attempts; attempt++) { // => bounded 3 transport
    try {
      return await ask();
    } catch (error) {
      await new Promise((resolve) => setTimeout(resolve, 2 ** attempt * 1000));
    }
  }
  throw new Error('gave up');
}

export const throughHelper = (messages: Messages) => withRetry(() => send(messages));

export async function throughHelperInside(messages: Messages) {
  const answer = await withRetry(async () => {
    const response = await send(messages);
    return response.choices[0].message;
  });
  return answer.content;
}

async function untilItWorks<T>(ask: () => Promise<T>): Promise<T> {
  while (true) { // => unbounded transport
    try {
      return await ask();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
}

export const throughEndlessHelper = (messages: Messages) => untilItWorks(() => send(messages));

async function mapAll<T, R>(items: T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) { // => bounded
    results.push(await work(item));
  }
  return results;
}

export const oneEach = (questions: string[]) => mapAll(questions, (question) => send([{ role: 'user', content: question }]));

export async function untilItParses(messages: Messages) {
  for (let attempt = 0; attempt < 4; attempt++) { // => bounded 4 content
    const answer = await send(messages);
    const result = Plan.safeParse(JSON.parse(answer.choices[0].message.content ?? ''));
    if (result.success) return result.data;
  }
  throw new Error('gave up');
}

export async function byHand(messages: Messages) {
  let attempt = 0;
  while (true) { // => bounded 5 transport
    try {
      return await send(messages);
    } catch (error) {
      if (++attempt >= 5) throw error;
    }
  }
}

export async function callsItself(messages: Messages, retries = 3): Promise<unknown> {
  try {
    return await send(messages);
  } catch (error) {
    if (retries === 0) throw error;
    return callsItself(messages, retries - 1); // => bounded
  }
}
