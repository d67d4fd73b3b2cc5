import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { mentionPattern } from '../../server/core/sdks/mentions.ts';
import { cacheFolder, makePrivateFolder } from '../../server/host/node/cache-folder.ts';
import { type ModuleCache, openModuleCache } from '../../server/host/node/module-cache.ts';
import { openScanMemory } from '../../server/host/node/scan-memory.ts';
import { cachePlace, createScanTools } from '../../server/host/node/scan-tools.ts';
import { createScanner, type ScanSink } from '../../server/host/node/scanner.ts';
import { withFolder } from './folder.ts';

const assets = path.join(import.meta.dirname, '../../dist/assets');

const entriesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true })
    .map((name) => path.join(folder, String(name)))
    .filter((file) => statSync(file).isFile());

const inCache = (use: (cache: ModuleCache, folder: string) => void): void =>
  withFolder({}, (folder) => use(openModuleCache({ folder, build: 'one' }), folder));

describe('the cache of modules', () => {
  it('gives back what was written for the same text, language and build', () => {
    inCache((cache, folder) => {
      cache.entry('python', 'x = 1 # é').write('packed é\n🙂');
      expect(cache.entry('python', 'x = 1 # é').read()).toBe('packed é\n🙂');
      expect(cache.entry('python', 'x = 2').read()).toBeNull();
      expect(cache.entry('tsx', 'x = 1 # é').read()).toBeNull();
      expect(openModuleCache({ folder, build: 'two' }).entry('python', 'x = 1 # é').read()).toBeNull();
    });
  });

  it.each([
    ['cut off', (file: string) => truncateSync(file, 40)],
    ['empty', (file: string) => truncateSync(file, 0)],
    ['changed', (file: string) => writeFileSync(file, readFileSync(file, 'utf8').replace('packed', 'spoiled'))],
    ['of other bytes', (file: string) => writeFileSync(file, Uint8Array.of(0, 255, 10, 200))],
  ])('takes an entry that is %s for none, and writes it again', (_, spoil) => {
    inCache((cache, folder) => {
      const entry = cache.entry('python', 'x');
      entry.write('packed and long enough');
      for (const file of entriesIn(folder)) spoil(file);
      expect(entry.read()).toBeNull();
      entry.write('packed again');
      expect(entry.read()).toBe('packed again');
    });
  });

  it('is not misled by what a killed process left half written', () => {
    inCache((cache, folder) => {
      const entry = cache.entry('python', 'x');
      entry.write('packed');
      const [file = ''] = entriesIn(folder);
      const leftOver = `${file}.4711.1.lineitem`;
      writeFileSync(leftOver, 'pac');
      expect(entry.read()).toBe('packed');
      utimesSync(leftOver, 1, 1);
      entry.write('packed');
      cache.tidy();
      expect(entriesIn(folder)).toEqual([file]);
    });
  });

  it('says nothing of a disk that can not be written', () => {
    withFolder({ file: '' }, (folder) => {
      const cache = openModuleCache({ folder: path.join(folder, 'file', 'below'), build: 'one' });
      const entry = cache.entry('python', 'x');
      entry.write('packed');
      cache.tidy();
      expect(entry.read()).toBeNull();
    });
  });

  it('throws out what was not used for the longest time', () => {
    withFolder({}, (folder) => {
      const cache = openModuleCache({ folder, build: 'one', most: 64 * 1_000 });
      const texts = Array.from({ length: 600 }, (_, at) => `x = ${at}`);
      for (const text of texts) cache.entry('python', text).write('p'.repeat(300));
      for (const file of entriesIn(folder)) utimesSync(file, 1, 1);
      for (const text of texts.slice(0, 20)) cache.entry('python', text).read();
      for (const text of texts.slice(-200)) cache.entry('python', text).write('p'.repeat(300));
      cache.tidy();
      const size = entriesIn(folder).reduce((sum, file) => sum + statSync(file).size, 0);
      expect(size).toBeLessThanOrEqual(64 * 1_000);
      const kept = texts.slice(0, 20).filter((text) => cache.entry('python', text).read() !== null);
      const others = texts.slice(20, 400).filter((text) => cache.entry('python', text).read() !== null);
      expect(kept.length / 20).toBeGreaterThan(others.length / 380);
    });
  });

  it('can be read by nobody else', () => {
    inCache((cache, folder) => {
      cache.entry('python', 'x').write('packed');
      const [file = ''] = entriesIn(folder);
      if (process.platform === 'win32') return;
      expect(statSync(file).mode & 0o777).toBe(0o600);
      expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
      mkdirSync(path.join(folder, 'open'), { mode: 0o755 });
      expect(makePrivateFolder(path.join(folder, 'open'))).toBe(true);
      expect(statSync(path.join(folder, 'open')).mode & 0o777).toBe(0o700);
    });
  });
});

describe('the place of the cache', () => {
  it.each([
    [{ LINEITEM_CACHE: 'off' }, 'linux', null],
    [{ LINEITEM_CACHE: '/own' }, 'linux', path.resolve('/own')],
    [{ XDG_CACHE_HOME: '/shared' }, 'linux', path.join('/shared', 'lineitem')],
    [{ LOCALAPPDATA: 'C:\\local' }, 'win32', path.join('C:\\local', 'lineitem', 'cache')],
  ])('follows the environment: %j on %s', (environment, platform, folder) => {
    expect(cacheFolder(environment, platform)).toBe(folder);
  });

  it('lies below the home folder otherwise', () => {
    expect(cacheFolder({}, 'linux')).toMatch(/[\\/]\.cache[\\/]lineitem$/);
    expect(cacheFolder({}, 'darwin')).toMatch(/Library[\\/]Caches[\\/]lineitem$/);
  });

  it('has another build where the code that makes modules is another', () => {
    withFolder({ 'worker.cjs': 'one', 'assets/python.wasm': 'x' }, (folder) => {
      const build = (): string | undefined => cachePlace(folder, path.join(folder, 'worker.cjs'), path.join(folder, 'assets'))?.build;
      const before = build();
      expect(build()).toBe(before);
      writeFileSync(path.join(folder, 'worker.cjs'), 'two');
      expect(build()).not.toBe(before);
      expect(cachePlace(folder, path.join(folder, 'missing.cjs'), path.join(folder, 'assets'))).toBeNull();
    });
  });
});

describe('what a scan remembers of files that name no SDK', () => {
  const later = (): number => Date.now() + 60_000;

  it('holds while they stay as they are', () => {
    withFolder({ 'a.py': 'x = 1' }, (root) => {
      const file = path.join(root, 'a.py');
      const open = (mentions: RegExp) =>
        openScanMemory({ folder: path.join(root, 'cache'), root, below: [''], mentions, part: 0, now: later });
      const first = open(/openai/);
      expect(first.isQuiet('a.py', statSync(file))).toBe(false);
      first.noteQuiet('a.py', statSync(file));
      first.save();
      expect(open(/openai/).isQuiet('a.py', statSync(file))).toBe(true);
      expect(open(/anthropic/).isQuiet('a.py', statSync(file))).toBe(false);
      writeFileSync(file, 'import openai');
      expect(open(/openai/).isQuiet('a.py', statSync(file))).toBe(false);
    });
  });

  it('leaves out what was written a moment ago, and survives a spoiled file', () => {
    withFolder({ 'a.py': 'x = 1', 'b.py': 'y = 1' }, (root) => {
      const folder = path.join(root, 'cache');
      const stats = statSync(path.join(root, 'a.py'));
      const open = (now?: () => number) =>
        openScanMemory({ folder, root, below: [''], mentions: /x/, part: 0, ...(now === undefined ? {} : { now }) });
      const hasty = open();
      hasty.noteQuiet('a.py', stats);
      hasty.save();
      expect(open().isQuiet('a.py', stats)).toBe(false);
      const patient = open(later);
      patient.noteQuiet('a.py', stats);
      patient.save();
      for (const file of entriesIn(folder)) writeFileSync(file, '{"a.py": ');
      expect(open().isQuiet('a.py', stats)).toBe(false);
    });
  });
});

describe('a scan with a cache', () => {
  it('says the same the second time, and after an edit what the edit says', async () => {
    const texts = { 'agent.py': 'import anthropic\n\nclient = anthropic.Anthropic()\n', 'plain.py': 'x = 1\n' };
    await withFolder(texts, async (root) => {
      const folder = path.join(root, 'cache');
      const scan = async (): Promise<readonly string[]> => {
        const seen: string[] = [];
        const sink: ScanSink = {
          paths: () => undefined,
          module: (file, module) => void seen.push(`${file} ${module}`),
          text: () => undefined,
          skipped: () => undefined,
        };
        const scanner = createScanner(root, mentionPattern(), createScanTools(root, mentionPattern(), assets, { folder, build: 'one' }));
        await scanner.scan(sink, { below: [''] });
        return seen;
      };
      const first = await scan();
      expect(first).toHaveLength(1);
      expect(existsSync(path.join(folder, 'modules'))).toBe(true);
      expect(await scan()).toEqual(first);
      for (const file of entriesIn(path.join(folder, 'modules'))) truncateSync(file, 50);
      expect(await scan()).toEqual(first);
      writeFileSync(path.join(root, 'plain.py'), 'import openai\n');
      expect(await scan()).toHaveLength(2);
    });
  });
});
