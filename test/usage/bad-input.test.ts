import { describe, expect, it } from 'vitest';
import { runCli } from '../cli/run-cli.ts';
import { withFolder } from '../host/folder.ts';

const code = `from openai import OpenAI

client = OpenAI()

def ask(question):
    return client.responses.create(model="gpt-5.4", input=question, max_output_tokens=100)
`;
const id = 'a.py#ask/responses.create~1';
const usage = (entries: string): Record<string, string> => ({ 'lineitem.usage.json': `{ "asOf": "2026-10-31", "calls": { ${entries} } }` });

const cases: readonly { readonly what: string; readonly files: Record<string, string>; readonly says: RegExp }[] = [
  {
    what: 'a call that is not there',
    files: usage('"b.py#ask/x~1": { "callsPerMonth": 9 }'),
    says: /^lineitem\.usage\.json:1 {2}No call has the id `b\.py#ask\/x~1`: this entry is not applied/,
  },
  {
    what: 'a rate that cannot be',
    files: usage(`"${id}": { "callsPerMonth": 9, "usefulRate": 1.2 }`),
    says: /^lineitem\.usage\.json:1 {2}`usefulRate`: at most 1/,
  },
  {
    what: 'two entries for one call',
    files: usage(`"${id}": { "callsPerMonth": 9 }, "${id}": { "callsPerMonth": 8 }`),
    says: /^lineitem\.usage\.json:1 {2}There are two entries for `a\.py#ask\/responses\.create~1`; neither is applied/,
  },
  {
    what: 'a currency without its rate',
    files: { 'lineitem.json': '{ "currency": { "code": "EUR", "date": "2026-11-01" } }' },
    says: /^lineitem\.json:1 {2}`rate` is missing/,
  },
  {
    what: 'figures that are older than the prices',
    files: { 'lineitem.usage.json': `{ "asOf": "2020-10-31", "calls": { "${id}": { "callsPerMonth": 9 } } }` },
    says: /^lineitem\.usage\.json:1 {2}These figures end on 2020-10-31, the prices are of/,
  },
];

describe('a bill that cannot be what it was asked to be', () => {
  it.each(cases)('says so of $what, once and at its place', ({ files, says }) =>
    withFolder({ 'a.py': code, 'lineitem.json': '{ "root": true }', ...files }, async (folder) => {
      const { stderr, stdout } = await runCli(['bill', '.', '--as-of', '2026-11-23', '--format', 'csv'], { folder });
      expect(stderr).toMatch(says);
      expect(new Set(stderr.trim().split('\n')).size).toBe(1);
      expect(stdout).toMatch(/ask/);
    }),
  );
});
