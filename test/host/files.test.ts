import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { mentionPattern } from '../../server/core/sdks/mentions.ts';
import { createNodeHost } from '../../server/host/node/host.ts';
import { createPrefilter, createWordFilter } from '../../server/host/node/prefilter.ts';
import { findRoot } from '../../server/host/node/root.ts';
import { createSourceReader, decode, isMinified } from '../../server/host/node/source-file.ts';
import { withFolder } from './folder.ts';

const host = createNodeHost({ assets: '', worker: null, mentions: /(?!)/, log: () => undefined });
const mark = '\uFEFF';

describe('reading a file', () => {
  it('passes over what is no text, too large or gone', () => {
    withFolder({ 'binary.py': Uint8Array.of(1, 0, 2), 'large.py': 'x'.repeat(101), 'fits.py': 'x'.repeat(100) }, (folder) => {
      const read = createSourceReader(100);
      const why = (file: string): string => {
        const source = read(path.join(folder, file));
        return source.kind === 'skipped' ? source.why : String(source.bytes.length);
      };
      expect(['binary.py', 'large.py', 'fits.py', 'gone.py', '.'].map(why)).toEqual([
        'binary',
        'too large',
        '100',
        'unreadable',
        'unreadable',
      ]);
    });
  });

  it('takes bytes that are no UTF-8 as U+FFFD and drops the byte-order mark', () => {
    expect(decode(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61, 0xff))).toBe('a\uFFFD');
  });

  it('knows minified code by its name or its lines', () => {
    expect(isMinified('a.min.js', '')).toBe(true);
    expect(isMinified('a.js', 'x=1;'.repeat(10_000))).toBe(true);
    expect(isMinified('a.js', 'const x = 1;\n'.repeat(10_000))).toBe(false);
    expect(isMinified('prompt.py', 'x'.repeat(50_000))).toBe(false);
  });
});

describe('writing a file', () => {
  it('puts a byte-order mark back, keeps the permissions and leaves nothing beside it', async () => {
    await withFolder({ 'a.py': `${mark}x = 1\r\n` }, async (folder) => {
      chmodSync(path.join(folder, 'a.py'), 0o751);
      const workspace = host.workspace(pathToFileURL(folder).href);
      expect(await workspace.readText('a.py')).toBe('x = 1\r\n');
      await workspace.writeText('a.py', 'x = 2\r\n');
      expect(readFileSync(path.join(folder, 'a.py'), 'utf8')).toBe(`${mark}x = 2\r\n`);
      expect(statSync(path.join(folder, 'a.py')).mode & 0o777).toBe(0o751);
      expect(readdirSync(folder)).toEqual(['a.py']);
    });
  });
});

describe('the root', () => {
  it('is the nearest folder with .git or a configuration that says so', () => {
    withFolder(
      { '.git/HEAD': '', 'a/lineitem.json': '{ // ours\n "root": true }', 'a/b/c.py': '', 'd/lineitem.json': '{}', 'd/e.py': '' },
      (folder) => {
        expect(findRoot(path.join(folder, 'a/b/c.py'))).toBe(path.join(folder, 'a'));
        expect(findRoot(path.join(folder, 'd/e.py'))).toBe(folder);
        expect(findRoot(path.join(folder, 'd'))).toBe(folder);
      },
    );
  });
});

describe('the prefilter', () => {
  const mayUse = createPrefilter(mentionPattern());
  const ask = (text: string): boolean => mayUse(Buffer.from(text));

  it.each([
    "import { generateText } from 'ai'",
    'import OpenAI from "openai/index"',
    'import openai',
    'from openai.types import Chat',
    'import os, openai as o',
    "const sdk = require('@ai-sdk/openai')",
    'self.client.chat.completions.create(\n model=m)',
  ])('finds an SDK in %s', (text) => expect(ask(text)).toBe(true));

  it.each([
    '# said: ai is here',
    'maintain(openai_like)',
    "import x from './ai-tools'",
    'import openai_utils',
    "import x from '@ai-sdk/openai-like'",
    'chat.completions.created',
  ])('finds none in %s', (text) => expect(ask(text)).toBe(false));

  it('finds words whole, also outside of ASCII', () => {
    const both = createWordFilter([['llm', 'größe'], ['ask']]);
    expect(both(Buffer.from('from llm import ask'))).toBe(true);
    expect(both(Buffer.from('größe ask'))).toBe(true);
    expect(both(Buffer.from('from llms import ask'))).toBe(false);
    expect(both(Buffer.from('from llm import task'))).toBe(false);
  });
});

describe('a file that cannot be written', () => {
  it('stays as it was', async () => {
    await withFolder({ 'folder/a.py': '' }, async (folder) => {
      writeFileSync(path.join(folder, 'b.py'), 'before');
      await expect(host.workspace(folder).writeText('folder', 'x')).rejects.toThrow();
      expect(readdirSync(folder).sort()).toEqual(['b.py', 'folder']);
    });
  });
});
