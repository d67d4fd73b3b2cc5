import { describe, expect, it } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver';
import { startEditor } from './editor.ts';
import { testFolder, testHost } from './hosts.ts';
import { oneCall } from './sources.ts';

const usage = (figures: object): string => JSON.stringify({ calls: { 'agent.py#/messages.create~1': figures } });

async function openShop(text: string) {
  const folder = testFolder({ 'agent.py': oneCall, 'lineitem.usage.json': text });
  const editor = await startEditor(testHost(), { folders: [folder.uri] });
  const [agent, file] = [folder.uriOf('agent.py'), folder.uriOf('lineitem.usage.json')];
  await editor.open(agent, oneCall);
  await editor.status(({ isScanning, state }) => !isScanning && state === 'ready');
  const told = (): readonly Diagnostic[] => editor.problems.get(file)?.diagnostics ?? [];
  return { editor, agent, file, told };
}

describe('a usage file in the editor', () => {
  it('tells of a rate that can’t be, at its place, until it is put right', async () => {
    const { editor, file, told } = await openShop(usage({ usefulRate: 4 }));
    await editor.open(file, usage({ usefulRate: 4 }), 'jsonc');
    const problem = await editor.until('the problem', () => told()[0]);
    expect(problem.message).toBe('`usefulRate`: at most 1. This entry is not applied.');
    expect(problem.range.start.character).toBe(usage({ usefulRate: 4 }).indexOf('4}'));
    await editor.change(file, [{ range: editor.wholeOf(file), text: usage({ usefulRate: 0.4 }) }]);
    await editor.until('no problem', () => (told().length === 0 ? true : undefined));
    await editor.stop();
  });

  it('stands beside the estimate when a call is explained', async () => {
    const { editor, agent, file } = await openShop(
      usage({ callsPerMonth: 1000, inputTokens: { mean: 900 }, outputTokens: { mean: 40 }, usefulRate: 0.5 }),
    );
    await editor.open(
      file,
      usage({ callsPerMonth: 1000, inputTokens: { mean: 900 }, outputTokens: { mean: 40 }, usefulRate: 0.5 }),
      'jsonc',
    );
    const position = { line: oneCall.split('\n').findIndex((line) => line.includes('messages.create')), character: 20 };
    const explain = () => editor.connection.sendRequest<{ readonly markdown: string }>('lineitem/explain', { uri: agent, position });
    const { markdown } = await explain();
    expect(markdown).toContain('| | The source | Declared | Ratio |');
    expect(markdown).toContain('1,000 calls a month, declared');
    await editor.stop();
  });
});
