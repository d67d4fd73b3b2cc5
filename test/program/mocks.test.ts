import { describe, expect, it } from 'vitest';
import { link, loadGrammars } from './linked.ts';

const grammars = await loadGrammars();

const AGENT = `import { generateText } from 'ai';
import { openai } from '@ai-sdk/openai';
export const answer = (prompt: string) => generateText({ model: openai('gpt-5-mini'), prompt });
`;
const DESK = `import { answer } from '@/lib/agent';
export const desk = (question: string) => answer(question);
`;

/** Lines of a test that ask a model. */
function asked(file: string, test: string): readonly number[] {
  const paths = JSON.stringify({ compilerOptions: { paths: { '@/*': ['./*'] } } });
  const { program, line } = link(grammars, { 'tsconfig.json': paths, 'lib/agent.ts': AGENT, 'lib/desk.ts': DESK, [file]: test });
  return program.file(file).calls.map((call) => line(call.place));
}

const body = `import { generateText } from 'ai';
import { desk } from '../lib/desk';
test('answers', async () => {
  await desk('Where is it?');
  await generateText({ model: 'openai/gpt-5-mini', prompt: 'Where?' });
});
`;

describe('a test', () => {
  const cases: readonly (readonly [mocks: string, statement: string, lines: readonly number[]])[] = [
    ['nothing', 'const unused = 0;', [5, 6]],
    ['the package', `vi.mock('ai', () => ({ generateText: vi.fn() }));`, []],
    [
      'one function of the package',
      `vi.mock('ai', async (importOriginal) => ({ ...(await importOriginal()), generateText: vi.fn() }));`,
      [],
    ],
    [
      'another function of the package',
      `vi.mock('ai', async (importOriginal) => ({ ...(await importOriginal()), tool: vi.fn() }));`,
      [5, 6],
    ],
    ['the package, and spies on it', `vi.mock('ai', { spy: true });`, [5, 6]],
    ['another package', `jest.mock('next/navigation');`, [5, 6]],
    ['the file that asks, by its alias', `jest.mock('@/lib/agent');`, [6]],
    ['the file between, as it is imported', `vi.mock('../lib/desk');`, [6]],
  ];
  it.each(cases)('that mocks %s', (_, statement, lines) => {
    expect(asked('tests/desk.test.ts', `${statement}\n${body}`)).toEqual(lines);
  });

  it('alone is told by its mocks, not code of the same shape', () => {
    expect(asked('scripts/desk.ts', `vi.mock('ai');\n${body}`)).toEqual([5, 6]);
  });
});

describe('a test in Python', () => {
  const LLM = `from openai import OpenAI
import litellm
def ask(text):
    return OpenAI().responses.create(model="gpt-5-mini", input=text)
def other(text):
    return litellm.completion(model="gpt-5-mini", messages=[{"role": "user", "content": text}])
`;
  const KEPT = `from openai import OpenAI
client = OpenAI()
def third(text):
    return client.responses.create(model="gpt-5-mini", input=text)
`;
  const DESK = 'from app.llm import ask\ndef desk(question):\n    return ask(question)\n';
  const TEST = `
from app.desk import desk
from app.kept import third
from app.llm import other
def test_desk():
    desk("Where?")
    other("Where?")
    third("Where?")
`;
  const askedBy = (patch: string): readonly number[] => {
    const texts = {
      'app/__init__.py': '',
      'app/llm.py': LLM,
      'app/kept.py': KEPT,
      'app/desk.py': DESK,
      'tests/test_desk.py': `${patch}\n${TEST}`,
    };
    const { program, line } = link(grammars, texts);
    const first = patch.split('\n').length + 6;
    return program.file('tests/test_desk.py').calls.map((call) => line(call.place) - first);
  };
  const fixture = (body: string): string =>
    `import pytest\nfrom unittest.mock import patch\n@pytest.fixture(autouse=True)\ndef given(monkeypatch):\n${body}\n        yield`;
  const cases: readonly (readonly [patches: string, code: string, left: readonly number[]])[] = [
    ['nothing', 'unused = 0', [0, 1, 2]],
    ['the client where it is used', fixture('    with patch("app.llm.OpenAI") as made:'), [1, 2]],
    ['the client that a file keeps', fixture('    with patch("app.kept.client"):'), [0, 1]],
    ['the package under its own name', fixture('    with patch("openai.OpenAI"):'), [1]],
    ['a function of a package, where it is used', fixture('    with patch("app.llm.litellm.completion"):'), [0, 2]],
    ['a function of the program', fixture('    monkeypatch.setattr("app.desk.ask", print)\n    if True:'), [1, 2]],
    ['by a decorator', 'from unittest.mock import patch\n@patch("app.llm.ask")\ndef test_other(ask):\n    pass', [1, 2]],
    ['a setting of the package', fixture('    with patch("openai.api_key", "k"):'), [0, 1, 2]],
    ['another name of the file', fixture('    with patch("app.llm.log"):'), [0, 1, 2]],
  ];
  it.each(cases)('that patches %s', (_, code, left) => {
    expect(askedBy(code)).toEqual(left);
  });
});
