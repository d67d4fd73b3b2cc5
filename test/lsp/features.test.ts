import { describe, expect, it } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver';
import { startEditor } from './editor.ts';
import { testFolder, testHost } from './hosts.ts';
import { loopingAgent, oneCall, plainPython } from './sources.ts';

const hintWithMoney = /tok · .*\$/;

async function openAgent(options: Parameters<typeof startEditor>[1] = {}) {
  const folder = testFolder({ 'agent.py': loopingAgent });
  const host = testHost();
  const editor = await startEditor(host, { folders: [folder.uri], ...options });
  const uri = folder.uriOf('agent.py');
  await editor.open(uri, loopingAgent);
  return { editor, uri, folder, host };
}

describe('inlay hints', () => {
  it('stand at the end of the call’s first line, with the plan as their tooltip', async () => {
    const { editor, uri } = await openAgent();
    const hint = (await editor.hints(uri)).find(({ label }) => hintWithMoney.test(String(label)));
    const line = loopingAgent.split('\n').findIndex((one) => one.includes('messages.create('));
    expect(hint?.position).toEqual({ line, character: loopingAgent.split('\n')[line]?.length });
    expect(hint).toMatchObject({ paddingLeft: true });
    expect(hint?.kind).toBeUndefined();
    expect(hint?.tooltip).toBeUndefined();
    const resolved = await editor.connection.sendRequest('inlayHint/resolve', hint);
    expect(resolved).toMatchObject({ tooltip: { kind: 'markdown', value: expect.stringContaining('| **input** |') } });
    await editor.stop();
  });

  it('are given for the asked lines alone', async () => {
    const { editor, uri } = await openAgent();
    const found = await editor.hints(uri, { start: { line: 0, character: 0 }, end: { line: 2, character: 0 } });
    expect(found).toEqual([]);
    await editor.stop();
  });

  it('follow an edit, and stay while the code is half typed', async () => {
    const { editor, uri } = await openAgent();
    const before = await editor.labels(uri);
    await editor.replace(uri, 'careful clerk', `careful ${'and patient '.repeat(400)}clerk`);
    const after = await editor.labels(uri);
    expect(after).not.toEqual(before);
    await editor.replace(uri, 'def answer(question, tools):', 'def unfinished(\n\ndef answer(question, tools):');
    expect(await editor.labels(uri)).toEqual(after);
    const call = (await editor.hints(uri)).find(({ label }) => hintWithMoney.test(String(label)));
    const line = editor
      .textOf(uri)
      .split('\n')
      .findIndex((one) => one.includes('messages.create('));
    expect(call?.position.line).toBe(line);
    await editor.stop();
  });

  it('count a prompt file and a prompt constant', async () => {
    const { editor, uri } = await openAgent();
    expect(await editor.labels(uri)).toContainEqual(expect.stringMatching(/^[~≥]?\d+ tok$/));
    const prompt = new URL('review.prompt.md', uri).href;
    await editor.open(prompt, '---\nmode: agent\n---\n\nReview the change that is open and name what is missing.\n', 'prompt');
    const [hint] = await editor.hints(prompt);
    expect(hint).toMatchObject({ label: expect.stringMatching(/tok$/), position: { line: 4 } });
    await editor.stop();
  });

  it('stand on each entry of a batch of requests', async () => {
    const { editor, uri } = await openAgent();
    const batch = new URL('batch.jsonl', uri).href;
    const line = (id: string): string =>
      JSON.stringify({
        custom_id: id,
        method: 'POST',
        url: '/v1/chat/completions',
        body: { model: 'gpt-4o-mini', max_tokens: 50, messages: [{ role: 'user', content: 'Name three rivers.' }] },
      });
    await editor.open(batch, `${line('a')}\n${line('b')}\n`, 'jsonl');
    const found = await editor.hints(batch);
    expect(found.map(({ position }) => position.line)).toEqual([0, 1]);
    expect(found.map(({ label }) => label)).toEqual([expect.stringMatching(hintWithMoney), expect.stringMatching(hintWithMoney)]);
    await editor.stop();
  });

  it('are silent where a setting turns them off, and return', async () => {
    let calls = false;
    const { editor, uri } = await openAgent({ settings: () => ({ inlayHints: { calls, prompts: false } }) });
    expect(await editor.labels(uri)).toEqual([]);
    calls = true;
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    expect(await editor.labels(uri)).toEqual([expect.stringMatching(hintWithMoney)]);
    await editor.stop();
  });
});

describe('hover', () => {
  it('is the plan as a table, over the callee and the model', async () => {
    const { editor, uri } = await openAgent();
    for (const text of ['messages.create', '"claude-sonnet-4-5"']) {
      expect(await editor.hover(uri, text)).toMatchObject({
        contents: { kind: 'markdown', value: expect.stringMatching(/system[^|]*\|[^|]*\d.*\|[\s\S]*question[\s\S]*Price: /) },
      });
    }
    expect(await editor.hover(uri, 'max_tokens')).toBeNull();
    expect(await editor.hover(uri, 'import')).toBeNull();
    await editor.stop();
  });

  it('has links that run commands only where the editor trusts them', async () => {
    const plain = await openAgent();
    expect(JSON.stringify(await plain.editor.hover(plain.uri, 'messages.create'))).not.toContain('command:');
    await plain.editor.stop();
    const trusting = await openAgent({ initializationOptions: { commandLinks: true } });
    expect(JSON.stringify(await trusting.editor.hover(trusting.uri, 'messages.create'))).toContain('command:lineitem.explainCall');
    await trusting.editor.stop();
  });

  it('is plain text for an editor that knows no Markdown', async () => {
    const { editor, uri } = await openAgent({ capabilities: {} });
    expect(await editor.hover(uri, 'messages.create')).toMatchObject({
      contents: { kind: 'plaintext', value: expect.stringContaining('anthropic messages.create') },
    });
    await editor.stop();
  });

  it('lets nothing of the user’s become markup', async () => {
    const { editor, uri } = await openAgent();
    const evil =
      'def ask(evil):\n    return client.messages.create(model=f"<img src=x onerror=1>{evil}](command:x)|", max_tokens=5, messages=[])\n';
    await editor.replace(uri, 'def answer(', `${evil}\n\ndef answer(`);
    const said = JSON.stringify(await editor.hover(uri, 'messages.create'));
    expect(said).not.toMatch(/(?<!\\\\)<img/);
    expect(said).not.toMatch(/(?<!\\\\)\]\(command:/);
    await editor.stop();
  });
});

describe('problems', () => {
  it('name the rule, its page and the places that matter', async () => {
    const { editor, uri } = await openAgent({ initializationOptions: { assets: 'file:///somewhere/assets/' } });
    const problem = await editor.problem(uri, 'LI301');
    expect(problem).toMatchObject({
      source: 'Lineitem',
      severity: 2,
      codeDescription: { href: 'file:///somewhere/assets/rules/unbounded-tool-loop.md' },
      data: { finding: expect.stringContaining('LI301'), version: 1 },
      relatedInformation: [{ location: { uri }, message: expect.any(String) }],
    });
    expect(editor.problems.get(uri)?.version).toBe(1);
    await editor.stop();
  });

  it('follow edits, and carry the version that they were found in', async () => {
    const { editor, uri } = await openAgent();
    const before = await editor.problem(uri, 'LI301');
    await editor.replace(uri, 'client = Anthropic()', '\n\nclient = Anthropic()');
    const after = await editor.until('the problem two lines further', () => {
      const { diagnostics, version } = editor.problems.get(uri) ?? {};
      return version === 2 ? diagnostics?.find(({ code }) => code === 'LI301') : undefined;
    });
    expect(after.range.start.line).toBe(before.range.start.line + 2);
    await editor.replace(uri, 'while True:', 'for _ in range(5):');
    await editor.noProblem(uri, 'LI301');
    await editor.stop();
  });

  it('are told for files that nobody opened, and taken back when the file goes', async () => {
    const folder = testFolder({ 'src/agent.py': loopingAgent, 'shop.py': plainPython });
    const editor = await startEditor(testHost(), { folders: [folder.uri] });
    const uri = folder.uriOf('src/agent.py');
    await editor.problem(uri, 'LI301');
    folder.remove('src/agent.py');
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 3 }] });
    await editor.until('no problems', () => (editor.problems.get(uri)?.diagnostics.length === 0 ? true : undefined));
    folder.write('src/agent.py', loopingAgent);
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 1 }] });
    await editor.problem(uri, 'LI301');
    await editor.stop();
  });

  it('are turned off by a setting, and return', async () => {
    let diagnostics = true;
    const { editor, uri } = await openAgent({ settings: () => ({ diagnostics }) });
    await editor.problem(uri, 'LI301');
    diagnostics = false;
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await editor.noProblem(uri, 'LI301');
    await editor.stop();
  });
});

describe('fixes', () => {
  const kinds = ['resolved when chosen', 'made at once'] as const;
  for (const kind of kinds) {
    it(`take the finding away, ${kind}`, async () => {
      const { editor, uri } = await openAgent(kind === 'made at once' ? { capabilities: {} } : {});
      const problem = await editor.problem(uri, 'LI301');
      const [fix] = await editor.actions(uri, problem.range, { diagnostics: [problem] });
      expect(fix).toMatchObject({ kind: 'quickfix', title: expect.any(String), diagnostics: [problem] });
      if (fix === undefined) throw new Error('There is no fix.');
      if (kind === 'resolved when chosen') expect(fix.edit).toBeUndefined();
      await editor.apply((kind === 'made at once' ? fix : await editor.resolve(fix)).edit);
      await editor.noProblem(uri, 'LI301');
      await editor.stop();
    });
  }

  it('are made against the text as it is when they are chosen', async () => {
    const { editor, uri } = await openAgent();
    const problem = await editor.problem(uri, 'LI301');
    const [fix] = await editor.actions(uri, problem.range, { diagnostics: [problem] });
    await editor.replace(uri, 'import Anthropic', 'import Anthropic\nimport os');
    if (fix === undefined) throw new Error('There is no fix.');
    await editor.apply((await editor.resolve(fix)).edit);
    expect(editor.textOf(uri)).not.toContain('while True');
    await editor.noProblem(uri, 'LI301');
    await editor.stop();
  });

  it('offer their numbers as placeholders to an editor that knows snippets', async () => {
    const workspaceEdit = { documentChanges: true, snippetEditSupport: true };
    const { editor, uri } = await openAgent({
      capabilities: {
        workspace: { workspaceEdit },
        textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } },
      },
    });
    const problem = await editor.problem(uri, 'LI301');
    const [fix] = await editor.actions(uri, problem.range, { diagnostics: [problem] });
    if (fix === undefined) throw new Error('There is no fix.');
    expect(JSON.stringify((await editor.resolve(fix)).edit)).toMatch(/range\(\$\{1:10\}\)/);
    await editor.stop();
  });

  it('put a comment with room for the reason above the statement', async () => {
    const { editor, uri } = await openAgent();
    const problem = await editor.problem(uri, 'LI301');
    const ignore = (await editor.actions(uri, problem.range, { diagnostics: [problem] })).find(({ title }) => title.startsWith('Ignore'));
    if (ignore === undefined) throw new Error('Nothing offers to ignore it.');
    await editor.apply((await editor.resolve(ignore)).edit);
    expect(editor.textOf(uri)).toContain('    # lineitem: ignore LI301 -- reason\n    while True:');
    await editor.noProblem(uri, 'LI301');
    await editor.stop();
  });

  it('are applied all at once only where they are safe', async () => {
    const { editor, uri } = await openAgent();
    await editor.problem(uri, 'LI301');
    const everything = await editor.actions(uri, editor.wholeOf(uri), { only: ['source.fixAll'] });
    for (const action of everything) {
      expect(action.kind).toBe('source.fixAll.lineitem');
      await editor.apply((await editor.resolve(action)).edit);
    }
    expect(editor.textOf(uri)).toContain('while True:');
    expect(await editor.actions(uri, editor.wholeOf(uri), { only: ['refactor.extract'] })).toEqual([]);
    await editor.stop();
  });

  it('are silent where a setting turns them off', async () => {
    const { editor, uri } = await openAgent({ settings: () => ({ codeActions: false }) });
    const problem = await editor.problem(uri, 'LI301');
    expect(await editor.actions(uri, problem.range)).toEqual([]);
    await editor.stop();
  });
});

describe('code lens', () => {
  it('is off until it is turned on', async () => {
    let codeLens = false;
    const { editor, uri } = await openAgent({ settings: () => ({ codeLens }) });
    const lenses = () => editor.connection.sendRequest('textDocument/codeLens', { textDocument: { uri } });
    expect(await lenses()).toEqual([]);
    codeLens = true;
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    expect(await lenses()).toEqual([
      expect.objectContaining({ command: expect.objectContaining({ title: expect.stringMatching(hintWithMoney) }) }),
    ]);
    await editor.stop();
  });
});

describe('pages', () => {
  it('are the bill, the plan and the rules', async () => {
    const { editor, uri, folder } = await openAgent();
    folder.write('other.py', oneCall);
    await editor.problem(uri, 'LI301');
    const ask = (method: string, params: object) => editor.connection.sendRequest<{ markdown: string }>(method, params);
    expect((await ask('lineitem/bill', { uri })).markdown).toMatch(/# Bill[\s\S]*agent\.py[\s\S]*Findings/);
    expect((await ask('lineitem/bill', {})).markdown).toContain('agent.py');
    const position = editor.documentOf(uri).positionAt(loopingAgent.indexOf('model='));
    expect((await ask('lineitem/explain', { uri, position })).markdown).toContain('| **output** |');
    expect((await ask('lineitem/explain', {})).markdown).toContain('Open the file');
    expect((await ask('lineitem/rule', { code: 'LI301' })).markdown).toContain('unbounded-tool-loop');
    expect((await ask('lineitem/rule', { code: 'LI999' })).markdown).toContain('no rule');
    expect(await ask('lineitem/rules', {})).toContainEqual(expect.objectContaining({ code: 'LI301' }));
    await editor.stop();
  });
});

describe('an editor that says little', () => {
  it('is answered all the same', async () => {
    const { editor, uri } = await openAgent({ capabilities: {} });
    expect(await editor.labels(uri)).toContainEqual(expect.stringMatching(hintWithMoney));
    const problem: Diagnostic = await editor.problem(uri, 'LI301');
    expect(problem.codeDescription).toBeUndefined();
    expect(problem.relatedInformation).toBeUndefined();
    await editor.stop();
  });
});
