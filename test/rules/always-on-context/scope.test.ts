import { expect, it } from 'vitest';
import { createLinter } from '../lint.ts';

const instructions = Array.from({ length: 200 }, (_, at) => `${at}. Name the part of the shop that a change touches.`).join('\n');

it.each([
  ['CLAUDE.md', 'on every turn.'],
  ['.claude/CLAUDE.md', 'on every turn.'],
  ['.github/copilot-instructions.md', 'on every turn.'],
  ['services/pay/AGENTS.md', 'on every turn of work in `services/pay`.'],
])('%s rides %s', async (file, scope) => {
  const { findings } = await createLinter(file, new Map(), 'always-on-context').lint(instructions);
  expect(findings.map(({ message }) => message)).toEqual([expect.stringContaining(`ride ${scope} Each turn`)]);
});
