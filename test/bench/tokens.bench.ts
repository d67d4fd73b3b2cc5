/**
 * Ratios of counting against tiktoken and against prose, in one process: `node test/bench/tokens.bench.ts`.
 * Exit code 1 where a ratio misses its aim.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Tiktoken } from 'tiktoken/lite';
import { packRanks } from '../../scripts/build-ranks.ts';
import { createEncoding, type Encoding } from '../../server/core/tokens/encoder.ts';
import { createCountedText } from '../../server/core/tokens/incremental.ts';
import { median, say } from './report.ts';

const passes = 7;
const size = 500_000;
const require = createRequire(import.meta.url);
const modules = path.join(import.meta.dirname, '../../node_modules');
const texts = { code: gather(modules, /\.(ts|js|mjs)$/), prose: gather(modules, /\.md$/) };

for (const name of ['o200k_base', 'cl100k_base'] as const) {
  const source = require(`tiktoken/encoders/${name}.json`);
  const reference = new Tiktoken(source.bpe_ranks, source.special_tokens, source.pat_str);
  const blob = packRanks(name);
  const fresh = (): Encoding => createEncoding(blob, name === 'o200k_base' ? 'o200k' : 'cl100k');
  for (const [kind, text] of Object.entries(texts)) {
    const ours = fresh();
    const times = Array.from(
      { length: passes },
      () => [time(() => ours.count(text)), time(() => reference.encode_ordinary(text))] as const,
    );
    const [cold, coldReference] = times[0] ?? [Number.NaN, Number.NaN];
    atLeast(`counting ${kind} in ${name} for the first time: tiktoken's time to ours`, coldReference / cold, 1.5);
    const warm = times.slice(1);
    atLeast(
      `counting ${kind} in ${name} again: tiktoken's time to ours`,
      median(warm.map(([, theirs]) => theirs)) / median(warm.map(([mine]) => mine)),
      4,
    );
    sayEdits(name, kind, fresh(), text.slice(0, 200_000), (whole) => reference.encode_ordinary(whole));
  }
  sayRuns(name, fresh());
  reference.free();
}

function sayEdits(name: string, kind: string, encoding: Encoding, text: string, recount: (text: string) => void): void {
  const counted = createCountedText(encoding, text);
  const inserted = ['x', ' ', '\n', '1', '"', '中', ''];
  const edits = Array.from({ length: 2_000 }, (_, at) => {
    const start = (at * 7_919 * 13) % (text.length - 1);
    const letter = inserted[at % inserted.length] ?? '';
    return time(() => counted.edit({ span: { start, end: letter === '' ? start + 1 : start }, text: letter }));
  });
  const full = median(Array.from({ length: 5 }, () => time(() => recount(text))));
  atLeast(`one letter changed in 200 KB of ${kind} in ${name}: tiktoken's time to ours`, full / median(edits), 1_000);
}

function sayRuns(name: string, encoding: Encoding): void {
  const megabyte = texts.prose.repeat(2);
  encoding.count(megabyte);
  const prose = time(() => encoding.count(megabyte));
  for (const character of ['a', 'A', ' ', '\n', '=', '0', 'é', '中', '😀']) {
    const run = character.repeat(1_000_000 / Buffer.byteLength(character));
    const took = time(() => encoding.count(run));
    const what = `1 MB of ${JSON.stringify(character)} in ${name}: against prose of that length`;
    say({ what, value: took / prose, unit: 'times', bound: 'at most', aim: 40 });
  }
}

function atLeast(what: string, value: number, aim: number): void {
  say({ what, value, unit: 'times', bound: 'at least', aim });
}

function time(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function gather(folder: string, kind: RegExp): string {
  let text = '';
  const read = (current: string): void => {
    for (const entry of readdirSync(current, { withFileTypes: true })) {
      if (text.length >= size) return;
      const file = path.join(current, entry.name);
      if (entry.isDirectory()) read(file);
      else if (kind.test(entry.name)) text += readFileSync(file, 'utf8').slice(0, 8_000);
    }
  };
  read(folder);
  return text.slice(0, size);
}
