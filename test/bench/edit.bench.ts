/**
 * From the arrival of a change to hints and findings, the debounce apart: `node test/bench/edit.bench.ts`.
 * Exit code 1 where a 95th percentile misses its aim. Needs a build: the assets come from `dist/assets`.
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
import { mentionPattern } from '../../server/core/sdks/mentions.ts';
import { createNodeHost } from '../../server/host/node/host.ts';
import { startServer } from '../../server/lsp/server.ts';

/** A change of one letter each, at places all over the file. */
const edits = 200;
/** The first ones warm the engine up, as the first seconds of a session do. */
const warming = 20;
/** Milliseconds at the 95th percentile: a frame for what people edit, five for a file that nobody should have. */
const aims = [
  { size: 60_000, aim: 16 },
  { size: 600_000, aim: 80 },
] as const;
let missed = 0;

await main();

async function main(): Promise<never> {
  for (const { size, aim } of aims) await measure(size, aim);
  process.exit(missed > 0 ? 1 : 0);
}

async function measure(size: number, aim: number): Promise<void> {
  const uri = 'file:///bench/large.ts';
  let text = largeFile(size);
  const { connection, findings } = await connect();
  void connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'typescript', version: 1, text } });
  await findings(1);
  const { hints: hintTimes, problems: problemTimes } = { hints: [] as number[], problems: [] as number[] };
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
    const began = performance.now();
    const told = findings(version).then(() => performance.now() - began);
    void connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start, end: start }, text: 'x' }],
    });
    const hints = await connection.sendRequest<readonly unknown[]>('textDocument/inlayHint', { textDocument: { uri }, range: view });
    const hinted = performance.now() - began;
    if (hints.length === 0) throw new Error('There is no hint beside the edit.');
    const all = await told;
    if (edit < warming) continue;
    hintTimes.push(hinted);
    problemTimes.push(all);
  }
  connection.dispose();
  const name = `${Math.round(text.length / 1000)} KB of TypeScript`;
  say(`${name}, hints`, hintTimes, aim);
  say(`${name}, hints and findings`, problemTimes, aim);
}

function say(what: string, times: readonly number[], aim: number): void {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  const isMet = at(0.95) <= aim;
  if (!isMet) missed++;
  console.log(`${isMet ? 'ok    ' : 'MISSED'} ${what}: p50 ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms (at most ${aim})`);
}

async function connect(): Promise<{ connection: ProtocolConnection; findings(version: number): Promise<void> }> {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const assets = path.join(import.meta.dirname, '../../dist/assets');
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
function largeFile(size: number): string {
  const parts = ["import OpenAI from 'openai';\n\nconst client = new OpenAI();\n"];
  for (let index = 0, length = 0; length < size; index++) {
    const part = index % 10 === 0 ? agent(index) : helper(index);
    parts.push(part);
    length += part.length;
  }
  return parts.join('\n');
}

function agent(index: number): string {
  return `
const PROMPT_${index} = 'You answer questions about orders of shop ${index}, briefly, and name the number of each order that you speak of.';

export async function agent${index}(question: string) {
  const messages = [
    { role: 'system', content: PROMPT_${index} },
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

function helper(index: number): string {
  return `
export function helper${index}(rows: readonly Row[], limit = ${index}): Map<string, number> {
  const totals = new Map<string, number>();
  for (const [position, row] of rows.entries()) {
    if (position >= limit || row.name === undefined) continue;
    totals.set(row.name, (totals.get(row.name) ?? 0) + Number(row.amount ?? 0));
  }
  return new Map([...totals].filter(([, value]) => value > limit));
}
`;
}
