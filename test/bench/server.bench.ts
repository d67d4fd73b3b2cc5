/**
 * The language server as an editor starts it: how soon it is ready, what it holds in a large workspace, and that it loads
 * nothing where no model is used: `node test/bench/server.bench.ts [FILES]`. The command line must be built.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createProtocolConnection, type ProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { type StatusParams, statusNotification } from '../../server/lsp/protocol.ts';
import { generateTree } from './generate-tree.ts';
import { startLineitem, type Took } from './measured-process.ts';
import { median, say } from './report.ts';

const starts = 7;

await main(Number(process.argv[2] ?? 8000));

async function main(files: number): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lineitem-bench-'));
  try {
    await measureStart(folder);
    await measureWorkspace(folder, files);
    await measureQuietProject(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureStart(folder: string): Promise<void> {
  const waits: number[] = [];
  const cpu: number[] = [];
  for (let start = 0; start < starts; start++) {
    const began = performance.now();
    const server = await startServer(folder, null);
    waits.push(performance.now() - began);
    cpu.push((await server.end()).cpu);
  }
  const note = `median of ${starts}; ${Math.round(median(waits))} ms on this machine as it is, start and end`;
  say({ what: 'server ready after its start, CPU', value: median(cpu), unit: 'ms', bound: 'at most', aim: 400, note });
}

async function measureWorkspace(folder: string, files: number): Promise<void> {
  const tree = path.join(folder, 'tree');
  generateTree(tree, { files, oneIn: 10 });
  const began = performance.now();
  const server = await startServer(folder, tree);
  const { calls } = await server.scanned(files / 10);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const { memory, cpu } = await server.end();
  const note = `${calls} calls told after ${seconds} s, ${(cpu / 1000).toFixed(1)} s of CPU`;
  say({ what: `server on a workspace of ${files} files: memory`, value: memory, unit: 'MB', bound: 'at most', aim: 300, note });
}

async function measureQuietProject(folder: string): Promise<void> {
  const tree = path.join(folder, 'quiet');
  mkdirSync(tree);
  const text = 'export const total = (prices: readonly number[]): number => prices.reduce((sum, price) => sum + price, 0);\n';
  for (let file = 0; file < 200; file++) writeFileSync(path.join(tree, `file${file}.ts`), text);
  const server = await startServer(folder, tree);
  const uri = pathToFileURL(path.join(tree, 'file1.ts')).href;
  void server.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'typescript', version: 1, text } });
  await server.scanned(0);
  const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
  await server.connection.sendRequest('textDocument/inlayHint', { textDocument: { uri }, range });
  const { assets } = await server.end();
  const note = assets.length === 0 ? 'no grammar, rank table or price list' : assets.join(', ');
  say({ what: 'assets loaded in a project without LLM use', value: assets.length, unit: 'files', bound: 'at most', aim: 0, note });
}

interface RunningServer {
  readonly connection: ProtocolConnection;
  /** Waits until the workspace was read and so many files say something. */
  readonly scanned: (files: number) => Promise<StatusParams>;
  readonly end: () => Promise<Took>;
}

/** Answers once the server did. */
async function startServer(workingFolder: string, tree: string | null): Promise<RunningServer> {
  const { child, took } = startLineitem(['server', '--stdio'], 'pipe', workingFolder);
  if (child.stdout === null || child.stdin === null) throw new Error('The server has no pipes.');
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  let status: StatusParams | null = null;
  let look = (): void => undefined;
  connection.onNotification(statusNotification, (told: StatusParams) => {
    status = told;
    look();
  });
  connection.listen();
  const workspaceFolders = tree === null ? null : [{ uri: pathToFileURL(tree).href, name: 'bench' }];
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, workspaceFolders, capabilities: {} });
  await connection.sendNotification('initialized', {});
  return {
    connection,
    scanned: (files) =>
      new Promise((resolve) => {
        look = () => {
          if (status !== null && !status.isScanning && status.files >= files) resolve(status);
        };
        look();
      }),
    async end() {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      const account = await took();
      connection.dispose();
      return account;
    },
  };
}
