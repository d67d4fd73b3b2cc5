// The same kinds of end in TypeScript. Each mark says what the loop on its line is judged to be.
import OpenAI from 'openai';
import { createInterface } from 'node:readline/promises';

const client = new OpenAI();
const terminal = createInterface({ input: process.stdin, output: process.stdout });
const MAX_STEPS = 6;

const send = (messages: OpenAI.ChatCompletionMessageParam[]) => client.chat.completions.create({ model: 'gpt-5-mini', max_completion_tokens: 300, messages });

export async function counted(messages: any[]) {
  for (let i = 0; i < 5; i++) { // => bounded 5
    await send(messages);
  }
}

export async function countedByConstant(messages: any[]) {
  for (let step = 0; step < MAX_STEPS; step += 1) { // => bounded 6
    const answer = await send(messages);
    if (!answer.choices[0].message.tool_calls) return answer;
  }
}

export async function overItems(items: string[]) {
  for (const item of items) { // => bounded
    await send([{ role: 'user', content: item }]);
  }
}

export async function counterInside(messages: any[]) {
  let turns = 0;
  while (true) { // => bounded 8
    if (turns++ >= 8) break;
    const answer = await send(messages);
    if (answer.choices[0].finish_reason === 'stop') break;
  }
}

export async function deadline(messages: any[]) {
  const end = Date.now() + 60_000;
  while (Date.now() < end) { // => bounded
    await send(messages);
  }
}

export async function aborted(messages: any[], signal: AbortSignal) {
  while (!signal.aborted) { // => bounded
    await send(messages);
  }
}

export async function worklist(tasks: string[]) {
  while (tasks.length > 0) { // => bounded
    await send([{ role: 'user', content: tasks.shift()! }]);
  }
}

export async function retries(messages: any[], attempts = 3) {
  for (let attempt = 1; attempt <= attempts; attempt++) { // => bounded 3
    try {
      return await send(messages);
    } catch (error) {
      console.warn(error);
    }
  }
}

export async function doWhileCounted(messages: any[]) {
  let tries = 0;
  do { // => bounded 4
    await send(messages);
    tries++;
  } while (tries < 4);
}

export async function untilNoTools(messages: any[]) {
  while (true) { // => unbounded
    const { choices } = await send(messages);
    const [choice] = choices;
    messages.push(choice.message);
    if (!choice.message.tool_calls?.length) return choice.message.content;
  }
}

export async function finishReason(messages: any[]) {
  let answer = await send(messages);
  while (answer.choices[0].finish_reason === 'tool_calls') { // => unbounded
    messages.push(answer.choices[0].message);
    answer = await send(messages);
  }
}

export async function emptyFor(messages: any[]) {
  for (;;) { // => unbounded
    const answer = await send(messages);
    if (answer.choices[0].message.content?.includes('DONE')) break;
  }
}

export async function doWhileModel(messages: any[]) {
  let answer;
  do { // => unbounded
    answer = await send(messages);
  } while (answer.choices[0].finish_reason === 'tool_calls');
}

export async function untilParsed(messages: any[]) {
  while (true) { // => unbounded
    try {
      const answer = await send(messages);
      return JSON.parse(answer.choices[0].message.content ?? '');
    } catch {
      continue;
    }
  }
}

export async function printedCounter(messages: any[]) {
  let step = 0;
  while (true) { // => unbounded
    console.log(`step ${++step}`);
    const answer = await send(messages);
    if (answer.choices[0].finish_reason === 'stop') return;
  }
}

export async function flag(messages: any[]) {
  let done = false;
  while (!done) { // => unbounded
    const answer = await send(messages);
    done = answer.choices[0].message.content === 'yes';
  }
}

export async function repl() {
  const messages: any[] = [];
  while (true) { // => user-paced
    const line = await terminal.question('> ');
    messages.push({ role: 'user', content: line });
    const answer = await send(messages);
    messages.push(answer.choices[0].message);
  }
}

export async function linesOfTerminal() {
  for await (const line of terminal) { // => user-paced
    await send([{ role: 'user', content: line }]);
  }
}

export async function socketLoop(socket: AsyncIterable<string>) {
  for await (const text of socket) { // => event-driven
    await send([{ role: 'user', content: text }]);
  }
}

export async function queueWorker(queue: { pop(): Promise<string> }) {
  while (true) { // => event-driven
    const job = await queue.pop();
    await send([{ role: 'user', content: job }]);
  }
}

export async function outside(world: { isDone(): boolean }) {
  while (!world.isDone()) { // => unknown
    await send([{ role: 'user', content: 'tick' }]);
  }
}

export async function fanOut(items: string[]) {
  return Promise.all(items.map((item) => send([{ role: 'user', content: item }]))); // => bounded
}

export async function deeper(text: string, depth = 2): Promise<string> {
  const answer = await send([{ role: 'user', content: text }]);
  const next = depth - 1;
  return next > 0 ? deeper(answer.choices[0].message.content ?? '', next) : text; // => bounded
}

export async function repairsOnce(messages: any[]) {
  let mayRepair = true;
  while (true) { // => bounded 2
    const answer = await send(messages);
    if (answer.choices[0].finish_reason === 'stop') return answer;
    if (!mayRepair) throw new Error('not repaired');
    messages.push(answer.choices[0].message);
    mayRepair = false;
  }
}
