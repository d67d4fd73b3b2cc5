// Loops that something else may end: a game, a page, a test run, a tool, a process, a caller. Nothing is said of them.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { type Agent, run } from '@openai/agents';
import OpenAI from 'openai';
import { goOn, Score } from './judges';

const client = new OpenAI();

const send = async (text: string): Promise<string> => {
  const { choices } = await client.chat.completions.create({ model: 'gpt-5-mini', max_completion_tokens: 300, messages: [{ role: 'user', content: text }] });
  return choices[0].message.content ?? '';
};

export async function testsPass() {
  while (true) { // => unknown
    const answer = await send('Fix it.');
    const result = spawnSync('node', ['--test'], { input: answer });
    if (result.status === 0) return answer;
  }
}

export async function untilTheFileIsThere(path: string) {
  while (!existsSync(path)) { // => unknown
    await send('Write it.');
  }
}

export async function game(board: { isOver(): boolean; play(move: string): void; text: string }) {
  while (!board.isOver()) { // => unknown
    board.play(await send(board.text));
  }
}

export async function compiles(compiler: { check(code: string): string[] }) {
  let errors = ['none yet'];
  while (errors.length > 0) { // => unknown
    const code = await send(errors.join('\n'));
    errors = compiler.check(code);
  }
}

export async function score(evaluate: (text: string) => Promise<number>) {
  let best = 0;
  while (best < 0.9) { // => unknown
    best = Math.max(best, await evaluate(await send('Try again.')));
  }
}

export async function importedJudge() {
  let again = true;
  while (again) { // => unknown
    again = goOn(await send('Next?'));
  }
}

export async function importedClass() {
  const judge = new Score();
  do { // => unknown
    judge.add(await send('Next?'));
  } while (!judge.isSettled);
}

export async function pages(api: { page(token: string | null): Promise<{ next: string | null; text: string }> }) {
  let token: string | null = null;
  while (true) { // => unknown
    const page = await api.page(token);
    await send(page.text);
    if (!page.next) break;
    token = page.next;
  }
}

export async function rowsLeft(database: { next(): Promise<{ text: string } | null> }) {
  let row = await database.next();
  while (row) { // => unknown
    await send(row.text);
    row = await database.next();
  }
}

export async function* stopsWhenTheReaderStops(isWanted: () => boolean) {
  while (isWanted()) { // => unknown
    yield await send('Tell me more.');
  }
}

export async function switchedOff() {
  while (readFileSync('state.txt', 'utf8') === 'on') { // => unknown
    await send('tick');
  }
}

export async function byTask(task: { status: string }) {
  while (task.status !== 'done') { // => unknown
    await send('tick');
  }
}

export async function eitherOfTwo(world: { isDone(): boolean }) {
  while (true) { // => unknown
    const answer = await send('Next?');
    if (answer.includes('DONE') || world.isDone()) break;
    if (world.isDone()) break;
  }
}

export async function toolDecides(tools: Record<string, (input: string) => Promise<{ isFinal: boolean }>>) {
  let isFinal = false;
  while (!isFinal) { // => unknown
    const answer = await send('Which tool?');
    const result = await tools.run(answer);
    isFinal = result.isFinal;
  }
}

export async function refilled(tasks: string[]) {
  while (tasks.length > 0) { // => unknown
    const answer = await send(tasks.shift() ?? '');
    tasks.push(...answer.split('\n'));
  }
}

export async function frontier(root: { children: readonly { name: string }[]; name: string }) {
  let node: { children?: readonly { name: string }[]; name: string } = root;
  while (true) { // => unknown
    const answer = await send(node.name);
    if (answer === 'here') return node;
    for (const child of node.children ?? []) if (answer === child.name) node = child;
  }
}

export async function givenASignal(messages: OpenAI.ChatCompletionMessageParam[], signal: AbortSignal) {
  while (true) { // => unknown
    const answer = await client.chat.completions.create({ model: 'gpt-5-mini', messages, max_completion_tokens: 200 }, { signal });
    if (answer.choices[0].finish_reason === 'stop') return answer;
  }
}

export async function pausesForAWhile(interval: number) {
  while (true) { // => unknown
    const answer = await send('Is it ready?');
    if (answer.startsWith('yes')) break;
    await new Promise((resolve) => setTimeout(resolve, interval));
  }
}

export class Runner {
  private stopped = false;

  stop() {
    this.stopped = true;
  }

  async run() {
    while (!this.stopped) { // => unknown
      await send('tick');
    }
  }

  async runUntilAnswered() {
    while (true) { // => unknown
      const answer = await send('tick');
      if (this.stopped) break;
      console.log(answer);
    }
  }
}

export async function walk(text: string): Promise<void> {
  const answer = await send(text);
  for (const line of answer.split('\n')) await walk(line); // => unknown
}

export async function ping(text: string): Promise<string> {
  return pong(await send(text)); // => unknown
}

async function pong(text: string): Promise<string> {
  return ping(await send(text)); // => unknown
}

export async function approvals(agent: Agent, question: string) {
  let result = await run(agent, question); // => bounded 10
  while (result.interruptions.length > 0) { // => unknown
    for (const interruption of result.interruptions) result.state.approve(interruption);
    result = await run(agent, result.state); // => bounded 10
  }
  return result.finalOutput;
}
