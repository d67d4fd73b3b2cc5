// The bundles as they ship, with an editor that is a few lines of its own.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { testFolder } from './hosts.ts';
import { loopingAgent } from './sources.ts';

const dist = process.env.LINEITEM_DIST ?? path.join(import.meta.dirname, '../../dist');
const programs = {
  'the server of the extension': [path.join(dist, 'server', 'server.cjs'), '--stdio'],
  'the command line': [path.join(dist, 'cli', 'lineitem.cjs'), 'server', '--stdio'],
} as const;

for (const [name, [program, ...args]] of Object.entries(programs)) {
  describe(name, () => {
    it('serves an editor over standard input and output, and ends when it is told', async () => {
      const folder = testFolder({ 'agent.py': loopingAgent });
      const { child, request, notify, until } = start(program, args);
      const capabilities = { workspace: {}, textDocument: { publishDiagnostics: {} } };
      const { capabilities: abilities } = read(await request('initialize', { processId: process.pid, rootUri: folder.uri, capabilities }));
      expect(abilities).toMatchObject({ positionEncoding: 'utf-16', inlayHintProvider: { resolveProvider: true }, hoverProvider: true });
      notify('initialized', {});
      const uri = folder.uriOf('agent.py');
      notify('textDocument/didOpen', { textDocument: { uri, languageId: 'python', version: 1, text: loopingAgent } });
      const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
      expect(JSON.stringify(await request('textDocument/inlayHint', { textDocument: { uri }, range }))).toMatch(/tok · .*\$/);
      await until((message) => message.includes('publishDiagnostics') && message.includes('LI301'));
      expect(await request('shutdown', undefined)).toBeNull();
      const ended = once(child, 'exit');
      notify('exit', undefined);
      expect((await ended)[0]).toBe(0);
    });

    it('answers on broken input with nothing worse than an error', async () => {
      const { request, notify } = start(program, args);
      await request('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
      notify('initialized', {});
      await expect(request('lineitem/nothing', {})).rejects.toThrow(/Unhandled method/);
      await expect(request('textDocument/hover', 42)).resolves.toBeNull();
      expect(await request('lineitem/rules', {})).toContainEqual(expect.objectContaining({ code: 'LI301' }));
    });
  });
}

function start(program: string, args: readonly string[]) {
  if (!existsSync(program)) throw new Error('The server is not built: npm run build');
  const child = spawn(process.execPath, [program, ...args]);
  onTestFinished(() => void child.kill());
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const heard: string[] = [];
  const watchers = new Set<() => void>();
  let lastId = 0;
  listen(child, (text) => {
    heard.push(text);
    const message = read(JSON.parse(text));
    if (typeof message.id === 'number' && message.method === undefined) {
      const one = waiting.get(message.id);
      if (message.error === undefined) one?.resolve(message.result);
      else one?.reject(new Error(String(read(message.error).message)));
    } else if (message.id !== undefined) send({ jsonrpc: '2.0', id: message.id, result: null });
    for (const watcher of watchers) watcher();
  });
  const send = (message: object): void => {
    const body = Buffer.from(JSON.stringify(message));
    child.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    child.stdin.write(body);
  };
  return {
    child,
    request: (method: string, params: unknown): Promise<unknown> =>
      new Promise((resolve, reject) => {
        waiting.set(++lastId, { resolve, reject });
        send({ jsonrpc: '2.0', id: lastId, method, ...(params === undefined ? {} : { params }) });
      }),
    notify: (method: string, params: unknown): void => send({ jsonrpc: '2.0', method, ...(params === undefined ? {} : { params }) }),
    until: (matches: (message: string) => boolean): Promise<void> =>
      new Promise((resolve) => {
        const watcher = (): void => {
          if (heard.some(matches)) resolve();
        };
        watchers.add(watcher);
        watcher();
      }),
  };
}

/** Everything on standard output must be a message: one stray word breaks an editor. */
function listen({ stdout }: ChildProcessWithoutNullStreams, hear: (message: string) => void): void {
  let rest = Buffer.alloc(0);
  stdout.on('data', (piece: Buffer) => {
    rest = Buffer.concat([rest, piece]);
    for (;;) {
      const end = rest.indexOf('\r\n\r\n');
      if (end < 0) return;
      const head = rest.toString('latin1', 0, end);
      const length = /^Content-Length: (\d+)$/im.exec(head)?.[1];
      if (length === undefined) throw new Error(`No message: ${head}`);
      const from = end + 4;
      if (rest.length < from + Number(length)) return;
      hear(rest.toString('utf8', from, from + Number(length)));
      rest = rest.subarray(from + Number(length));
    }
  });
}

const read = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null ? { ...value } : {});
