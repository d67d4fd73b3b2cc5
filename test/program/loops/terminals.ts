// Chats in terminals and windows, as people write them: each pass waits for a person.
import Anthropic from '@anthropic-ai/sdk';
import { cancel, confirm, isCancel, select, text } from '@clack/prompts';
import * as inquirer from '@inquirer/prompts';
import enquirer from 'enquirer';
import readlineSync from 'readline-sync';
import readline from 'node:readline';
import * as readlinePromises from 'node:readline/promises';
import { stdin as input, stdout as output } from 'node:process';
import promptSync from 'prompt-sync';
import { promisify } from 'node:util';
import * as vscode from 'vscode';

const client = new Anthropic();
const rl = readlinePromises.createInterface({ input, output });
const old = readline.createInterface({ input, output });

const send = (messages: Anthropic.MessageParam[]) => client.messages.create({ model: 'claude-haiku-4-5', max_tokens: 200, messages });
const user = (content: string): Anthropic.MessageParam[] => [{ role: 'user', content }];

export async function keepsHistory() {
  const messages: Anthropic.MessageParam[] = [];
  while (true) { // => user-paced
    const line = (await rl.question('You: ')).trim();
    if (line === 'exit') break;
    messages.push({ role: 'user', content: line });
    const answer = await send(messages);
    messages.push({ role: 'assistant', content: answer.content });
  }
  rl.close();
}

const ask = (question: string): Promise<string> => new Promise((resolve) => old.question(question, resolve));

export async function wrappedCallback() {
  while (true) { // => user-paced
    const line = await ask('> ');
    if (line === '') return;
    await send(user(line));
  }
}

const question = promisify(old.question).bind(old);

export async function promisified() {
  for (;;) { // => user-paced
    const line = String(await question('> '));
    await send(user(line));
  }
}

export async function inlinePromise() {
  let isOpen = true;
  while (isOpen) { // => user-paced
    const line = await new Promise<string>((resolve) => old.question('> ', resolve));
    if (line === 'quit') isOpen = false;
    else await send(user(line));
  }
}

export async function clackChat() {
  while (true) { // => user-paced
    const line = await text({ message: 'You' });
    if (isCancel(line)) {
      cancel('Bye');
      return;
    }
    await send(user(line));
  }
}

export async function untilItPleases() {
  let isGood = false;
  do { // => user-paced
    const answer = await send(user('Write a commit message.'));
    console.log(answer.content);
    isGood = (await confirm({ message: 'Use it?' })) === true;
  } while (!isGood);
}

export async function choosesWhatNext() {
  while (true) { // => user-paced
    const answer = await send(user('Suggest a name.'));
    const next = await select({ message: String(answer.content), options: [{ value: 'again' }, { value: 'take' }] });
    if (next === 'take') return answer;
  }
}

export async function inquirerConfirm() {
  let answer = await send(user('Draft it.'));
  while (!(await inquirer.confirm({ message: 'Good?' }))) { // => user-paced
    answer = await send(user('Draft it again.'));
  }
  return answer;
}

export async function inquirerEditor() {
  while (true) { // => user-paced
    const line = await inquirer.editor({ message: 'Ask' });
    await send(user(line));
  }
}

export async function byEnquirer() {
  while (true) { // => user-paced
    const { line } = await enquirer.prompt<{ line: string }>({ type: 'input', name: 'line', message: 'You' });
    await send(user(line));
  }
}

export async function synchronous() {
  while (true) { // => user-paced
    const line = readlineSync.question('> ');
    await send(user(line));
  }
}

const prompt = promptSync();

export async function promptSyncChat() {
  while (true) { // => user-paced
    const line = prompt('> ');
    if (!line) break;
    await send(user(line));
  }
}

export async function browserPrompt() {
  for (let line = window.prompt('You'); line; line = window.prompt('You')) { // => user-paced
    await send(user(line));
  }
}

export async function denoPrompt() {
  while (true) { // => user-paced
    const line = globalThis.prompt('You');
    if (line === null) break;
    await send(user(line));
  }
}

export async function inputBox() {
  while (true) { // => user-paced
    const line = await vscode.window.showInputBox({ prompt: 'Ask' });
    if (!line) return;
    await send(user(line));
  }
}

export async function linesOfInput() {
  for await (const line of console) { // => user-paced
    await send(user(line));
  }
}

export async function linesOfStdin() {
  for await (const line of readline.createInterface({ input: process.stdin })) { // => user-paced
    await send(user(line));
  }
}

export async function chunksOfStdin() {
  for await (const chunk of process.stdin) { // => user-paced
    await send(user(chunk.toString()));
  }
}

export class Chat {
  private readonly rl = readlinePromises.createInterface({ input, output });
  private readonly messages: Anthropic.MessageParam[] = [];

  async run() {
    while (true) { // => user-paced
      const line = await this.rl.question('> ');
      if (line === '/quit') return this.rl.close();
      await this.turn(line);
    }
  }

  private async turn(line: string) {
    this.messages.push({ role: 'user', content: line });
    const answer = await send(this.messages);
    this.messages.push({ role: 'assistant', content: answer.content });
  }
}

export async function agentInsideChat() {
  const messages: Anthropic.MessageParam[] = [];
  while (true) { // => user-paced
    messages.push({ role: 'user', content: await rl.question('> ') });
    while (true) { // => unbounded
      const answer = await send(messages);
      messages.push({ role: 'assistant', content: answer.content });
      if (answer.stop_reason !== 'tool_use') break;
    }
  }
}

export async function approvesEachStep(messages: Anthropic.MessageParam[]) {
  while (true) { // => user-paced
    const answer = await send(messages);
    const approved = await rl.question('Run it? [y/n] ');
    if (approved !== 'y') break;
    messages.push({ role: 'assistant', content: answer.content });
  }
}

export async function sometimesAsks(messages: Anthropic.MessageParam[]) {
  while (true) { // => unknown
    const answer = await send(messages);
    if (answer.stop_reason === 'tool_use') {
      messages.push({ role: 'assistant', content: answer.content });
      continue;
    }
    messages.push({ role: 'user', content: await rl.question('> ') });
  }
}
