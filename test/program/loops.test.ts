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

describe.each(readdirSync(folder))('loops of %s', (file) => {
  const text = readFileSync(path.join(folder, file), 'utf8');
  it('are judged as marked, and no others are seen', () => {
    const { program, line } = link(grammars, { [file]: text });
    const found = new Map(
      program.file(file).loops.map((loop) => [line(loop.place), loop.max === null ? loop.bound : `${loop.bound} ${loop.max}`]),
    );
    expect(Object.fromEntries([...found].sort((a, b) => a[0] - b[0]))).toEqual(Object.fromEntries(marksOf(text)));
  });
});
