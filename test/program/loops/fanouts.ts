// Calls for each of many: promises, queues, and the functions that run what they are given.
import async from 'async';
import OpenAI from 'openai';
import pAll from 'p-all';
import pLimit from 'p-limit';
import pMap from 'p-map';
import PQueue from 'p-queue';

const client = new OpenAI();
const send = (text: string) => client.chat.completions.create({ model: 'gpt-5-mini', max_completion_tokens: 300, messages: [{ role: 'user', content: text }] });

export const mapped = (items: string[]) => pMap(items, (item) => send(item), { concurrency: 4 }); // => bounded
export const mappedByName = (items: string[]) => pMap(items, send, { concurrency: 4 }); // => bounded
export const settled = (items: string[]) => Promise.allSettled(items.map((item) => send(item))); // => bounded
export const settledByName = (items: string[]) => Promise.allSettled(items.map(send)); // => bounded
export const thunks = (items: string[]) => pAll(items.map((item) => () => send(item))); // => bounded
export const inSlices = (items: string[]) => async.mapLimit(items, 4, async (item: string) => send(item)); // => bounded
export const fiveTimes = () => Promise.all(Array.from({ length: 5 }, () => send('x'))); // => bounded
export const filled = () => Promise.all(Array(5).fill(0).map(() => send('x'))); // => bounded
export const entries = (table: Record<string, string>) => Promise.all(Object.entries(table).map(([, text]) => send(text))); // => bounded

export function limited(items: string[]) {
  const limit = pLimit(4);
  return Promise.all(items.map((item) => limit(() => send(item)))); // => bounded
}

export async function queued(items: string[]) {
  const queue = new PQueue({ concurrency: 4 });
  for (const item of items) { // => bounded
    queue.add(() => send(item));
  }
  await queue.onIdle();
}

export async function allQueued(items: string[]) {
  const queue = new PQueue();
  await queue.addAll(items.map((item) => () => send(item))); // => bounded
}

export async function oneAfterAnother(items: string[]) {
  await items.reduce(async (before, item) => { // => bounded
    await before;
    await send(item);
  }, Promise.resolve());
}

export async function* answersOf(items: string[]) {
  for (const item of items) { // => bounded
    yield await send(item);
  }
}

export async function batches(items: string[]) {
  for (let at = 0; at < items.length; at += 10) { // => bounded
    const batch = items.slice(at, at + 10);
    await Promise.all(batch.map((item) => send(item))); // => bounded
  }
}
