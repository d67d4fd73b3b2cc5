import { describe, expect, it } from 'vitest';
import { CancellationTokenSource, type InlayHint, LSPErrorCodes } from 'vscode-languageserver';
import { startEditor } from './editor.ts';
import { testFolder, testHost } from './hosts.ts';
import { loopingAgent, oneCall, plainPython } from './sources.ts';

const hintWithMoney = /tok · .*\$/;

describe('a folder without LLM use', () => {
  it('loads nothing and says nothing', async () => {
    const folder = testFolder({ 'shop.py': plainPython, 'shop.ts': 'export const total = 1;\n' });
    const host = testHost();
    const loaded: string[] = [];
    const asset = (name: Parameters<typeof host.asset>[0]) => {
      loaded.push(name);
      return host.asset(name);
    };
    const editor = await startEditor({ ...host, asset }, { folders: [folder.uri] });
    const uri = folder.uriOf('shop.py');
    await editor.open(uri, plainPython);
    expect(await editor.labels(uri)).toEqual([]);
    expect(await editor.hover(uri, 'total')).toBeNull();
    const status = await editor.status(({ isScanning }) => !isScanning);
    expect(status).toMatchObject({ state: 'idle', files: 0, calls: 0, assets: [] });
    const other = folder.uriOf('shop.ts');
    await editor.open(other, 'export const total = 1;\n', 'typescript');
    expect(await editor.labels(other)).toEqual([]);
    expect(loaded).toEqual([]);
    expect([...editor.problems.values()].flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
    await editor.close(uri);
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
    expect(await editor.connection.sendRequest('lineitem/rules', {})).not.toEqual([]);
    expect(loaded).toEqual([]);
    await editor.stop();
  });

  it('wakes when the first call is typed', async () => {
    const folder = testFolder({ 'shop.py': plainPython });
    const editor = await startEditor(testHost(), { folders: [folder.uri] });
    const uri = folder.uriOf('shop.py');
    await editor.open(uri, plainPython);
    await editor.change(uri, [{ range: editor.wholeOf(uri), text: oneCall }]);
    expect(await editor.labels(uri)).toEqual([expect.stringMatching(hintWithMoney)]);
    await editor.status(({ state, calls }) => state === 'ready' && calls === 1);
    await editor.stop();
  });
});

describe('several files', () => {
  it('are read as one program: a prompt that another file defines', async () => {
    const folder = testFolder({
      'prompts.py': 'SYSTEM = "You are a clerk who reads every order twice before speaking of it."\n',
      'agent.py': oneCall
        .replace('max_tokens=50,', 'max_tokens=50, system=SYSTEM,')
        .replace('client =', 'from prompts import SYSTEM\n\nclient ='),
    });
    const editor = await startEditor(testHost(), { folders: [folder.uri] });
    const [agent, prompts] = [folder.uriOf('agent.py'), folder.uriOf('prompts.py')];
    await editor.open(agent, await text(folder.uriOf('agent.py')));
    await editor.status(({ isScanning, state }) => !isScanning && state === 'ready');
    const before = await editor.labels(agent);
    expect(before).toEqual([expect.stringMatching(hintWithMoney)]);
    const refreshes = editor.refreshes.count;
    await editor.open(prompts, await text(prompts));
    await editor.replace(prompts, 'You are a clerk', `You are a clerk ${'of great patience '.repeat(300)}`);
    await editor.until('a refresh of hints', () => (editor.refreshes.count > refreshes ? true : undefined));
    expect(await editor.labels(agent)).not.toEqual(before);
    await editor.close(prompts);
    await editor.until('the hint of before', async () => ((await editor.labels(agent))[0] === before[0] ? true : undefined));
    await editor.stop();
  });

  it('are found where they only call a wrapper', async () => {
    const folder = testFolder({
      'llm.py': oneCall.replace(
        /print.*/,
        'def ask(text):\n    return client.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[{"role": "user", "content": text}])',
      ),
      'app.py': 'from llm import ask\n\nprint(ask("Name three rivers."))\n',
    });
    const editor = await startEditor(testHost(), { folders: [folder.uri] });
    const uri = folder.uriOf('app.py');
    await editor.open(uri, await text(uri));
    await editor.status(({ isScanning, calls }) => !isScanning && calls > 0);
    await editor.until('a hint at the call of the wrapper', async () =>
      (await editor.labels(uri)).some((label) => hintWithMoney.test(label)) ? true : undefined,
    );
    await editor.stop();
  });
});

describe('a folder inside of a repository', () => {
  it('names its files as the command line does, from the repository on, and reads nothing beside itself', async () => {
    const repository = testFolder({ '.git/HEAD': '', 'outside.py': loopingAgent, 'apps/shop/src/agent.py': loopingAgent });
    const editor = await startEditor(testHost(), { folders: [repository.uriOf('apps/shop')] });
    const uri = repository.uriOf('apps/shop/src/agent.py');
    const problem = await editor.problem(uri, 'LI301');
    expect(problem.data).toMatchObject({ finding: expect.stringContaining('apps/shop/src/agent.py#') });
    await editor.open(uri, loopingAgent);
    const [fix] = await editor.actions(uri, problem.range, { diagnostics: [problem] });
    if (fix === undefined) throw new Error('There is no fix.');
    await editor.apply((await editor.resolve(fix)).edit);
    await editor.noProblem(uri, 'LI301');
    expect([...editor.problems.keys()]).toEqual([uri]);
    const bill = await editor.connection.sendRequest<{ markdown: string }>('lineitem/bill', {});
    expect(bill.markdown).toContain('## apps/shop/src/agent.py');
    await editor.stop();
  });
});

describe('several roots', () => {
  it('are analysed each by itself, and leave with what was said of them', async () => {
    const [one, two] = [testFolder({ 'agent.py': loopingAgent }), testFolder({ 'agent.py': loopingAgent })];
    const editor = await startEditor(testHost(), { folders: [one.uri, two.uri] });
    await editor.problem(one.uriOf('agent.py'), 'LI301');
    await editor.problem(two.uriOf('agent.py'), 'LI301');
    const bill = await editor.connection.sendRequest<{ markdown: string }>('lineitem/bill', {});
    expect(bill.markdown.match(/^# Bill/gm)).toHaveLength(2);
    const third = testFolder({ 'late.py': loopingAgent });
    const folder = (uri: string) => ({ uri, name: uri });
    await editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [folder(third.uri)], removed: [folder(two.uri)] },
    });
    await editor.problem(third.uriOf('late.py'), 'LI301');
    await editor.until('nothing about the folder that left', () =>
      editor.problems.get(two.uriOf('agent.py'))?.diagnostics.length === 0 ? true : undefined,
    );
    await editor.stop();
  });
});

describe('documents of any kind', () => {
  it('are answered outside of every folder, untitled too', async () => {
    const editor = await startEditor(testHost());
    for (const uri of ['file:///elsewhere/agent.py', 'untitled:Untitled-1']) {
      await editor.open(uri, loopingAgent);
      expect(await editor.labels(uri)).toContainEqual(expect.stringMatching(hintWithMoney));
      await editor.problem(uri, 'LI301');
      await editor.close(uri);
      await editor.until('no problems of a closed document', () => (editor.problems.get(uri)?.diagnostics.length === 0 ? true : undefined));
    }
    await editor.stop();
  });

  it('may be unknown: the answer is empty', async () => {
    const editor = await startEditor(testHost());
    const textDocument = { uri: 'file:///never/opened.py' };
    const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    const ask = (method: string, params: object) => editor.connection.sendRequest(method, { textDocument, ...params });
    expect(await ask('textDocument/inlayHint', { range })).toEqual([]);
    expect(await ask('textDocument/hover', { position: range.start })).toBeNull();
    expect(await ask('textDocument/codeAction', { range, context: { diagnostics: [] } })).toEqual([]);
    expect(await ask('textDocument/codeLens', {})).toEqual([]);
    const stale = { title: 'x', data: { kind: 'fix', uri: textDocument.uri, finding: 'none', fix: 0 } };
    expect(await editor.resolve(stale)).toEqual(stale);
    await editor.connection.sendNotification('textDocument/didClose', { textDocument });
    await editor.open('file:///never/broken.py', `${'('.repeat(500)}\u0000\uD800 client.messages.create(`);
    expect(await editor.labels('file:///never/broken.py')).toEqual([]);
    await editor.stop();
  });

  it('may begin with a byte-order mark and end their lines as on Windows', async () => {
    const editor = await startEditor(testHost());
    const uri = 'file:///elsewhere/agent.py';
    await editor.open(uri, `\uFEFF${loopingAgent.replaceAll('\n', '\r\n')}`);
    const line = loopingAgent.split('\n').findIndex((one) => one.includes('messages.create('));
    const places = async () => (await editor.hints(uri)).map(({ position }) => position);
    expect(await places()).toContainEqual({ line, character: loopingAgent.split('\n')[line]?.length });
    await editor.change(uri, [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }, text: '' }]);
    await editor.replace(uri, 'from anthropic', '# 💶 kept\r\nfrom anthropic');
    expect(await places()).toContainEqual({ line: line + 1, character: loopingAgent.split('\n')[line]?.length });
    const problem = await editor.until('the problem a line further', () => {
      const { diagnostics, version } = editor.problems.get(uri) ?? {};
      return version === 3 ? diagnostics?.find(({ code }) => code === 'LI301') : undefined;
    });
    expect(problem.range.start).toEqual({ line: loopingAgent.split('\n').findIndex((one) => one.includes('while')) + 1, character: 4 });
    const [fix] = await editor.actions(uri, problem.range, { diagnostics: [problem] });
    if (fix === undefined) throw new Error('There is no fix.');
    await editor.apply((await editor.resolve(fix)).edit);
    expect(editor.textOf(uri)).toBe(`# 💶 kept\n${loopingAgent}`.replaceAll('\n', '\r\n').replace('while True', 'for _ in range(10)'));
    await editor.stop();
  });

  it('may be the cells of a notebook', async () => {
    const editor = await startEditor(testHost());
    const notebook = 'file:///elsewhere/try.ipynb';
    const cells = [
      '%pip install anthropic\nfrom anthropic import Anthropic\nclient = Anthropic()',
      oneCall.split('\n')[3] ?? '',
      '%%bash\necho "(',
    ];
    const cellUri = (index: number): string => `vscode-notebook-cell:/elsewhere/try.ipynb#W${index}`;
    await editor.connection.sendNotification('notebookDocument/didOpen', {
      notebookDocument: {
        uri: notebook,
        notebookType: 'jupyter-notebook',
        version: 1,
        cells: cells.map((_, index) => ({ kind: 2, document: cellUri(index) })),
      },
      cellTextDocuments: cells.map((one, index) => ({ uri: cellUri(index), languageId: 'python', version: 1, text: one })),
    });
    const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    const hintsIn = (index: number): Promise<InlayHint[]> =>
      editor.connection.sendRequest('textDocument/inlayHint', { textDocument: { uri: cellUri(index) }, range });
    expect(await hintsIn(0)).toEqual([]);
    const [before] = await hintsIn(1);
    expect(before).toMatchObject({ label: expect.stringMatching(hintWithMoney), position: { line: 0 } });
    await editor.connection.sendNotification('notebookDocument/didChange', {
      notebookDocument: { uri: notebook, version: 2 },
      change: {
        cells: {
          textContent: [
            { document: { uri: cellUri(1), version: 2 }, changes: [{ range: { start: range.start, end: range.start }, text: '\n\n' }] },
          ],
        },
      },
    });
    expect((await hintsIn(1))[0]).toMatchObject({ label: before?.label, position: { line: 2 } });
    await editor.connection.sendNotification('notebookDocument/didChange', {
      notebookDocument: { uri: notebook, version: 3 },
      change: { cells: { structure: { array: { start: 1, deleteCount: 1 }, didClose: [{ uri: cellUri(1) }] } } },
    });
    expect(await hintsIn(1)).toEqual([]);
    expect(await hintsIn(2)).toEqual([]);
    await editor.stop();
  });
});

describe('a notebook that nobody opened', () => {
  it('has its problems told by cell', async () => {
    const cell = (source: string) => ({ cell_type: 'code', metadata: {}, outputs: [], execution_count: null, source });
    const [head = '', body = ''] = loopingAgent.split('\n\n\n');
    const notebook = { nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [cell(head), cell(`%time\n${body}`)] };
    const folder = testFolder({ 'try.ipynb': JSON.stringify(notebook) });
    const editor = await startEditor(testHost(), { folders: [folder.uri] });
    const problem = await editor.problem(folder.uriOf('try.ipynb'), 'LI301');
    expect(problem.message).toMatch(/^Cell 2: /);
    expect(problem.range.start.line).toBe(3);
    await editor.stop();
  });
});

describe('a request', () => {
  it('that was cancelled is not answered', async () => {
    const editor = await startEditor(testHost());
    const uri = 'file:///elsewhere/agent.py';
    await editor.open(uri, loopingAgent);
    const source = new CancellationTokenSource();
    const asked = editor.connection.sendRequest(
      'textDocument/inlayHint',
      { textDocument: { uri }, range: editor.wholeOf(uri) },
      source.token,
    );
    source.cancel();
    await expect(asked).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    expect(await editor.labels(uri)).not.toEqual([]);
    await editor.stop();
  });
});

describe('a fault of ours', () => {
  it('is named in the log and the status, and costs nothing else', async () => {
    const host = testHost();
    const asset = (name: Parameters<typeof host.asset>[0]) =>
      name === 'grammars/python' ? Promise.reject(new Error('no such grammar')) : host.asset(name);
    const editor = await startEditor({ ...host, asset });
    await editor.open('file:///elsewhere/agent.py', loopingAgent);
    expect(await editor.labels('file:///elsewhere/agent.py')).toEqual([]);
    const typescript = `import OpenAI from 'openai';\nawait new OpenAI().responses.create({ model: 'gpt-4.1', input: 'Name three rivers.' });\n`;
    await editor.open('file:///elsewhere/agent.ts', typescript, 'typescript');
    expect(await editor.labels('file:///elsewhere/agent.ts')).toEqual([expect.stringMatching(hintWithMoney)]);
    await editor.status(({ state, faults }) => state === 'fault' && faults.includes('asset grammars/python'));
    expect(host.logged.filter((line) => line.includes('no such grammar'))).toHaveLength(1);
    await editor.stop();
  });
});

async function text(uri: string): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  return readFile(new URL(uri), 'utf8');
}
