import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Grammars } from '../../server/core/languages/grammars.ts';
import { link, loadGrammars } from './linked.ts';
import { marksOf } from './marks.ts';

const folder = path.join(import.meta.dirname, 'loops');

let grammars: Grammars;
beforeAll(async () => {
  grammars = await loadGrammars();
});

const SAYS_RETRY = /content|transport/;

describe.each(readdirSync(folder))('loops of %s', (file) => {
  const text = readFileSync(path.join(folder, file), 'utf8');
  it('are judged as marked, and no others are seen', () => {
    const { program, line } = link(grammars, { [file]: text });
    const marks = marksOf(text);
    const found = program.file(file).loops.map((loop): [number, string] => {
      const at = line(loop.place);
      const told = [loop.bound, loop.max, SAYS_RETRY.test(marks.get(at) ?? '') ? loop.retries : null];
      return [at, told.filter((one) => one !== null).join(' ')];
    });
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(marks));
  });
  it('are the same under other names of locals', () => {
    const renamed = text.replace(/\banswer\b/g, 'outcome').replace(/\bstep\b(?!\w)/g, 'pace');
    const judged = (of: string): readonly string[] => {
      const { program, line } = link(grammars, { [file]: of });
      return program.file(file).loops.map((loop) => `${line(loop.place)} ${loop.kind} ${loop.bound} ${loop.max} ${loop.retries}`);
    };
    expect(judged(renamed)).toEqual(judged(text));
  });
});
