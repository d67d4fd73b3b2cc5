import { describe, expect, it } from 'vitest';
import { lowerText, openSource } from '../../server/core/languages/source-file.ts';
import { createProgram, type Program } from '../../server/core/program/program.ts';
import { loadGrammars } from './linked.ts';

const grammars = await loadGrammars();

const agent = (index: number): string => `
export async function agent${index}(question: string) {
  const messages = [{ role: 'user', content: question }];
  while (true) {
    const reply = await client.chat.completions.create({ model: 'gpt-4.1', messages });
    messages.push(reply.choices[0].message);
    if (reply.choices[0].finish_reason === 'stop') return reply;
  }
}
`;
const agents = `import OpenAI from 'openai';\n\nconst client = new OpenAI();\n${Array.from({ length: 20 }, (_, at) => agent(at)).join('')}`;

function open(text: string) {
  const program = createProgram();
  const source = openSource({ file: 'a.ts', language: 'typescript', text, grammars });
  program.setPaths(['a.ts']);
  program.setModule(source.module);
  return { program, source, change: (after: string) => program.setModule(source.update(after)) };
}

const computedBy = (program: Program, ask: () => void): number => {
  const before = program.computed();
  ask();
  return program.computed() - before;
};

describe('reading beforehand', () => {
  const read = (files: number, prepare: (program: Program, file: string) => void): Program => {
    const program = createProgram();
    const names = Array.from({ length: files }, (_, at) => `a${at}.ts`);
    program.setPaths(names);
    for (const [at, file] of names.entries()) {
      const text = `import OpenAI from 'openai';\nimport { agent${at + 1} } from './a${at + 1}';\n\nconst client = new OpenAI();\n${agent(at)}
export const hand${at} = () => agent${at + 1}('next');\n`;
      program.setModule(lowerText({ file, language: 'typescript', text, grammars }));
      prepare(program, file);
    }
    return program;
  };

  it('changes no answer', () => {
    const [early, late] = [read(6, (program, file) => program.prepare(file)), read(6, () => undefined)];
    for (const file of ['a0.ts', 'a3.ts', 'a5.ts']) expect(early.file(file)).toEqual(late.file(file));
    expect(early.file('a3.ts').loops).toHaveLength(1);
  });
});

describe('an edit', () => {
  it('redoes no linked answer where it is a line break at the top', () => {
    const { program, change } = open(agents);
    program.file('a.ts');
    change(`\n${agents}`);
    expect(computedBy(program, () => program.file('a.ts'))).toBe(0);
  });

  it('leaves the calls and loops of other functions the objects that they were', () => {
    const { program, change } = open(agents);
    const before = program.file('a.ts');
    change(agents.replace("role: 'user', content: question", "role: 'user', content: `${question}!`"));
    const after = program.file('a.ts');
    expect(after.calls).toHaveLength(20);
    expect(after.calls[0]).not.toBe(before.calls[0]);
    expect(after.calls.slice(1).every((call, at) => call === before.calls[at + 1])).toBe(true);
    expect(after.loops).toHaveLength(20);
    expect(after.loops.slice(1).every((loop, at) => loop === before.loops[at + 1])).toBe(true);
    expect(after.entryPoints).toHaveLength(20);
    expect(after.entryPoints.slice(1).every((entry, at) => entry === before.entryPoints[at + 1])).toBe(true);
  });

  it('stops at an export that stays the same, however many files depend on it', () => {
    const lib = (model: string, sum: string): string =>
      `export const MODEL = ${model};\nexport const limit = (n: number) => n;\nexport function helper(n: number) {\n  return ${sum};\n}\n`;
    const user = (at: number): string => `
import OpenAI from 'openai';
import { limit, MODEL } from './lib';
export async function ask${at}(q: string) {
  return new OpenAI().chat.completions.create({ model: MODEL, max_tokens: limit(9), messages: [{ role: 'user', content: q }] });
}
`;
    const program = createProgram();
    const source = openSource({ file: 'lib.ts', language: 'typescript', text: lib("'gpt-4.1'", 'n + 1'), grammars });
    const users = Array.from({ length: 200 }, (_, at) => `user${at}.ts`);
    const ask = (): void => {
      for (const file of ['lib.ts', ...users]) program.file(file);
    };
    program.setPaths(['lib.ts', ...users]);
    program.setModule(source.module);
    for (const [at, file] of users.entries()) program.setModule(lowerText({ file, language: 'typescript', text: user(at), grammars }));
    ask();
    expect(program.file('user7.ts').calls[0]?.request.model.id).toBe('gpt-4.1');
    program.setModule(source.update(lib("'gpt-4.1'", 'n + 2')));
    expect(computedBy(program, ask)).toBeLessThan(20);
    program.setModule(source.update(lib("'gpt-4.1' as const", 'n + 2')));
    expect(computedBy(program, ask)).toBeLessThan(20);
    program.setModule(source.update(lib("'gpt-5'", 'n + 2')));
    ask();
    expect(program.file('user7.ts').calls[0]?.request.model.id).toBe('gpt-5');
  });
});
