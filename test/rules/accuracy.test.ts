import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { drawSchema, newest, verdictSchema } from '../../scripts/accuracy.ts';
import { rules } from '../../server/core/rules/index.ts';

const rows = (name: string): readonly unknown[] =>
  readFileSync(path.join(import.meta.dirname, '../../docs/accuracy', name), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
const samples = newest(
  rows('findings.jsonl').map((row) => verdictSchema.parse(row)),
  rows('draws.jsonl').map((row) => drawSchema.parse(row)),
);

describe('a warning by default', () => {
  it.each(rules.filter(({ severity, isPreview }) => severity === 'warning' && !isPreview).map(({ code, name }) => [code, name]))(
    '%s %s has no false alarm in its newest sample',
    (code) => {
      expect(samples.get(code)?.verdicts.filter(({ verdict }) => verdict === 'false') ?? []).toEqual([]);
    },
  );
});

describe('the newest round', () => {
  it('takes the place of the rounds before it', () => {
    const verdict = { code: 'LI301', repository: 'a/b', file: 'a.py', line: 1 } as const;
    const found = newest(
      [verdictSchema.parse({ ...verdict, verdict: 'false' }), verdictSchema.parse({ ...verdict, verdict: 'right', round: 2 })],
      [{ round: 2, code: 'LI301', repositories: 1, of: 1, drawn: '2026-11-24' }],
    );
    expect(found.get('LI301')).toMatchObject({ round: 2, of: 1, verdicts: [{ verdict: 'right' }] });
  });
});
