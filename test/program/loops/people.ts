// Loops that wait for a person in each pass.
import { input } from '@inquirer/prompts';
import * as p from '@clack/prompts';
import Anthropic from '@anthropic-ai/sdk';
import inquirer from 'inquirer';
import prompts from 'prompts';
import readline from 'node:readline/promises';

const client = new Anthropic();
const rl = readline.createInterface({ input: process.stdin, output: process.stdout });

const send = (text: string) => client.messages.create({ model: 'claude-haiku-4-5', max_tokens: 200, messages: [{ role: 'user', content: text }] });

export async function byReadline() {
  while (true) { // => user-paced
    await send(await rl.question('> '));
  }
}

export async function byInquirer() {
  for (;;) { // => user-paced
    const { line } = await inquirer.prompt([{ name: 'line', type: 'input' }]);
    await send(line);
  }
}

export async function byInquirerPrompts() {
  while (true) { // => user-paced
    await send(await input({ message: 'You' }));
  }
}

export async function byPrompts() {
  while (true) { // => user-paced
    const { value } = await prompts({ type: 'text', name: 'value', message: 'You' });
    await send(value);
  }
}

export async function byClack() {
  while (true) { // => user-paced
    await send(String(await p.text({ message: 'You' })));
  }
}

export async function byLines() {
  for await (const line of rl) { // => user-paced
    await send(line);
  }
}

export async function throughHelper() {
  const ask = () => rl.question('> ');
  let line = '';
  while (line !== 'exit') { // => user-paced
    line = await ask();
    await send(line);
  }
}
