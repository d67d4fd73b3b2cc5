import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { machineOutputSchema } from '../../server/reports/machine-output.ts';
import { withFolder } from '../host/folder.ts';
import { type CliAnswer, runCli } from './run-cli.ts';

interface Cell {
  readonly cell_type: 'code' | 'markdown';
  readonly source: string | readonly string[];
}

const code = (source: string): Cell => ({ cell_type: 'code', source });
const notebook = (cells: readonly Cell[], metadata: unknown = { language_info: { name: 'python' } }): string =>
  JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata, cells });

const triage = notebook([
  { cell_type: 'markdown', source: '# Triage\nAsks a model about each ticket.' },
  // One string, so that the import's `i` follows the escape of a line break in the file.
  code('%pip install -q anthropic\nimport anthropic\n\nclient = anthropic.Anthropic()'),
  { cell_type: 'code', source: ['!wc -l tickets.csv\n', 'tickets = ["printer on fire", "no coffee", "wifi slow"]'] },
  { cell_type: 'markdown', source: 'Now ask.' },
  code(
    [
      'for ticket in tickets:',
      '    reply = client.messages.create(',
      '        model="claude-sonnet-4-6",',
      '        max_tokens=64,',
      '        messages=[{"role": "user", "content": "How urgent is this?"}],',
      '    )',
    ].join('\n'),
  ),
  code(
    [
      'messages = [{"role": "user", "content": "Fix it."}]',
      'while True:',
      '    reply = client.messages.create(model="claude-sonnet-4-6", max_tokens=64, messages=messages)',
      '    messages.append({"role": "assistant", "content": reply.content})',
      '    if reply.stop_reason != "tool_use":',
      '        break',
    ].join('\n'),
  ),
]);

const inFolder = (files: Readonly<Record<string, string>>, args: readonly string[]): Promise<CliAnswer> =>
  withFolder({ 'lineitem.json': '{"root": true}', ...files }, (folder) => runCli(args, { folder }));

describe('a notebook in the terminal', () => {
  it('is billed by cell and line', async () => {
    const { stdout } = await inFolder({ 'notes/triage.ipynb': triage }, ['bill', '--as-of', '2026-11-01']);
    expect(stdout).toContain('notes/triage.ipynb\n');
    expect(stdout).toMatch(/^ +4:2 +messages\.create/m);
    expect(stdout).toContain('loop at cell 4, line 1, at most 3 passes');
    expect(stdout).toMatch(/^ +5:3 +messages\.create/m);
  });

  it('is checked by cell, line and column, in its own words', async () => {
    const { code: exit, stdout } = await inFolder({ 'triage.ipynb': triage }, ['check']);
    expect(exit).toBe(1);
    expect(stdout).toContain('cell 5, 2:1  warning  unbounded-tool-loop LI301\n      while True:\n      ^^^^^\n');
  });

  it('tells machines the cell', async () => {
    const { stdout } = await inFolder({ 'triage.ipynb': triage }, ['check', '--format', 'json']);
    const output = machineOutputSchema.parse(JSON.parse(stdout));
    expect(output.calls.map(({ cell, line, column, endLine }) => ({ cell, line, column, endLine }))).toEqual([
      { cell: 4, line: 2, column: 13, endLine: 2 },
      { cell: 5, line: 3, column: 13, endLine: 3 },
    ]);
    expect(output.calls[0]?.parts).toMatchObject([{ cell: 4, line: 5 }]);
    expect(output.loops.map(({ cell, line }) => [cell, line])).toContainEqual([4, 1]);
    expect(output.findings).toMatchObject([
      { rule: 'repeated-request', cell: 4, line: 2 },
      { rule: 'unbounded-tool-loop', cell: 5, line: 2 },
    ]);
  });

  it.each(['triage.ipynb:4:3', 'triage.ipynb:4:3:20', 'triage.ipynb:cell 4:3'])('is explained at %s', async (place) => {
    const { code: exit, stdout } = await inFolder({ 'triage.ipynb': triage }, ['explain', place]);
    expect(exit).toBe(0);
    expect(stdout).toContain('loop at triage.ipynb:cell 4:1');
  });

  it.each([
    ['triage.ipynb:4', 'lineitem: A place in a notebook looks like FILE:CELL:LINE, for example: lineitem explain triage.ipynb:3:12\n'],
    ['triage.ipynb:3:1', 'lineitem: There is no LLM call at triage.ipynb:3:1; calls stand at CELL:LINE 4:2, 5:3.\n'],
  ])('says where calls are for %s', async (place, words) => {
    expect(await inFolder({ 'triage.ipynb': triage }, ['explain', place])).toEqual({ code: 2, stdout: '', stderr: words });
  });

  it('that is broken says where in its JSON', async () => {
    const broken = '{"cells": [\n  {"cell_type": "code", "source": "import anthropic\\nx = 1"},\n]}';
    const { stdout, stderr } = await inFolder({ 'a.ipynb': broken }, ['check', '--verbose']);
    expect(stdout).toContain('a.ipynb:3 This notebook is no valid JSON, so its cells can’t be read.');
    expect(stderr).toContain('a.ipynb: broken');
  });

  it('in another language, and the copies that editors save, are passed over', async () => {
    const other = notebook([code('anthropic <- import("anthropic")')], { kernelspec: { language: 'R' } });
    const files = { 'r.ipynb': other, [path.join('.ipynb_checkpoints', 'triage-checkpoint.ipynb')]: triage };
    const { stdout, stderr } = await inFolder(files, ['check', '--verbose']);
    expect(stdout).toBe('No waste found: 0 calls in 0 files.\n');
    expect(stderr).toContain('r.ipynb: nothing to read (a notebook in r)');
    expect(stderr).not.toContain('checkpoint');
  });
});
