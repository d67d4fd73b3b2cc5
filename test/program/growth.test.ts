import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Grammars } from '../../server/core/languages/grammars.ts';
import type { CallSite } from '../../server/core/program/call-site.ts';
import { link, loadGrammars } from './linked.ts';
import { marksOf } from './marks.ts';

const folder = path.join(import.meta.dirname, 'fixtures/growth');

let grammars: Grammars;
beforeAll(async () => {
  grammars = await loadGrammars();
});

function growthOf({ request }: CallSite): string {
  if (request.parts.some((part) => part.growth === 'per-turn')) return 'grows';
  const pieces = request.parts.flatMap((part) => part.pieces);
  const history = pieces.flatMap((piece) => (piece.kind === 'hole' && piece.origin?.kind === 'history' ? [piece.origin] : []));
  return history.some((origin) => origin.isLimited) ? 'cut' : history.length > 0 ? 'stored' : '-';
}

describe.each(readdirSync(folder))('growth in %s', (file) => {
  const text = readFileSync(path.join(folder, file), 'utf8');
  const marks = marksOf(text);
  it('is told as marked', () => {
    const { program, line } = link(grammars, { [file]: text });
    const found = program
      .file(file)
      .calls.flatMap((call): [number, string][] => (marks.has(line(call.place)) ? [[line(call.place), growthOf(call)]] : []));
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(marks));
  });
});
