/**
 * The bill of a large tree: against `check` on the command line, and behind the page in the editor, from the end of the scan
 * and after an edit: `node test/bench/page.bench.ts [FILES]`. The command line must be built.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import {
  createConnection,
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { mentionPattern } from '../../server/core/sdks/mentions.ts';
import { createNodeHost } from '../../server/host/node/host.ts';
import { type BillReply, billDocumentRequest, type StatusParams, statusNotification } from '../../server/lsp/protocol.ts';
import { startServer } from '../../server/lsp/server.ts';
import { generateTree } from './generate-tree.ts';
import { root, startLineitem } from './measured-process.ts';
import { median, say } from './report.ts';
import { threadTime } from './thread-time.ts';

const rounds = 3;
const edits = 12;
const oneIn = 10;

await main(Number(process.argv[2] ?? 8000));

async function main(files: number): Promise<never> {
  await inTree(files, (tree) => measureCommand(tree, files));
  for (const size of [files / 8, files]) await inTree(size, (tree) => measurePage(tree, size));
  process.exit();
}

async function inTree(files: number, measure: (tree: string) => Promise<void>): Promise<void> {
  const tree = mkdtempSync(path.join(tmpdir(), 'lineitem-bench-'));
  try {
    writeFileSync(path.join(tree, 'lineitem.json'), '{"root": true}');
    generateTree(tree, { files, oneIn });
    await measure(tree);
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

/** CPU of all cores, in turns, so that a busy machine is busy for both. */
async function measureCommand(tree: string, files: number): Promise<void> {
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const check = await startLineitem(['check', '.', '--format', 'json'], 'ignore', tree).took();
    const bill = await startLineitem(['bill', '.', '--format', 'json'], 'ignore', tree).took();
    ratios.push(bill.cpu / check.cpu);
  }
  say({ what: `bill of ${files} files against check, CPU`, value: median(ratios), unit: 'times', bound: 'at most', aim: 1.2 });
}

async function measurePage(tree: string, files: number): Promise<void> {
  const { connection, scanned } = await connect(tree);
  let known: number | null = null;
  const askBill = async (): Promise<void> => {
    known = (await connection.sendRequest<BillReply>(billDocumentRequest, { known })).number;
  };
  await scanned;
  const opened = await timed(askBill);
  const note = `${Math.round(opened.waited)} ms with waiting for the machine`;
  say({
    what: `bill of ${files} files for the page after the scan, CPU`,
    value: opened.worked,
    unit: 'ms',
    bound: 'at most',
    aim: 500,
    note,
  });

  const file = firstCaller(tree);
  const uri = pathToFileURL(file).href;
  const text = readFileSync(file, 'utf8');
  void connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'python', version: 1, text } });
  await askBill();
  const start = { line: text.split('\n').findIndex((line) => line.includes('SYSTEM = """')) + 1, character: 0 };
  const times: number[] = [];
  const waits: number[] = [];
  for (let version = 2; version < edits + 2; version++) {
    const { worked, waited } = await timed(() => {
      const contentChanges = [{ range: { start, end: start }, text: 'Read all of it. ' }];
      void connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
      return askBill();
    });
    times.push(worked);
    waits.push(waited);
  }
  connection.dispose();
  const wait = `${Math.round(median(waits))} ms with waiting for the machine`;
  say({
    what: `an edit in ${files} files until the page has its bill, CPU`,
    value: median(times),
    unit: 'ms',
    bound: 'at most',
    aim: 100,
    note: wait,
  });
}

async function timed(act: () => Promise<unknown>): Promise<{ worked: number; waited: number }> {
  const [began, before] = [performance.now(), threadTime()];
  await act();
  return { worked: threadTime() - before, waited: performance.now() - began };
}

/** Server and client in one thread: what the client takes to read a bill counts too. */
async function connect(tree: string): Promise<{ connection: ProtocolConnection; scanned: Promise<void> }> {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const dist = path.join(root, 'dist');
  const host = createNodeHost({
    assets: path.join(dist, 'assets'),
    worker: path.join(dist, 'worker/scan-worker.cjs'),
    mentions: mentionPattern(),
    log: (level, message) => console.error(level, message),
  });
  startServer(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)), host, {
    version: '0.0.0',
    debounce: 0,
  });
  const connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  const scanned = new Promise<void>((resolve) => {
    connection.onNotification(statusNotification, ({ isScanning, calls }: StatusParams) => {
      if (!isScanning && calls > 0) resolve();
    });
  });
  connection.listen();
  const workspaceFolders = [{ uri: pathToFileURL(tree).href, name: 'bench' }];
  await connection.sendRequest('initialize', { processId: null, rootUri: null, workspaceFolders, capabilities: {} });
  await connection.sendNotification('initialized', {});
  return { connection, scanned };
}

function firstCaller(tree: string): string {
  const files = readdirSync(tree, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.py'));
  const found = files.map((file) => path.join(tree, file)).find((file) => readFileSync(file, 'utf8').includes('import anthropic'));
  if (found === undefined) throw new Error('The tree calls no model.');
  return found;
}
