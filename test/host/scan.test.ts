import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Module } from '../../server/core/module/module.ts';
import { mentionPattern } from '../../server/core/sdks/mentions.ts';
import type { ScanListener, SkippedFile, Workspace } from '../../server/host/host.ts';
import { createNodeHost } from '../../server/host/node/host.ts';
import { withFolder } from './folder.ts';

const dist = path.join(import.meta.dirname, '../../dist');
const workerFile = path.join(dist, 'worker/scan-worker.cjs');

const files = {
  'agent.py': 'import anthropic\n\ndef answer():\n    return anthropic.Anthropic()\n',
  'chat.ts': "import OpenAI from 'openai';\nexport const client = new OpenAI();\n",
  'plain.py': 'def ask(llm):\n    return llm\n',
  'helper.py': 'from agent import answer\n',
  'notes.prompt.md': '# Notes\nWrite {{x}}.\n',
  'lineitem.json': '{}',
  'binary.py': Uint8Array.of(0, 1),
  'bundle.min.js': "require('openai')",
  'README.md': 'openai',
};

interface Seen extends ScanListener {
  readonly modules: Module[];
  readonly texts: Map<string, string>;
  readonly skips: SkippedFile[];
  all: readonly string[];
}

function listen(): Seen {
  const seen: Seen = {
    modules: [],
    texts: new Map(),
    skips: [],
    all: [],
    paths: (found) => {
      seen.all = found;
    },
    module: (module, text) => {
      seen.modules.push(module);
      seen.texts.set(module.file, text);
    },
    text: (file, text) => void seen.texts.set(file, text),
    skipped: (file) => void seen.skips.push(file),
  };
  return seen;
}

function inWorkspace<Answer>(worker: string | null, use: (workspace: Workspace, log: string[]) => Promise<Answer>): Promise<Answer> {
  return withFolder(files, async (folder) => {
    const log: string[] = [];
    const host = createNodeHost({
      assets: path.join(dist, 'assets'),
      worker,
      mentions: mentionPattern(),
      log: (_, message) => void log.push(message),
    });
    const workspace = host.workspace(folder);
    try {
      return await use(workspace, log);
    } finally {
      workspace.dispose();
    }
  });
}

async function expectScan(workspace: Workspace): Promise<void> {
  const seen = listen();
  expect(await workspace.scan(seen)).toEqual({ files: 7, read: 3 });
  expect(seen.all).toHaveLength(Object.keys(files).length);
  expect(seen.modules.map(({ file, language }) => `${file} ${language}`)).toEqual(['agent.py python', 'chat.ts typescript']);
  expect(seen.modules[0]?.units.map(({ id }) => id)).toContain('answer');
  expect([...seen.texts.keys()].sort()).toEqual(['agent.py', 'chat.ts', 'lineitem.json', 'notes.prompt.md']);
  expect(seen.skips.map(({ file, why }) => `${file} ${why}`)).toEqual(['binary.py binary', 'bundle.min.js minified']);
}

describe('a scan', () => {
  it('parses only files that name an SDK, in this process', () => inWorkspace(null, expectScan));

  it('finds callers by their words and brings files that are asked for', () =>
    inWorkspace(null, async (workspace) => {
      await workspace.scan(listen());
      expect(await workspace.search([['agent'], ['answer']])).toEqual(['helper.py']);
      const seen = listen();
      await workspace.bring(['helper.py', 'README.md', 'gone.py'], seen);
      expect(seen.modules.map(({ file }) => file)).toEqual(['helper.py']);
      expect(seen.texts.get('README.md')).toBe('openai');
      expect(seen.skips).toEqual([{ file: 'gone.py', why: 'unreadable', detail: null }]);
    }));

  it('says the same from a worker', () => {
    expect(existsSync(workerFile), 'npm run build').toBe(true);
    return inWorkspace(workerFile, expectScan);
  });

  it('goes on without a worker that cannot start or that dies', () =>
    withFolder({ 'dies.cjs': 'throw new Error("no");' }, (folder) =>
      inWorkspace(path.join(folder, 'dies.cjs'), async (workspace, log) => {
        await expectScan(workspace);
        expect(log).toEqual(['Scanning without a worker: The scan stopped: no']);
      }),
    ));

  it('stops where it is told to', () =>
    inWorkspace(null, async (workspace) => {
      const seen = listen();
      const { read } = await workspace.scan(seen, AbortSignal.abort());
      expect(read).toBe(0);
      expect(seen.modules).toEqual([]);
    }));
});
