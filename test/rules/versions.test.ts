import { describe, expect, it } from 'vitest';
import { createLinter } from './lint.ts';

const besides = (range: string): ReadonlyMap<string, string> =>
  new Map([['package.json', JSON.stringify({ dependencies: { ai: range } })]]);

const call = (option: string): string => `import { generateText } from 'ai';
import { openai } from '@ai-sdk/openai';

export const answer = async (question: string) => (await generateText({ model: openai('gpt-5.4'), prompt: question${option} })).text;
`;

async function found(range: string, option = ''): Promise<readonly string[]> {
  const { findings } = await createLinter('answer.ts', besides(range), '').lint(call(option));
  return findings.flatMap(({ rule, fixes }) => [rule, ...fixes.map(({ title }) => title)]);
}

describe('options by version', () => {
  it('are offered under the name that the installed version reads', async () => {
    expect(await found('^4.3.0')).toEqual(['missing-output-cap', 'Limit the answer to 1,024 tokens (maxTokens)']);
    expect(await found('^6.0.0')).toEqual(['missing-output-cap', 'Limit the answer to 1,024 tokens (maxOutputTokens)']);
  });

  it('do nothing under the other name', async () => {
    expect(await found('4.3.19', ', maxOutputTokens: 300')).toEqual(['ineffective-option', 'Call it maxTokens']);
    expect(await found('6.0.326', ', maxTokens: 300')).toEqual(['ineffective-option', 'Call it maxOutputTokens']);
    expect(await found('6.0.326', ', maxOutputTokens: 300')).toEqual([]);
  });

  it('are not judged where both may be installed', async () => {
    expect(await found('>=4', ', maxTokens: 300')).toEqual([]);
  });
});
