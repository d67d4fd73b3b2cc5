import { describe, expect, it } from 'vitest';
import { loadGrammars } from '../linked.ts';
import { type Case, callsIn } from './calls-in.ts';

const grammars = await loadGrammars();

const send = "messages.create({ model: 'claude-haiku-4-5', max_tokens: 9, messages: [] })";
const IMPORT = "import Anthropic from '@anthropic-ai/sdk';\n";
const script: readonly Case[] = [
  ['a field', `${IMPORT}class A {\n  private c = new Anthropic();\n  run() { return this.c.${send}; }\n}\n`, ['4 claude-haiku-4-5']],
  [
    'a package that Deno names',
    `import Anthropic from 'npm:@anthropic-ai/sdk@^0.30';\nconst c = new Anthropic();\nexport const run = () => c.${send};\n`,
    ['3 claude-haiku-4-5'],
  ],
  [
    'a package by its address',
    `import Anthropic from 'https://esm.sh/@anthropic-ai/sdk@0.30.1?target=deno';\nconst c = new Anthropic();\nexport const run = (params: any) => c.messages.create({ model: 'claude-haiku-4-5', ...params });\n`,
    ['3 claude-haiku-4-5'],
  ],
  [
    'a parameter property',
    `${IMPORT}class A {\n  constructor(private readonly c: Anthropic) {}\n  run() { return this.c.${send}; }\n}\n`,
    ['4 claude-haiku-4-5'],
  ],
  [
    'a private field',
    `${IMPORT}class A {\n  #c;\n  constructor() { this.#c = new Anthropic(); }\n  run() { return this.#c.${send}; }\n}\n`,
    ['5 claude-haiku-4-5'],
  ],
  [
    'a static singleton',
    `${IMPORT}class A {\n  private static instance: A;\n  private c = new Anthropic();\n  static get() { return (A.instance ??= new A()); }\n  run() { return this.c.${send}; }\n}\nexport const run = () => A.get().run();\n`,
    ['6 claude-haiku-4-5'],
  ],
  [
    'a lazy getter',
    `${IMPORT}let c: Anthropic | undefined;\nconst get = () => { if (!c) c = new Anthropic(); return c; };\nexport const run = () => get().${send};\n`,
    ['4 claude-haiku-4-5'],
  ],
  [
    'an interface of dependencies',
    `${IMPORT}interface Deps { client: Anthropic; log: () => void }\nexport const run = ({ client }: Deps) => client.${send};\n`,
    ['3 claude-haiku-4-5'],
  ],
  [
    'a type of dependencies',
    `${IMPORT}type Deps = { client: Anthropic };\nexport const run = (deps: Deps) => deps.client.${send};\n`,
    ['3 claude-haiku-4-5'],
  ],
  ['an inline type', `${IMPORT}export const run = ({ client }: { client: Anthropic }) => client.${send};\n`, ['2 claude-haiku-4-5']],
  [
    'an imported interface',
    `import type { Deps } from './deps';\nexport const run = (deps: Deps) => deps.client.${send};\n`,
    ['2 claude-haiku-4-5'],
    { 'deps.ts': `${IMPORT}export interface Deps { client: Anthropic }\n` },
  ],
  [
    'a type import',
    `import type Anthropic from '@anthropic-ai/sdk';\nexport const run = (c: Anthropic) => c.${send};\n`,
    ['2 claude-haiku-4-5'],
  ],
  [
    'a return type',
    `${IMPORT}declare function get(): Anthropic;\nfunction make(): Anthropic { return registry.take('x'); }\nexport const run = () => make().${send};\n`,
    ['4 claude-haiku-4-5'],
  ],
  [
    'a factory of closures',
    `${IMPORT}function createBot() {\n  const c = new Anthropic();\n  return { ask: (text: string) => c.messages.create({ model: 'claude-haiku-4-5', max_tokens: 9, messages: [{ role: 'user', content: text }] }) };\n}\nconst bot = createBot();\nexport const run = () => bot.ask('Hi');\n`,
    ['4 claude-haiku-4-5', '7 claude-haiku-4-5 via'],
  ],
  [
    'a factory in another file',
    `import { createBot } from './bot';\nconst bot = createBot({ model: 'claude-sonnet-5' });\nexport const run = () => bot.ask('Hi');\n`,
    ['3 claude-sonnet-5 via'],
    {
      'bot.ts': `${IMPORT}export function createBot({ model }: { model: string }) {\n  const c = new Anthropic();\n  async function ask(text: string) {\n    return c.messages.create({ model, max_tokens: 9, messages: [{ role: 'user', content: text }] });\n  }\n  return { ask };\n}\n`,
    },
  ],
  [
    'an object literal',
    `${IMPORT}const c = new Anthropic();\nexport const api = {\n  ask(text: string) { return c.messages.create({ model: 'claude-haiku-4-5', max_tokens: 9, messages: [{ role: 'user', content: text }] }); },\n};\nexport const run = () => api.ask('Hi');\n`,
    ['4 claude-haiku-4-5', '6 claude-haiku-4-5 via'],
  ],
  [
    'an abstract class with one subclass',
    `${IMPORT}abstract class Base {\n  abstract ask(text: string): unknown;\n  twice(text: string) { return this.ask(text); }\n}\nclass Claude extends Base {\n  c = new Anthropic();\n  ask(text: string) { return this.c.messages.create({ model: 'claude-haiku-4-5', max_tokens: 9, messages: [{ role: 'user', content: text }] }); }\n}\nexport const run = () => new Claude().twice('Hi');\n`,
    ['4 claude-haiku-4-5 via', '8 claude-haiku-4-5', '10 claude-haiku-4-5 via'],
  ],
  [
    'super',
    `${IMPORT}class A {\n  c = new Anthropic();\n  ask(text: string) { return this.c.messages.create({ model: 'claude-haiku-4-5', max_tokens: 9, messages: [{ role: 'user', content: text }] }); }\n}\nclass B extends A {\n  ask(text: string) { return super.ask(text + '!'); }\n}\nexport const run = () => new B().ask('Hi');\n`,
    ['4 claude-haiku-4-5', '7 claude-haiku-4-5 via', '9 claude-haiku-4-5 via'],
  ],
  [
    'bind',
    `${IMPORT}const c = new Anthropic();\nconst create = c.messages.create.bind(c.messages);\nexport const run = () => create({ model: 'claude-haiku-4-5', max_tokens: 9, messages: [] });\n`,
    ['4 claude-haiku-4-5'],
  ],
  [
    'a map',
    `${IMPORT}const clients = new Map<string, Anthropic>();\nclients.set('a', new Anthropic());\nexport const run = () => clients.get('a')!.${send};\n`,
    ['4 claude-haiku-4-5'],
  ],
  [
    'Promise chains',
    `${IMPORT}const c = new Anthropic();\nexport const run = () => Promise.resolve().then(() => c.${send});\n`,
    ['3 claude-haiku-4-5'],
  ],
  [
    'a method handed over',
    `import { Bot } from './bot';\nconst bot = new Bot();\nexport const run = (texts: string[]) => Promise.all(texts.map(bot.ask));\n`,
    ['3 claude-haiku-4-5 via'],
    {
      'bot.ts': `${IMPORT}export class Bot {\n  c = new Anthropic();\n  ask = (text: string) => this.c.messages.create({ model: 'claude-haiku-4-5', max_tokens: 9, messages: [{ role: 'user', content: text }] });\n}\n`,
    },
  ],
  [
    'a default export of an instance',
    `import bot from './bot';\nexport const run = () => bot.ask('Hi');\n`,
    ['2 claude-haiku-4-5 via'],
    {
      'bot.ts': `${IMPORT}class Bot {\n  c = new Anthropic();\n  ask(text: string) { return this.c.messages.create({ model: 'claude-haiku-4-5', max_tokens: 9, messages: [{ role: 'user', content: text }] }); }\n}\nexport default new Bot();\n`,
    },
  ],
  [
    'globalThis',
    `${IMPORT}const g = globalThis as unknown as { c?: Anthropic };\nexport const client = g.c ?? new Anthropic();\nexport const run = () => client.${send};\n`,
    ['4 claude-haiku-4-5'],
  ],
];

describe('a client in TypeScript is followed through', () => {
  for (const [what, code, expected, others = {}] of script)
    it(what, () => {
      expect(callsIn(grammars, 'main.ts', code, others)).toEqual(expected);
    });
});
