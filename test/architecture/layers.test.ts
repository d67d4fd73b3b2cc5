import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const core = path.join(import.meta.dirname, '../../server/core');

/** From the ground up: a stage imports only what stands before it. */
const stages = [
  'text',
  'quantity',
  'module',
  'languages',
  'sdks',
  'program',
  'tokens',
  'prices',
  'edits',
  'usage',
  'bill',
  'rules',
  'config',
  'api.ts',
  'analyzer',
  'index.ts',
];

/** The same between the rooms of linking; files beside them are its nouns, which all rooms speak of, and its door. */
const rooms = ['workspace', 'values', 'meaning', 'loops', 'reading', 'sites'];

interface Import {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

const files = readdirSync(core, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

const imports: readonly Import[] = files.flatMap((file) =>
  [...readFileSync(path.join(core, file), 'utf8').matchAll(/from '(\.[^']+)'/g)].map((found) => ({
    from: file.split(path.sep),
    to: path.join(path.dirname(file), found[1] ?? '').split(path.sep),
  })),
);
const linking = imports.filter(({ from, to }) => from[0] === 'program' && to[0] === 'program');

/** Imports that go up, by the name that a path has at a depth. */
function upward(among: readonly Import[], order: readonly string[], depth: number): readonly string[] {
  const level = (file: readonly string[]): number => order.indexOf(file[depth] ?? '');
  const wrong = among.filter(({ from, to }) => level(from) !== -1 && level(to) > level(from));
  return wrong.map(({ from, to }) => `${from.join('/')} imports ${to.join('/')}`);
}

describe('the core', () => {
  it('has a place in the order for every stage', () => {
    expect([...new Set(imports.map(({ from }) => from[0]))].filter((name) => !stages.includes(name ?? ''))).toEqual([]);
  });

  it('imports only earlier stages', () => expect(upward(imports, stages, 0)).toEqual([]));
});

describe('linking', () => {
  it('has a place in the order for every room', () => {
    expect([...new Set(linking.filter(({ from }) => from.length > 2).map(({ from }) => from[1]))].sort()).toEqual([...rooms].sort());
  });

  it('imports only earlier rooms', () => expect(upward(linking, rooms, 1)).toEqual([]));
});
