/**
 * From the arrival of a change to hints and findings, the debounce apart: `node test/bench/edit.bench.ts`.
 * Needs a build: the assets come from `dist/assets`.
 */
import path from 'node:path';
import { PassThrough } from 'node:stream';
import {
  createConnection,
  createProtocolConnection,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { createAnalyzer } from '../../server/core/index.ts';
import { mentionPattern } from '../../server/core/sdks/mentions.ts';
import { createAssetReader } from '../../server/host/node/assets.ts';
import { createNodeHost } from '../../server/host/node/host.ts';
import { startServer } from '../../server/lsp/server.ts';
import { quantile, say } from './report.ts';
import { threadTime } from './thread-time.ts';

/** A change of one letter each, at places all over the file. */
const edits = 200;
/** The first ones warm the engine up, as the first seconds of a session do. */
const warming = 20;
/** Milliseconds at the 95th percentile: a frame for what people edit, two for ten times as much. */
const cases = [
  { size: 60_000, inClass: false, aim: 15 },
  { size: 60_000, inClass: true, aim: 15 },
  { size: 600_000, inClass: false, aim: 30 },
  { size: 600_000, inClass: true, aim: 30 },
] as const;
type Case = (typeof cases)[number];
const dependents = 200;
const assets = path.join(import.meta.dirname, '../../dist/assets');

await main();

async function main(): Promise<never> {
  for (const one of cases) await measure(one);
  await measureDependents();
  process.exit();
}

async function measure({ size, inClass, aim }: Case): Promise<void> {
  const uri = 'file:///bench/large.ts';
  let text = largeFile(size, inClass);
  const { connection, findings } = await connect();
  void connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'typescript', version: 1, text } });
  await findings(1);
  const waits: number[] = [];
  const work: number[] = [];
  for (let edit = 0; edit < edits; edit++) {
    const version = edit + 2;
    const lines = text.split('\n');
    const line = lines.findIndex((one, index) => index > (edit * 7_919) % lines.length && /'(?:You|Name)/.test(one));
    const row = line < 0 ? lines.findIndex((one) => one.includes("'You")) : line;
    const character = (lines[row]?.indexOf("'") ?? 0) + 3;
    lines[row] = `${lines[row]?.slice(0, character)}x${lines[row]?.slice(character)}`;
    text = lines.join('\n');
    const start = { line: row, character };
    const view = { start: { line: Math.max(0, row - 30), character: 0 }, end: { line: row + 30, character: 0 } };
    const told = findings(version);
    const [began, worked] = [performance.now(), threadTime()];
    void connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start, end: start }, text: 'x' }],
    });
    const hints = await connection.sendRequest<readonly unknown[]>('textDocument/inlayHint', { textDocument: { uri }, range: view });
    await told;
    if (hints.length === 0) throw new Error('There is no hint beside the edit.');
    if (edit < warming) continue;
    waits.push(performance.now() - began);
    work.push(threadTime() - worked);
  }
  connection.dispose();
  const name = `${Math.round(text.length / 1000)} KB of TypeScript${inClass ? ' in one class' : ''}`;
  const note = `p50 ${quantile(work, 0.5).toFixed(1)}; with waiting for the machine p50 ${quantile(waits, 0.5).toFixed(1)}, p95 ${quantile(waits, 0.95).toFixed(1)}`;
  say({ what: `edit to hints and findings, ${name}, CPU p95`, value: quantile(work, 0.95), unit: 'ms', bound: 'at most', aim, note });
}

/** The body of a function changes that all others import: what each of them says stands. */
async function measureDependents(): Promise<void> {
  const asset = createAssetReader(assets);
  const analyzer = createAnalyzer({ now: Date.UTC(2026, 10, 23) });
  const users = Array.from({ length: dependents }, (_, at) => `user${at}.ts`);
  const all = ['large.ts', ...users];
  analyzer.setPaths(all);
  let text = largeFile(60_000, false);
  analyzer.open('large.ts', 'typescript', text);
  for (const [at, file] of users.entries())
    analyzer.open(file, 'typescript', `import { helper1 } from './large';\n${largeFile(1, false)}${user(at)}`);
  const ask = (): number => all.reduce((calls, file) => calls + analyzer.file(file).items.length, 0);
  for (ask(); analyzer.needs().length > 0; ask()) for (const name of analyzer.needs()) await analyzer.provide(name, await asset(name));
  const work: number[] = [];
  for (let edit = 0; edit < edits; edit++) {
    const start = text.indexOf('position >= limit') + 'position'.length;
    text = `${text.slice(0, start)} ${text.slice(start)}`;
    const worked = threadTime();
    analyzer.change('large.ts', [{ start, end: start, text: ' ' }]);
    const calls = ask();
    if (edit >= warming) work.push(threadTime() - worked);
    if (calls <= dependents) throw new Error('A file does not say what it should.');
  }
  const what = `edit to the answers of ${dependents} files that import what is edited, CPU p95`;
  say({ what, value: quantile(work, 0.95), unit: 'ms', bound: 'at most', aim: 15, note: `p50 ${quantile(work, 0.5).toFixed(1)}` });
}

function user(at: number): string {
  return `
export const ask${at} = (question: string, rows: readonly Row[]) =>
  client.chat.completions.create({ model: 'gpt-4.1', max_tokens: 9, messages: [{ role: 'user', content: question + helper1(rows, ${at}).size }] });
`;
}

async function connect(): Promise<{ connection: ProtocolConnection; findings(version: number): Promise<void> }> {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const host = createNodeHost({ assets, worker: null, mentions: mentionPattern(), log: (level, message) => console.error(level, message) });
  const serverEnd = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  startServer(serverEnd, host, { version: '0.0.0', debounce: 0 });
  const connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  const waiting = new Map<number, () => void>();
  connection.onNotification('textDocument/publishDiagnostics', ({ version, diagnostics }: PublishDiagnosticsParams) => {
    if (diagnostics.length > 0) waiting.get(version ?? 0)?.();
  });
  connection.listen();
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  await connection.sendNotification('initialized', {});
  return { connection, findings: (version) => new Promise((resolve) => waiting.set(version, resolve)) };
}

/** Functions as they are written by hand: one in ten calls a model in a loop that only the model ends. */
function largeFile(size: number, inClass: boolean): string {
  const parts = ["import OpenAI from 'openai';\n\nconst client = new OpenAI();\n"];
  if (inClass) parts.push('export class Shop {');
  const keyword = inClass ? '' : 'function ';
  for (let index = 0, length = 0; length < size; index++) {
    const part = index % 10 === 0 ? agent(index, keyword) : helper(index, keyword);
    parts.push(part);
    length += part.length;
  }
  if (inClass) parts.push('}\n');
  return parts.join('\n');
}

function agent(index: number, keyword: string): string {
  return `
${keyword === '' ? '' : 'export '}async ${keyword}agent${index}(question: string) {
  const messages = [
    { role: 'system', content: 'You answer questions about orders of shop ${index}, briefly, and name the number of each order that you speak of.' },
    { role: 'user', content: question },
  ];
  while (true) {
    const completion = await client.chat.completions.create({ model: 'gpt-4.1', max_tokens: 500, messages, tools });
    const [choice] = completion.choices;
    messages.push(choice.message);
    if (choice.finish_reason !== 'tool_calls') return choice.message.content;
    for (const call of choice.message.tool_calls ?? []) messages.push({ role: 'tool', tool_call_id: call.id, content: run(call) });
  }
}
`;
}

function helper(index: number, keyword: string): string {
  return `
${keyword === '' ? '' : 'export '}${keyword}helper${index}(rows: readonly Row[], limit = ${index}): Map<string, number> {
  const totals = new Map<string, number>();
  for (const [position, row] of rows.entries()) {
    if (position >= limit || row.name === undefined) continue;
    totals.set(row.name, (totals.get(row.name) ?? 0) + Number(row.amount ?? 0));
  }
  return new Map([...totals].filter(([, value]) => value > limit));
}
`;
}
