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

const passes = 7;
const size = 500_000;
const require = createRequire(import.meta.url);
const modules = path.join(import.meta.dirname, '../../node_modules');
const texts = { code: gather(modules, /\.(ts|js|mjs)$/), prose: gather(modules, /\.md$/) };
let missed = 0;

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
    say(`${name} ${kind}, first pass: times tiktoken's speed`, coldReference / cold, 1.5);
    say(
      `${name} ${kind}, warm: times tiktoken's speed`,
      median(times.map(([, theirs]) => theirs)) / median(times.map(([mine]) => mine)),
      4,
    );
    sayEdits(name, kind, fresh(), text.slice(0, 200_000), (whole) => reference.encode_ordinary(whole));
  }
  sayRuns(name, fresh());
  reference.free();
}
process.exitCode = missed > 0 ? 1 : 0;

function sayEdits(name: string, kind: string, encoding: Encoding, text: string, recount: (text: string) => void): void {
  const counted = createCountedText(encoding, text);
  const inserted = ['x', ' ', '\n', '1', '"', '中', ''];
  const edits = Array.from({ length: 2_000 }, (_, at) => {
    const start = (at * 7_919 * 13) % (text.length - 1);
    const letter = inserted[at % inserted.length] ?? '';
    return time(() => counted.edit({ span: { start, end: letter === '' ? start + 1 : start }, text: letter }));
  });
  const full = median(Array.from({ length: 5 }, () => time(() => recount(text))));
  say(`${name} ${kind}, one letter changed in 200 KB: times tiktoken's full count`, full / median(edits), 1_000);
}

function sayRuns(name: string, encoding: Encoding): void {
  const megabyte = texts.prose.repeat(2);
  encoding.count(megabyte);
  const prose = time(() => encoding.count(megabyte));
  for (const character of ['a', 'A', ' ', '\n', '=', '0', 'é', '中', '😀']) {
    const run = character.repeat(1_000_000 / Buffer.byteLength(character));
    const took = time(() => encoding.count(run));
    say(`${name} 1 MB of ${JSON.stringify(character)}: times prose`, took / prose, 40, 'at most');
  }
}

function say(what: string, ratio: number, aim: number, bound: 'at least' | 'at most' = 'at least'): void {
  const isMet = bound === 'at least' ? ratio >= aim : ratio <= aim;
  if (!isMet) missed++;
  console.log(`${isMet ? 'ok    ' : 'MISSED'} ${what}: ${ratio.toFixed(1)} (${bound} ${aim})`);
}

function time(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
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
