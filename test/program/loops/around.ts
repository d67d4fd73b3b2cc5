// Bounds that stand around a loop, in a function that it calls, or in its caller.
import Anthropic from '@anthropic-ai/sdk';
import pTimeout from 'p-timeout';

const client = new Anthropic();
type Messages = Anthropic.MessageParam[];

const send = (messages: Messages, signal?: AbortSignal) =>
  client.messages.create({ model: 'claude-haiku-4-5', max_tokens: 200, messages }, { signal });

export async function ownSignal(messages: Messages) {
  const signal = AbortSignal.timeout(60_000);
  while (true) { // => bounded
    const answer = await client.messages.create({ model: 'claude-haiku-4-5', max_tokens: 200, messages }, { signal });
    if (answer.stop_reason === 'end_turn') break;
  }
}

export async function controllerWithTimer(messages: Messages) {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 30_000);
  while (true) { // => bounded
    const answer = await client.messages.create({ model: 'claude-haiku-4-5', max_tokens: 200, messages }, { signal: controller.signal });
    if (answer.stop_reason === 'end_turn') break;
  }
}

export async function givenSignal(messages: Messages, signal: AbortSignal) {
  while (true) { // => unknown
    const answer = await client.messages.create({ model: 'claude-haiku-4-5', max_tokens: 200, messages }, { signal });
    if (answer.stop_reason === 'end_turn') break;
  }
}

export async function throwsIfAborted(messages: Messages, signal: AbortSignal) {
  while (true) { // => bounded
    signal.throwIfAborted();
    const answer = await send(messages);
    if (answer.stop_reason === 'end_turn') break;
  }
}

async function raced(messages: Messages) {
  while (true) { // => bounded
    const answer = await send(messages);
    if (answer.stop_reason === 'end_turn') return answer;
  }
}

export const racing = (messages: Messages) =>
  Promise.race([raced(messages), new Promise((_, reject) => setTimeout(() => reject(new Error('late')), 60_000))]);

async function timed(messages: Messages) {
  while (true) { // => bounded
    const answer = await send(messages);
    if (answer.stop_reason === 'end_turn') return answer;
  }
}

export const timing = (messages: Messages) => pTimeout(timed(messages), { milliseconds: 60_000 });

async function freeCaller(messages: Messages) {
  while (true) { // => unbounded
    const answer = await send(messages);
    if (answer.stop_reason === 'end_turn') return answer;
  }
}

export const plain = (messages: Messages) => freeCaller(messages);

export async function perCallTimeout(messages: Messages) {
  while (true) { // => unbounded
    const answer = await client.messages.create(
      { model: 'claude-haiku-4-5', max_tokens: 200, messages },
      { signal: AbortSignal.timeout(30_000) },
    );
    if (answer.stop_reason === 'end_turn') break;
  }
}

export class Runner {
  private steps = 0;
  private tokens = 0;

  constructor(private readonly maxSteps: number, private readonly budget: number) {}

  private async step(messages: Messages) {
    this.steps++;
    const answer = await send(messages);
    this.tokens += answer.usage.output_tokens;
    return answer;
  }

  private assertBudget() {
    if (this.tokens > this.budget) throw new Error('the budget is spent');
  }

  private get isDone() {
    return this.steps >= this.maxSteps;
  }

  private mayGoOn(): boolean {
    return this.steps < this.maxSteps;
  }

  async counted(messages: Messages) {
    while (this.steps < this.maxSteps) { // => bounded
      await this.step(messages);
    }
  }

  async guarded(messages: Messages) {
    while (true) { // => bounded
      this.assertBudget();
      const answer = await this.step(messages);
      if (answer.stop_reason === 'end_turn') break;
    }
  }

  async asked(messages: Messages) {
    while (this.mayGoOn()) { // => bounded
      await this.step(messages);
    }
  }

  async byGetter(messages: Messages) {
    while (!this.isDone) { // => bounded
      await this.step(messages);
    }
  }

  async neverRead(messages: Messages) {
    while (true) { // => unbounded
      const answer = await this.step(messages);
      if (answer.stop_reason === 'end_turn') break;
    }
  }
}

export async function closureCounter(messages: Messages) {
  let count = 0;
  const step = async () => {
    count += 1;
    if (count > 8) throw new Error('enough');
    return send(messages);
  };
  while (true) { // => bounded
    const answer = await step();
    if (answer.stop_reason === 'end_turn') break;
  }
}

export async function stateRecord(messages: Messages) {
  const state = { turns: 0 };
  while (true) { // => bounded 9
    state.turns += 1;
    if (state.turns > 9) throw new Error('enough');
    await send(messages);
  }
}

export async function tokenBudget(messages: Messages, budget: number) {
  let used = 0;
  while (used < budget) { // => bounded
    const answer = await send(messages);
    used += answer.usage.input_tokens + answer.usage.output_tokens;
  }
}

export async function stepsOfAnArray(messages: Messages) {
  const steps: unknown[] = [];
  while (steps.length < 15) { // => bounded 15
    const answer = await send(messages);
    steps.push(answer);
  }
}

export async function optionalLimit(messages: Messages, options: { maxTurns?: number } = {}) {
  const limit = options.maxTurns ?? 25;
  for (let turn = 0; turn < limit; turn++) { // => bounded
    await send(messages);
  }
}

export async function infiniteByDefault(messages: Messages, maxTurns = Infinity) {
  for (let turn = 0; turn < maxTurns; turn++) { // => unbounded
    const answer = await send(messages);
    if (answer.stop_reason === 'end_turn') break;
  }
}

export async function asksItsHost(messages: Messages, host: { shouldStop(): boolean }) {
  while (true) { // => unknown
    const answer = await send(messages);
    if (host.shouldStop()) break;
    if (answer.stop_reason === 'end_turn') break;
  }
}
