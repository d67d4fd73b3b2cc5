import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseUsage } from '../../server/core/usage/parse-usage.ts';
import type { Measured } from '../../server/core/usage/usage-schema.ts';
import { type CliAnswer, runCli } from '../cli/run-cli.ts';
import { anthropicBucket, langfuseRow } from './logs.ts';

const code = `import anthropic

client = anthropic.Anthropic()

def sort(mail):
    return client.messages.create(model="claude-haiku-4-5", max_tokens=20, system="You sort the mail of a small shop into folders.", messages=[{"role": "user", "content": mail}])

def reply(mail):
    return client.messages.create(model="claude-opus-5", max_tokens=800, system="You answer the mail of a small shop, kindly.", messages=[{"role": "user", "content": mail}])
`;
const sort = 'shop.py#sort/messages.create~1';
const reply = 'shop.py#reply/messages.create~1';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lineitem-'));
  mkdirSync(path.join(folder, '.git'));
  writeFileSync(path.join(folder, 'shop.py'), code);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const usageFile = () => path.join(folder, 'lineitem.usage.json');
const written = () => parseUsage(readFileSync(usageFile(), 'utf8'));
const run = (...args: readonly string[]): Promise<CliAnswer> => runCli(['usage', ...args], { folder });
const save = (name: string, content: string | Uint8Array): string => {
  writeFileSync(path.join(folder, name), content);
  return name;
};

interface Line {
  readonly label?: string;
  readonly model?: string;
  readonly system?: string;
  readonly day?: number;
  readonly input?: number;
  readonly read?: number;
  readonly output?: number;
  readonly good?: boolean;
}

const line = ({ label, model = 'claude-opus-5', system, day = 1, input = 100, read = 0, output = 10, good }: Line): string =>
  JSON.stringify({
    timestamp: `2026-10-${String(day).padStart(2, '0')}T08:00:00Z`,
    metadata: { ...(label === undefined ? {} : { call_site: label }), ...(good === undefined ? {} : { good }) },
    ...(system === undefined ? { model } : { body: { model, system, messages: [{ role: 'user', content: 'Hello' }] } }),
    response: {
      model,
      usage: { input_tokens: input, cache_read_input_tokens: read, cache_creation_input_tokens: 0, output_tokens: output },
    },
  });

const total = (rows: Measured['rows'], field: 'requests' | 'fresh' | 'output'): number => rows.reduce((sum, row) => sum + row[field], 0);

describe('usage init', () => {
  it('writes every call site and no figure', async () => {
    const { code: exit, stdout } = await run('init', '.');
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: 'Wrote lineitem.usage.json: 2 call sites, no figures yet.\n' });
    const parsed = written();
    expect(parsed.problems).toEqual([]);
    expect([...parsed.calls.keys()]).toEqual([sort, reply]);
    for (const { value } of parsed.calls.values()) expect(Object.keys(value)).toEqual(['fingerprint']);
  });

  it('never writes over a file, unless it is told to', async () => {
    save('lineitem.usage.json', '{ "calls": {} } // mine\n');
    const refused = await run('init', '.');
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('was left as it is; --force writes it anew');
    expect(readFileSync(usageFile(), 'utf8')).toBe('{ "calls": {} } // mine\n');
    expect((await run('init', '.', '--force')).code).toBe(0);
    expect(written().calls.size).toBe(2);
  });
});

describe('usage import', () => {
  it('joins by label, by prompt and by model, and loses nothing', async () => {
    const lines = [
      ...Array.from({ length: 20 }, (_, index) => line({ label: reply, day: index + 1, good: index % 4 !== 0 })),
      ...Array.from({ length: 9 }, (_, index) =>
        line({ model: 'claude-haiku-4-5', system: 'You sort the mail of a small shop into folders.', day: index + 20, read: 50 }),
      ),
      line({ model: 'claude-haiku-4-5-20251001', day: 30 }),
      line({ label: 'old.py#gone/create~1', input: 7, output: 3, day: 30 }),
      line({ model: 'gpt-5.4', input: 5, output: 2, day: 30 }),
      line({ system: 'You write poems for birthdays.', input: 11, output: 4, day: 30 }),
    ];
    const { code: exit, stdout, stderr } = await run('import', save('log.jsonl', lines.join('\n')), '--useful', 'good');
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(stdout).toContain('Joined 30 to 2 call sites: 20 by label, 9 by prompt, 1 by model.');
    expect(stdout).toContain('1 × label old.py#gone/create~1: 10 tok');
    expect(stdout).toContain('1 × GPT-5.4: 7 tok');
    expect(stdout).toMatch(/1 × Claude Opus 5, “You write poems for birthdays\.”: 15 tok/);

    const { calls, asOf } = written();
    expect(asOf?.day).toBe('2026-10-30');
    expect(calls.get(reply)?.value).toMatchObject({
      callsPerMonth: 20,
      measured: { from: '2026-10-01', to: '2026-10-20', months: 1, judged: 20, useful: 15 },
      inputTokens: { mean: 100 },
    });
    expect(calls.get(sort)?.value).toMatchObject({ callsPerMonth: 10, cacheHitRate: 1 });
    // Totals in = totals out.
    const rows = [...calls.values()].flatMap(({ value }) => value.measured?.rows ?? []);
    expect([total(rows, 'requests') + 3, total(rows, 'fresh') + 7 + 5 + 11, total(rows, 'output') + 3 + 2 + 4]).toEqual([
      33,
      30 * 100 + 23,
      30 * 10 + 9,
    ]);
    expect(stdout).toContain(
      `Read 33 records (request and usage, as JSONL or CSV): ${(30 * 100 + 23 + 9 * 50).toLocaleString('en')} tok in, 309 tok out.`,
    );
  });

  it('passes over broken lines by their number, and says so', async () => {
    const text = `${line({ label: reply })}\n{"oops": \n\n[1, 2]\n${line({ label: reply })}\n`;
    const { code: exit, stderr, stdout } = await run('import', save('log.jsonl', text), '--days', '30');
    expect(exit).toBe(1);
    expect(stderr).toMatch(/^log\.jsonl:2 {2}no JSON \([^\n]+\); passed over\nlog\.jsonl:4 {2}no record; passed over\n$/);
    expect(stdout).toContain('Read 2 records');
  });

  it('keeps what the file says otherwise, with its comments', async () => {
    save(
      'lineitem.usage.json',
      `{\n  // of the contract\n  "defaults": { "discount": 0.1 },\n  "calls": { "${reply}": { "attempts": 1.4 } }\n}\n`,
    );
    await run('import', save('log.jsonl', line({ label: reply })), '--days', '30');
    expect(readFileSync(usageFile(), 'utf8')).toContain('// of the contract');
    expect(written().calls.get(reply)?.value).toMatchObject({ attempts: 1.4, callsPerMonth: 1 });
  });

  it('leaves a broken usage file alone', async () => {
    save('lineitem.usage.json', '{ "calls": ');
    const { code: exit, stderr } = await run('import', save('log.jsonl', line({ label: reply })));
    expect(exit).toBe(2);
    expect(stderr).toContain('is broken and was left as it is');
    expect(readFileSync(usageFile(), 'utf8')).toBe('{ "calls": ');
  });

  it('invents no month for a short log', async () => {
    const { stdout } = await run('import', save('log.jsonl', line({ label: reply })));
    expect(stdout.replace(/\s+/g, ' ')).toContain('How much a month has is unknown: the log is shorter than a week');
    expect(written().calls.get(reply)?.value.callsPerMonth).toBeUndefined();
  });

  it('reads lists, pages, tables and packed files alike', async () => {
    const records = Array.from({ length: 3 }, () => ({ ...langfuseRow, metadata: { call_site: reply } }));
    const csv = `type,traceId,startTime,model,usageDetails,metadata\n${records
      .map(
        (one) =>
          `GENERATION,t,2026-10-01 00:00:00,claude-opus-5,"${JSON.stringify(one.usageDetails).replaceAll('"', '""')}","${JSON.stringify(one.metadata).replaceAll('"', '""')}"`,
      )
      .join('\n')}\n`;
    const files = [
      save('list.json', JSON.stringify(records, null, 2)),
      save('page.json', JSON.stringify({ meta: { page: 1 }, data: records })),
      save('lines.jsonl.gz', gzipSync(records.map((one) => JSON.stringify(one)).join('\n'))),
      save('table.csv', csv),
    ];
    const { stdout, stderr } = await run('import', ...files, '--dry-run');
    expect(stderr).toBe('');
    expect(stdout).toContain('Read 12 records (Langfuse export): 12,000 tok in, 600 tok out.');
    expect(stdout).toContain('Joined 12 to 1 call site: 12 by label.');
    expect(existsSync(usageFile())).toBe(false);
  });

  it('bills a report of tokens that counts no requests, by the months that it is of', async () => {
    const day = (index: number) => ({ ...anthropicBucket, starting_at: `2026-10-${String(index + 1).padStart(2, '0')}T00:00:00Z` });
    const report = save('usage.json', JSON.stringify({ data: Array.from({ length: 31 }, (_, index) => day(index)), has_more: false }));
    const { stdout } = await run('import', report);
    expect(stdout).toContain('Joined 31 to 1 call site: 31 by model.');
    expect(written().calls.get(reply)?.value).not.toHaveProperty('callsPerMonth');
    const bill = await runCli(['bill', '--as-of', '2026-11-23'], { folder });
    // Claude Opus 5: $5 in, $6.25 and $10 to write, $0.50 to read, $25 out a million tokens.
    const month = (31 * (300 * 5 + 60 * 6.25 + 40 * 10 + 600 * 0.5 + 50 * 25)) / 1_000_000;
    expect(bill.stdout).toMatch(new RegExp(`TOTAL A MONTH +\\$${month.toFixed(2)}\n`));
    expect(bill.stdout).toContain('without 1 site whose volume or price is unknown');
  });

  it('stops at a document that breaks off, with what came before', async () => {
    const text = JSON.stringify([langfuseRow, langfuseRow]).slice(0, -20);
    const { code: exit, stdout, stderr } = await run('import', save('list.json', text), '--dry-run');
    expect(exit).toBe(1);
    expect(stderr).toContain('list.json:2  the document breaks off here');
    expect(stdout).toContain('Read 1 record ');
  });

  it.each([
    [['import', 'gone.jsonl'], 'There is no file gone.jsonl.'],
    [['import', 'shop.py'], 'No request with its usage stands in shop.py'],
    [['import', 'shop.py', '--format', 'csv'], 'argument'],
    [['init', 'shop.py'], 'is no folder'],
  ])('is misuse in one line: %j', async (args, message) => {
    const { code: exit, stderr } = await run(...args);
    expect(exit).toBe(2);
    expect(stderr.trim().split('\n').at(-1)).toContain(message);
  });
});
