import { beforeAll, describe, expect, it } from 'vitest';
import type { Grammars } from '../../../server/core/languages/grammars.ts';
import { link, loadGrammars } from '../linked.ts';

let grammars: Grammars;
beforeAll(async () => {
  grammars = await loadGrammars();
});

const CREATE = `chat.completions.create({ model: 'gpt-5-mini', messages: [] })`;

/** What a type says of a thing is the only word there is: each file has one call, through the wrapper where it is one. */
const cases: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[]])[] = [
  [
    'a property of an interface that another file exports',
    {
      'types.ts': `import type OpenAI from 'openai';\nexport interface Services { name: string; openai: OpenAI }`,
      'a.ts': `import type { Services } from './types';\nexport const run = (services: Services) => services.openai.${CREATE};`,
    },
    ['2 gpt-5-mini'],
  ],
  [
    'a type that is handed on as a type',
    {
      'types.ts': `import type OpenAI from 'openai';\nexport type Services = { openai: OpenAI };`,
      'index.ts': `export type { Services } from './types';`,
      'a.ts': `import type { Services } from './index';\nexport const run = (services: Services) => services.openai.${CREATE};`,
    },
    ['2 gpt-5-mini'],
  ],
  [
    'a property of what an interface extends',
    {
      'a.ts': `import OpenAI from 'openai';\ninterface Base { openai: OpenAI }\ninterface Services extends Base { id: number }\nexport const run = (services: Services) => services.openai.${CREATE};`,
    },
    ['4 gpt-5-mini'],
  ],
  [
    'both sides of an intersection',
    {
      'a.ts': `import OpenAI from 'openai';\ntype Base = { openai: OpenAI };\ntype Services = Base & { id: number };\nexport const run = (services: Services) => services.openai.${CREATE};`,
    },
    ['4 gpt-5-mini'],
  ],
  [
    'the inline type of what is taken apart',
    { 'a.ts': `import OpenAI from 'openai';\nexport const run = ({ openai }: { openai: OpenAI }) => openai.${CREATE};` },
    ['2 gpt-5-mini'],
  ],
  [
    'a chain of a model that is given by its type',
    {
      'a.ts': `import type { BaseChatModel } from '@langchain/core/language_models/chat_models';\nimport { RunnableSequence } from '@langchain/core/runnables';\nconst chainOf = ({ llm, retriever }: { llm: BaseChatModel<unknown>; retriever: () => string }) => RunnableSequence.from([retriever, llm]);\nexport const run = (llm: BaseChatModel, retriever: () => string) => chainOf({ llm, retriever }).invoke('Hi');`,
    },
    ['4 ?'],
  ],
  [
    'the one class that implements an interface',
    {
      'llm.ts': `export interface Llm { ask(text: string): Promise<string> }`,
      'gpt.ts': `import OpenAI from 'openai';\nimport type { Llm } from './llm';\nexport class Gpt implements Llm {\n  private openai = new OpenAI();\n  async ask(text: string) { return (await this.openai.responses.create({ model: 'gpt-5-mini', input: text })).output_text; }\n}`,
      'a.ts': `import type { Llm } from './llm';\nexport const run = (llm: Llm) => llm.ask('Hi');`,
    },
    ['2 gpt-5-mini via'],
  ],
  [
    'object literals that factories say are of a type',
    {
      'llm.ts': `export interface Llm { ask(text: string): Promise<string> }`,
      'gpt.ts': `import OpenAI from 'openai';\nimport type { Llm } from './llm';\nexport function createGpt(openai: OpenAI): Llm {\n  return { ask };\n  async function ask(text: string) { return (await openai.responses.create({ model: 'gpt-5-mini', input: text })).output_text; }\n}`,
      'a.ts': `import type { Llm } from './llm';\nexport function createTranslator(llm: Llm) {\n  return { translate };\n  async function translate(text: string) {\n    return llm.ask(text);\n  }\n}`,
    },
    ['5 gpt-5-mini via'],
  ],
  [
    'what an arrow of the same file as its type gives back',
    {
      'llm.ts': `import OpenAI from 'openai';\nexport interface Llm { ask(text: string): Promise<string> }\nconst openai = new OpenAI();\nexport const createLlm = (): Llm => ({ ask: async (text) => (await openai.responses.create({ model: 'gpt-5-mini', input: text })).output_text });`,
      'a.ts': `import type { Llm } from './llm';\nexport const run = async (llm: Llm) => llm.ask('Hi');`,
    },
    ['2 gpt-5-mini via'],
  ],
  [
    'a constant that is said to be of a type',
    {
      'llm.ts': `export interface Llm { ask: (text: string) => Promise<string> }`,
      'gpt.ts': `import OpenAI from 'openai';\nimport type { Llm } from './llm';\nconst openai = new OpenAI();\nexport const gpt: Llm = { ask: async (text) => (await openai.responses.create({ model: 'gpt-5-mini', input: text })).output_text };`,
      'a.ts': `import type { Llm } from './llm';\nexport class Bot {\n  constructor(private readonly llm: Llm) {}\n  async answer(text: string) {\n    return this.llm.ask(text);\n  }\n}`,
    },
    ['5 gpt-5-mini via'],
  ],
  [
    'a constant that has the name of its type',
    {
      'a.ts': `import OpenAI from 'openai';\nexport interface Client { id: Client }\nexport const Client = new OpenAI();\nexport const run = () => Client.${CREATE};`,
    },
    ['4 gpt-5-mini'],
  ],
  [
    'an interface that nothing here implements',
    { 'a.ts': `export interface Llm { ask(text: string): Promise<string> }\nexport const run = (llm: Llm) => llm.ask('Hi');` },
    [],
  ],
  [
    'a class that answers without a model',
    {
      'a.ts': `export interface Store { find(id: string): Promise<string> }\nexport class Memory implements Store { async find(id: string) { return id; } }\nexport const run = (store: Store) => store.find('a');`,
    },
    [],
  ],
];

describe('a call on what only a type tells', () => {
  it.each(cases)('%s', (_, texts, expected) => {
    const { program, line } = link(grammars, texts);
    const found = program
      .file('a.ts')
      .calls.map((call) => `${line(call.place)} ${call.request.model.id ?? '?'}${call.via.length > 0 ? ' via' : ''}`);
    expect(found).toEqual(expected);
  });
});
