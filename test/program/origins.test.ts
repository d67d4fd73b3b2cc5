import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Grammars } from '../../server/core/languages/grammars.ts';
import type { CallSite, Origin } from '../../server/core/program/call-site.ts';
import { link, loadGrammars } from './linked.ts';
import { marksOf } from './marks.ts';

const folder = path.join(import.meta.dirname, 'fixtures/origins');

let grammars: Grammars;
beforeAll(async () => {
  grammars = await loadGrammars();
});

const spelled = (origin: Origin | undefined): string =>
  origin
    ? `${origin.kind}${origin.isLimited && SAID.has(origin.kind) ? ' limited' : ''}${origin.indent === null ? '' : ` ${origin.indent}`}`
    : '-';
/** What a person types and what the model says has an end of its own. */
const SAID = new Set<Origin['kind']>(['file', 'folder', 'table', 'log', 'retrieval', 'web', 'command']);

const lastOrigin = (call: CallSite): Origin | undefined =>
  call.request.parts.flatMap((part) => part.pieces.flatMap((piece) => (piece.kind === 'hole' ? [piece.origin] : []))).at(-1);

describe.each(readdirSync(folder))('origins of %s', (file) => {
  const text = readFileSync(path.join(folder, file), 'utf8');
  const marks = marksOf(text);
  it('are told as marked', () => {
    const { program, line } = link(grammars, { [file]: text });
    const found = program
      .file(file)
      .calls.flatMap((call): [number, string][] => (marks.has(line(call.place)) ? [[line(call.place), spelled(lastOrigin(call))]] : []));
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(marks));
  });
});
