import { describe, expect, it } from 'vitest';
import type { CodeAction } from 'vscode-languageserver';
import { startEditor } from './editor.ts';
import { type TestFolder, testFolder, testHost } from './hosts.ts';
import { loopingAgent } from './sources.ts';

const capabilities = {
  workspace: { configuration: true, workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
  textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } },
};

async function openProject(files: Readonly<Record<string, string>>) {
  const folder = testFolder({ 'agent.py': loopingAgent, ...files });
  const editor = await startEditor(testHost(), { folders: [folder.uri], capabilities, initializationOptions: { commandLinks: true } });
  const uri = folder.uriOf('agent.py');
  await editor.open(uri, loopingAgent);
  return { editor, uri, folder };
}
type Opened = Awaited<ReturnType<typeof openProject>>;

async function actionsOn({ editor }: Opened, uri: string, code: string): Promise<readonly CodeAction[]> {
  const problem = await editor.problem(uri, code);
  return editor.actions(uri, problem.range, { diagnostics: [problem] });
}

async function openConfig({ editor }: Opened, folder: TestFolder, text: string): Promise<string> {
  const uri = folder.uriOf('lineitem.json');
  await editor.open(uri, text, 'jsonc');
  return uri;
}

describe('turning a rule off', () => {
  it('writes it into the nearest settings as they are written, and the finding goes', async () => {
    const text = '{\n    // ours\n    "root": true,\n    "rules": {\n        "LI401": "error", // dear\n    },\n}\n';
    const opened = await openProject({ 'lineitem.json': text });
    const { editor, uri, folder } = opened;
    const config = await openConfig(opened, folder, text);
    expect((await editor.problem(uri, 'LI301')).severity).toBe(2);
    const action = (await actionsOn(opened, uri, 'LI301')).find(({ title }) => title.startsWith('Turn'));
    expect(action?.title).toBe('Turn unbounded-tool-loop off in lineitem.json');
    await editor.apply((await editor.resolve(action ?? { title: '' })).edit);
    expect(editor.textOf(config)).toContain(
      '    "rules": {\n        "unbounded-tool-loop": "off",\n        "LI401": "error", // dear\n    },',
    );
    await editor.noProblem(uri, 'LI301');
    await editor.stop();
  });

  it('makes settings where there are none', async () => {
    const opened = await openProject({});
    const { editor, uri, folder } = opened;
    const action = (await actionsOn(opened, uri, 'LI301')).find(({ title }) => title.startsWith('Turn'));
    const { edit } = await editor.resolve(action ?? { title: '' });
    expect(edit?.documentChanges).toEqual([
      { kind: 'create', uri: folder.uriOf('lineitem.json'), options: { ignoreIfExists: true } },
      expect.objectContaining({
        edits: [expect.objectContaining({ newText: '{\n  "rules": {\n    "unbounded-tool-loop": "off"\n  }\n}\n' })],
      }),
    ]);
    await editor.stop();
  });
});

it('opens the page of a rule', async () => {
  const opened = await openProject({});
  const action = (await actionsOn(opened, opened.uri, 'LI301')).find(({ command }) => command !== undefined);
  expect(action?.command).toEqual({ title: 'Open the page of unbounded-tool-loop', command: 'lineitem.showRule', arguments: ['LI301'] });
  await opened.editor.stop();
});

describe('settings in the editor', () => {
  it('hold as they are typed, say what is wrong at its place, and go back to the disk when they are closed', async () => {
    const opened = await openProject({ 'lineitem.json': '{ "rules": { "loops": "info" } }' });
    const { editor, uri, folder } = opened;
    const severityOf = async (): Promise<number | undefined> => (await editor.problem(uri, 'LI301')).severity;
    await editor.until('information', async () => ((await severityOf()) === 3 ? true : undefined));
    const config = await openConfig(opened, folder, '{ "rules": { "loops": "info" } }');
    await editor.replace(config, '"info"', '"eror"');
    expect(await editor.problem(config, 'LI002')).toMatchObject({
      severity: 1,
      range: { start: { line: 0, character: 22 }, end: { line: 0, character: 28 } },
    });
    await editor.until('a warning', async () => ((await severityOf()) === 2 ? true : undefined));
    await editor.replace(config, '"eror"', '"error"');
    await editor.noProblem(config, 'LI002');
    await editor.until('an error', async () => ((await severityOf()) === 1 ? true : undefined));
    await editor.close(config);
    await editor.until('information again', async () => ((await severityOf()) === 3 ? true : undefined));
    await editor.stop();
  });

  it('show what the baseline knows as information', async () => {
    const files = { 'lineitem.json': '{ "baseline": "known.json" }' };
    const known = { version: 1, findings: { 'agent.py': ['LI301:agent.py#answer/messages.create~1'] } };
    const { editor, uri } = await openProject({ ...files, 'known.json': JSON.stringify(known) });
    await editor.until('information', async () => ((await editor.problem(uri, 'LI301')).severity === 3 ? true : undefined));
    await editor.stop();
  });
});

describe('a finding about a prompt in another file', () => {
  const prompts = `from datetime import datetime


def system():
    return f"It is {datetime.now()}. ${'You are a careful clerk at a repair shop. Answer questions about orders. '.repeat(200)}"
`;
  const reader = `from anthropic import Anthropic
from prompts import system

client = Anthropic()


def answer(questions):
    for question in questions:
        print(client.messages.create(
            model="claude-sonnet-4-6",
            max_tokens=50,
            system=[{"type": "text", "text": system(), "cache_control": {"type": "ephemeral"}}],
            messages=[{"role": "user", "content": question}],
        ))
`;

  it('stands there, and the comment that ignores it goes above the call', async () => {
    const opened = await openProject({ 'agent.py': reader, 'prompts.py': prompts });
    const { editor, uri, folder } = opened;
    await editor.change(uri, [{ range: editor.wholeOf(uri), text: reader }]);
    const prompt = folder.uriOf('prompts.py');
    expect((await editor.problem(prompt, 'LI402')).range.start).toEqual({ line: 4, character: 20 });
    await editor.open(prompt, prompts);
    const actions = await actionsOn(opened, prompt, 'LI402');
    const ignore = actions.find(({ title }) => title.startsWith('Ignore'));
    await editor.apply((await editor.resolve(ignore ?? { title: '' })).edit);
    expect(editor.textOf(uri)).toContain('        # lineitem: ignore LI402 -- reason\n        print(client.messages.create(');
    await editor.until('a clean prompt', () => (editor.problems.get(prompt)?.diagnostics.length === 0 ? true : undefined));
    await editor.stop();
  });
});

describe('completion of settings', () => {
  it('knows the calls of the project, where a call may stand', async () => {
    const opened = await openProject({ 'lineitem.json': '{}' });
    const { editor, uri, folder } = opened;
    await editor.problem(uri, 'LI301');
    const text = '{ "budgets": { "callSites": { "" }, "entryPoints": {  } } }';
    const config = await openConfig(opened, folder, text);
    const offered = async (before: string): Promise<readonly unknown[]> => {
      const items: { label: string; textEdit?: { newText: string; range: unknown } }[] = await editor.connection.sendRequest(
        'textDocument/completion',
        {
          textDocument: { uri: config },
          position: { line: 0, character: text.indexOf(before) + before.length },
        },
      );
      return items.map(({ label, textEdit }) => [label, textEdit]);
    };
    const range = { start: { line: 0, character: 30 }, end: { line: 0, character: 32 } };
    expect(await offered('"callSites": { "')).toEqual([
      ['agent.py#answer/messages.create~1', { range, newText: '"agent.py#answer/messages.create~1"' }],
    ]);
    expect(await offered('{ "budg')).toEqual([]);
    await editor.stop();
  });
});

it('ignores a finding about a prompt in its front matter, where nothing is sent', async () => {
  const passage = `Never promise a refund before the warehouse has confirmed that the parcel came back${', whatever the customer says'.repeat(6)}.`;
  const text = `---\nmodel: gpt-5.4\n---\n\n${passage}\n\nAnswer in one paragraph.\n\n${passage}\n`;
  const opened = await openProject({});
  const { editor, folder } = opened;
  const prompt = folder.uriOf('review.prompt.md');
  await editor.open(prompt, text, 'prompt');
  const ignore = (await actionsOn(opened, prompt, 'LI104')).find(({ title }) => title.startsWith('Ignore'));
  await editor.apply((await editor.resolve(ignore ?? { title: '' })).edit);
  expect(editor.textOf(prompt)).toMatch(/^---\nmodel: gpt-5\.4\nlineitem: ignore LI104 -- reason\n---\n/);
  await editor.noProblem(prompt, 'LI104');
  await editor.stop();
});
