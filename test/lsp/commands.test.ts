// What the server does for an editor where there is a disk: git, and logs.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { createConnection, createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { provideCommands } from '../../server/host/node/commands.ts';
import { compareBaseRequest, importUsageRequest, type MarkdownReply } from '../../server/lsp/protocol.ts';
import { type TestFolder, testFolder, testHost } from './hosts.ts';
import { oneCall } from './sources.ts';

const assets = path.join(import.meta.dirname, '../../dist/assets');

function connect() {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  provideCommands(server, { host: testHost(), version: '0.0.0', assets });
  server.listen();
  const client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  client.listen();
  onTestFinished(() => {
    client.dispose();
    server.dispose();
  });
  return async (method: string, params: unknown) => (await client.sendRequest<MarkdownReply>(method, params)).markdown;
}

function commit(folder: TestFolder): void {
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args], {
      cwd: fileURLToPath(folder.uri),
      stdio: 'pipe',
    });
  git('init', '-q');
  git('add', '.');
  git('commit', '-q', '-m', 'First');
}

it('compares the bill with that of a commit', async () => {
  const folder = testFolder({ 'one.py': oneCall });
  commit(folder);
  const ask = connect();
  const compare = (base: string) => ask(compareBaseRequest, { folder: folder.uri, base });
  expect(await compare('HEAD')).toMatch(/^# Nothing changed/);
  folder.write('one.py', oneCall.replace('claude-sonnet-4-5', 'claude-opus-4-8'));
  expect(await compare('HEAD')).toMatch(/claude-sonnet-4-5 → claude-opus-4-8/);
  expect(await compare('--output=x')).toMatch(/There is no commit/);
});

it('says so where there is no git', async () => {
  const folder = testFolder({ 'one.py': oneCall });
  expect(await connect()(compareBaseRequest, { folder: folder.uri, base: 'HEAD' })).toMatch(/no git/);
  expect(await connect()(compareBaseRequest, { folder: 'vscode-vfs://github/a/b', base: 'HEAD' })).toMatch(/folder on a disk/);
});

it('imports the usage of a log', async () => {
  const record = { model: 'claude-sonnet-4-5', timestamp: '2026-10-01T00:00:00Z', usage: { input_tokens: 20, output_tokens: 9 } };
  const later = { ...record, timestamp: '2026-10-31T00:00:00Z' };
  const folder = testFolder({ 'one.py': oneCall, 'log.jsonl': `${JSON.stringify(record)}\n${JSON.stringify(later)}\n` });
  const ask = connect();
  const said = await ask(importUsageRequest, { folder: folder.uri, files: [folder.uriOf('log.jsonl')], useful: '' });
  expect(said).toMatch(/# Imported usage/);
  expect(said).toMatch(/Read 2 records/);
  expect(await ask(importUsageRequest, { folder: folder.uri, files: [folder.uriOf('none.jsonl')], useful: '' })).toMatch(/none\.jsonl/);
});
