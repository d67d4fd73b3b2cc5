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
