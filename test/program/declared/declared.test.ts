import { beforeAll, describe, expect, it } from 'vitest';
import type { Grammars } from '../../../server/core/languages/grammars.ts';
import type { DeclaredSdk } from '../../../server/core/sdks/declared.ts';
import { mentionPattern } from '../../../server/core/sdks/mentions.ts';
import { link, loadGrammars } from '../linked.ts';
import { printCall } from '../print-call.ts';

let grammars: Grammars;
beforeAll(async () => {
  grammars = await loadGrammars();
});

const ask: DeclaredSdk = {
  import: 'myco.llm.ask',
  role: 'call',
  provider: 'anthropic',
  arguments: { model: 'model', system: 'system', messages: [0, 'prompt'], maxOutput: 'limit' },
};

function callsIn(declared: DeclaredSdk, file: string, texts: Readonly<Record<string, string>>): readonly string[] {
  const { program } = link(grammars, texts);
  program.setDeclared([declared]);
  return program.file(file).calls.map(printCall);
}

describe('a declared wrapper', () => {
  it('is a call wherever it comes from a package', () => {
    const text =
      'from myco.llm import ask\nimport myco\ndef run(q):\n    ask("Hi", model="claude-haiku-4-5", system="Be brief.", limit=9)\n    myco.llm.ask(prompt=q, model="claude-haiku-4-5")\n    myco.llm.other(q)\n';
    expect(callsIn(ask, 'a.py', { 'a.py': text })).toEqual([
      'a.py#run/ask~1 model=claude-haiku-4-5 (literal) cap=9\n  system [constant] Be brief.\n  user [constant] Hi',
      'a.py#run/ask~2 model=claude-haiku-4-5 (literal) cap=absent\n  history [unknown] {q}',
    ]);
  });

  it('may be a method of a class, and name its own model', () => {
    const declared: DeclaredSdk = {
      import: 'myco.llm.Client.ask',
      role: 'call',
      provider: 'openai',
      model: 'gpt-5',
      arguments: { messages: 0 },
    };
    expect(
      callsIn(declared, 'a.py', { 'a.py': 'from myco.llm import Client\nclient = Client()\nclient.ask("Hi")\nclient.close()\n' }),
    ).toEqual(['a.py#/ask~1 model=gpt-5 (config) cap=absent\n  user [constant] Hi']);
  });

  it('is a function of the workspace, its parameters known by its code', () => {
    const declared: DeclaredSdk = { import: './lib/llm#ask', role: 'run', arguments: { model: 'model', messages: 'prompt' } };
    const texts = {
      'lib/llm.ts':
        "export async function ask(prompt: string, model = 'gpt-5') { return fetch('http://gateway.internal', { body: prompt + model }); }\n",
      'a.ts': "import { ask } from './lib/llm.js';\nexport const run = () => ask('Hi', 'gpt-5-mini');\n",
    };
    expect(callsIn(declared, 'a.ts', texts)).toEqual(['a.ts#run/ask~1 model=gpt-5-mini (literal) cap=absent\n  user [constant] Hi']);
  });

  it('takes its fields from an object of options', () => {
    const declared: DeclaredSdk = {
      import: '@myco/llm#Llm.complete',
      role: 'call',
      arguments: { model: '0.model', messages: '0.messages', maxOutput: '0.max' },
    };
    const text =
      "import { Llm } from '@myco/llm';\nnew Llm().complete({ model: 'gpt-5', messages: [{ role: 'user', content: 'Hi' }], max: 7 });\n";
    expect(callsIn(declared, 'a.ts', { 'a.ts': text })).toEqual(['a.ts#/Llm.complete~1 model=gpt-5 (literal) cap=7\n  user [constant] Hi']);
  });

  it('counts as the user says, whatever its own code does', () => {
    const declared: DeclaredSdk = { import: 'app.llm.ask', role: 'call', model: 'house-model', arguments: { messages: 'text' } };
    const texts = {
      'app/llm.py': 'from openai import OpenAI\ndef ask(text):\n    return OpenAI().responses.create(model="gpt-5", input=text)\n',
      'main.py': 'from app.llm import ask\nask("Hi")\n',
    };
    expect(callsIn(declared, 'main.py', texts)).toEqual(['main.py#/ask~1 model=house-model (config) cap=absent\n  user [constant] Hi']);
  });

  it('is looked for again when the declaration changes', () => {
    const { program } = link(grammars, { 'a.py': 'from myco.llm import ask\nask("Hi")\n' });
    expect(program.file('a.py').calls).toHaveLength(0);
    program.setDeclared([ask]);
    expect(program.file('a.py').calls).toHaveLength(1);
    program.setDeclared([]);
    expect(program.file('a.py').calls).toHaveLength(0);
  });

  it('is found by the search for files to read', () => {
    const text = 'from myco.llm import ask\nask("Hi")\n';
    expect(mentionPattern().test(text)).toBe(false);
    expect(mentionPattern([ask]).test(text)).toBe(true);
  });
});
