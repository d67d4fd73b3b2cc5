import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { labelTargets } from '../../server/core/usage/label.ts';
import { logFormats } from '../../server/usage-import/formats/index.ts';
import { runCli } from '../cli/run-cli.ts';
import { examplesFolder } from './examples-folder.ts';

const root = path.join(import.meta.dirname, '../..');
const page = readFileSync(path.join(root, 'docs/instrument.md'), 'utf8');
const folder = examplesFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Each command with what it is said to print. */
const steps = [...page.matchAll(/```sh\nlineitem (.+)\n```\n\n```text\n([\s\S]*?)\n```/g)].map(([, command = '', output = '']) => ({
  command,
  output,
}));
const words = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe('the way to a measured cost', () => {
  it('has commands', () => expect(steps.length).toBe(4));

  // In order: each step stands on what the one before has written.
  it('runs as it is written', async () => {
    for (const { command, output } of steps) {
      const { code, stdout, stderr } = await runCli(command.split(' '), { folder });
      expect({ command, code, stderr }).toEqual({ command, code: 0, stderr: '' });
      for (const line of output.split('\n')) expect(words(stdout), command).toContain(words(line));
    }
  });

  it('names every place that a label can stand in', () => {
    const named = [...page.matchAll(/^\| `([a-z-]+)` \| .+\|$/gm)].map(([, name]) => name);
    expect(named.filter((name) => labelTargets.some((target) => target.name === name))).toEqual(labelTargets.map(({ name }) => name));
    expect(logFormats).toHaveLength(7);
  });
});
