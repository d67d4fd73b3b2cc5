// Loops whose end the source does not show: nothing is said of them.
import Anthropic from '@anthropic-ai/sdk';
import { isFinished } from './rules';

const client = new Anthropic();
const send = (text: string) => client.messages.create({ model: 'claude-haiku-4-5', max_tokens: 200, messages: [{ role: 'user', content: text }] });

export async function importedTest(state: string) {
  while (!isFinished(state)) { // => unknown
    await send(state);
  }
}

export async function byEnvironment(world: { step(action: unknown): { done: boolean } }) {
  let done = false;
  while (!done) { // => unknown
    const answer = await send('Next?');
    done = world.step(answer).done;
  }
}

export async function byPage(api: { list(cursor?: string): Promise<{ next?: string; text: string }> }) {
  let cursor: string | undefined;
  do { // => unknown
    const page = await api.list(cursor);
    await send(page.text);
    cursor = page.next;
  } while (cursor);
}

export async function byOption(options: { shouldContinue: () => boolean }) {
  while (options.shouldContinue()) { // => unknown
    await send('tick');
  }
}

export async function byCallback(onAnswer: (answer: unknown) => Promise<boolean>) {
  while (true) { // => unknown
    const answer = await send('tick');
    if (await onAnswer(answer)) return;
  }
}

export class Session {
  private isOpen = true;

  close() {
    this.isOpen = false;
  }

  async run() {
    while (this.isOpen) { // => unknown
      await send('tick');
    }
  }
}

export async function byFlagOfAnother(state: { stop: boolean }) {
  while (!state.stop) { // => unknown
    await send('tick');
  }
}

export async function bySubmission(env: { submit(text: string): Promise<{ accepted: boolean }> }) {
  while (true) { // => unknown
    const answer = await send('Solve it.');
    const result = await env.submit(String(answer.content));
    if (result.accepted) break;
  }
}
