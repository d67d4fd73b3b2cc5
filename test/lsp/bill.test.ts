import { describe, expect, it } from 'vitest';
import {
  type BillReply,
  billDocumentRequest,
  billPlaceRequest,
  changedNotification,
  compareRequest,
  exportRequest,
  type FileSummary,
  fileSummaryRequest,
  type MarkdownReply,
  type ReadPricesReply,
  readPricesRequest,
  type TextReply,
} from '../../server/lsp/protocol.ts';
import { billDocumentSchema } from '../../server/reports/bill-document.ts';
import { startEditor } from './editor.ts';
import { testFolder, testHost } from './hosts.ts';
import { loopingAgent, oneCall, plainPython } from './sources.ts';

async function open(files: Readonly<Record<string, string>>) {
  const folder = testFolder(files);
  const editor = await startEditor(testHost(), { folders: [folder.uri], initializationOptions: { follows: true } });
  const ask = <Reply>(method: string, params: unknown): Promise<Reply> => editor.connection.sendRequest(method, params);
  await editor.status((status) => !status.isScanning);
  return { folder, editor, ask };
}

describe('the bill in an editor', () => {
  it('is a document for each folder, with places that can be opened', async () => {
    const { folder, editor, ask } = await open({ 'src/agent.py': loopingAgent, 'one.py': oneCall });
    const { bills } = await ask<BillReply>(billDocumentRequest, {});
    expect(bills.map((one) => one.folder)).toEqual([folder.uri]);
    const bill = billDocumentSchema.parse(bills[0]?.bill);
    expect(bill.rows.map(({ file, line }) => `${file}:${line}`).sort()).toEqual(['one.py:4', 'src/agent.py:11']);
    expect(await ask(billPlaceRequest, { folder: folder.uri, file: 'src/agent.py' })).toBe(folder.uriOf('src/agent.py'));
    expect(await ask(billPlaceRequest, { folder: 'file:///elsewhere', file: 'src/agent.py' })).toBeNull();
    await editor.stop();
  });

  it('is one for each folder of a workspace with several, and one for what belongs to none', async () => {
    const [first, second] = [testFolder({ 'one.py': oneCall }), testFolder({ 'agent.py': loopingAgent })];
    const editor = await startEditor(testHost(), { folders: [first.uri, second.uri] });
    await editor.status((status) => !status.isScanning && status.calls === 2);
    const ask = async () => (await editor.connection.sendRequest<BillReply>(billDocumentRequest, {})).bills;
    expect((await ask()).map(({ folder }) => folder)).toEqual([first.uri, second.uri]);
    await editor.open('untitled:Untitled-1', oneCall);
    expect((await ask()).map(({ name, folder }) => [name, folder]).at(-1)).toEqual(['open files', null]);
    await editor.stop();
  });

  it('sends a page that has it only what an edit changed, and all of it to one that does not', async () => {
    const { folder, editor, ask } = await open({ 'src/agent.py': loopingAgent, 'one.py': oneCall });
    await editor.open(folder.uriOf('one.py'), oneCall);
    const rowsFor = async (known: number | null) => {
      const { number, bills } = await ask<BillReply>(billDocumentRequest, { known });
      return { number, rows: bills[0]?.bill.rows.map((row) => (typeof row === 'number' ? row : row.file)) };
    };
    const first = await rowsFor(null);
    expect(first.rows).toEqual(['one.py', 'src/agent.py']);
    const second = await rowsFor(first.number);
    expect(second.rows).toEqual([0, 1]);
    await editor.replace(folder.uriOf('one.py'), 'claude', 'claude-other');
    expect((await rowsFor(second.number)).rows).toEqual(['one.py', 1]);
    expect((await rowsFor(first.number)).rows).toEqual(first.rows);
    await editor.stop();
  });

  it('says what the calls of one file cost, and nothing of a file without calls', async () => {
    const { folder, editor, ask } = await open({});
    await editor.open(folder.uriOf('agent.py'), loopingAgent);
    await editor.open(folder.uriOf('plain.py'), plainPython);
    const summary = await ask<FileSummary>(fileSummaryRequest, { uri: folder.uriOf('agent.py') });
    expect(summary).toMatchObject({ calls: 1, findings: expect.any(Number), cost: expect.stringMatching(/\$/) });
    expect(summary.lines).toEqual([expect.stringMatching(/^Line 11: claude-sonnet-4-5, .* in, .* out, .*\$/)]);
    expect(await ask(fileSummaryRequest, { uri: folder.uriOf('plain.py') })).toBeNull();
    await editor.stop();
  });

  it('tells a client that follows along of an edit before its findings are known', async () => {
    const { folder, editor } = await open({});
    await editor.open(folder.uriOf('agent.py'), loopingAgent);
    const told = new Promise((resolve) => editor.connection.onNotification(changedNotification, resolve));
    await editor.replace(folder.uriOf('agent.py'), 'careful', 'very careful');
    await told;
    await editor.stop();
  });

  it('is written in each form', async () => {
    const { folder, editor, ask } = await open({ 'agent.py': loopingAgent });
    const page = { script: 'void 0', style: 'p{}' };
    const starts = { csv: /agent\.py/, focus: /BilledCost/, json: /^\{/, markdown: /agent\.py/, html: /^<!doctype html>/ };
    for (const [format, start] of Object.entries(starts)) {
      const { text } = await ask<TextReply>(exportRequest, { folder: folder.uri, format, page });
      expect(text, format).toMatch(start);
    }
    expect(await ask(exportRequest, { folder: folder.uri, format: 'carved in stone' })).toEqual({ text: null });
    await editor.stop();
  });

  it('compares the models that can take a request', async () => {
    const { folder, editor, ask } = await open({});
    const uri = folder.uriOf('agent.py');
    await editor.open(uri, loopingAgent);
    const { markdown } = await ask<MarkdownReply>(compareRequest, { uri, position: { line: 12, character: 0 } });
    expect(markdown).toMatch(/\*\*claude-sonnet-4-5\*\*/);
    expect(markdown).toMatch(/\| gpt-/);
    await editor.stop();
  });
});

describe('a price list of the user', () => {
  const model = {
    id: 'm',
    match: { equals: 'm' },
    prices: [{ constraint: { type: 'start_date', start_date: '2026-01-01' }, prices: { input_mtok: 1 } }],
  };
  const list = [{ id: 'p', name: 'P', models: [model] }];

  it('is checked before it is taken', async () => {
    const { editor, ask } = await open({});
    const read = (text: string) => ask<ReadPricesReply>(readPricesRequest, { text, version: null });
    expect(await read(JSON.stringify(list))).toMatchObject({
      says: 'genai-prices from a file, prices of 2026-01-01',
      prices: expect.any(String),
    });
    expect(await read('const E = [f()]')).toMatchObject({ prices: null, says: expect.stringMatching(/no plain data/) });
    expect(await read('{"format": 1}')).toMatchObject({ prices: null });
    expect(await read('[{"id": "p"}]')).toMatchObject({ prices: null, says: expect.stringMatching(/^0\./) });
    await editor.stop();
  });

  it('prices the calls, and gives way to ours where it is broken', async () => {
    const folder = testFolder({});
    const host = testHost();
    const editor = await startEditor(host, { folders: [folder.uri], initializationOptions: { prices: '{"format": 1}' } });
    await editor.open(folder.uriOf('one.py'), oneCall);
    await editor.until('a hint with a price', async () =>
      (await editor.labels(folder.uriOf('one.py'))).some((label) => /\$/.test(label)) ? true : undefined,
    );
    expect(host.logged.join('\n')).toMatch(/Own prices are not taken/);
    await editor.stop();
  });
});
