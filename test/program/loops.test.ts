import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Grammars } from '../../server/core/languages/grammars.ts';
import { link, loadGrammars } from './linked.ts';

const folder = path.join(import.meta.dirname, 'loops');

/** `# => bounded 5` behind a loop's line: how it is judged, and its most passes where the source shows them. */
function marksOf(text: string): Map<number, string> {
  return new Map(
    text.split('\n').flatMap((line, at): [number, string][] => {
      const mark = /(?:#|\/\/) => (.+)$/.exec(line)?.[1];
      return mark ? [[at + 1, mark.trim()]] : [];
    }),
  );
}

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
