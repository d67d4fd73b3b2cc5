import { describe, expect, it } from 'vitest';
import { machineOutputSchema } from '../../server/reports/machine-output.ts';
import { withFolder } from '../host/folder.ts';
import { type CliAnswer, runCli } from './run-cli.ts';

const persona = 'You are a careful editor. Your task is to shorten what you are given.\n';
const files = {
  'lineitem.json': '{"root": true}',
  'app/edit.py': `from pathlib import Path

import anthropic

client = anthropic.Anthropic()
PROMPTS = Path(__file__).parent / "prompts"


def load(name):
    return (PROMPTS / name).read_text()


def shorten(draft):
    return client.messages.create(
        model="claude-sonnet-4-6",
        max_tokens=300,
        system=load("editor.md"),
        messages=[{"role": "user", "content": load("ask.txt").format(draft=draft)}],
    )
`,
  'app/prompts/editor.md': persona.repeat(20),
  'app/prompts/ask.txt': 'Shorten this: {draft}',
  'app/prompts/README.md': 'What the prompts are for.',
  'docs/prompting.md': '# Getting Started\nHow to write prompts.',
} as const;

const run = (more: Readonly<Record<string, string>>, args: readonly string[]): Promise<CliAnswer> =>
  withFolder({ ...files, ...more }, (folder) => runCli(args, { folder }));

describe('prompt files in the terminal', () => {
  it('are followed into the call that code sends them with', async () => {
    const { stdout } = await run({}, ['bill', '--format', 'json']);
    const { calls } = machineOutputSchema.parse(JSON.parse(stdout));
    expect(calls).toHaveLength(1);
    expect(calls[0]?.parts).toMatchObject([
      { role: 'system', stability: 'per-process', file: 'app/prompts/editor.md', line: 1 },
      { role: 'user', stability: 'unknown' },
    ]);
    expect(calls[0]?.parts[0]?.tokens.floor).toBeGreaterThan(250);
  });

  it('are counted by themselves, and nothing else is that only lies beside them', async () => {
    const { stdout } = await run({}, ['bill']);
    const [, listed = ''] = stdout.split('PROMPT FILES\n');
    expect(listed).toMatch(/^ {2}app\/prompts\/ask\.txt:1 .* tok\n {4}\+ \{draft\}\n {2}app\/prompts\/editor\.md:1 .* tok\n\n/);
    const { prompts } = machineOutputSchema.parse(JSON.parse((await run({}, ['check', '--format', 'json'])).stdout));
    expect(prompts.map(({ file, holes }) => [file, holes])).toEqual([
      ['app/prompts/ask.txt', ['draft']],
      ['app/prompts/editor.md', []],
    ]);
  });

  it('too large to be sent stay unknown', async () => {
    const { stdout } = await run({ 'app/prompts/editor.md': 'x'.repeat(2 * 1024 * 1024 + 1) }, ['explain', 'app/edit.py:14']);
    expect(stdout).toContain('+ {app/prompts/editor.md}');
  });
});
