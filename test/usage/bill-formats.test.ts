import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, it } from 'vitest';
import { exactUsd, parseUsd } from '../../server/core/quantity/money.ts';
import { billDocumentSchema } from '../../server/reports/bill-document.ts';
import { machineOutputSchema } from '../../server/reports/machine-output.ts';
import { runCli } from '../cli/run-cli.ts';
import { examplesFolder } from './examples-folder.ts';

const folder = examplesFolder();
writeFileSync(path.join(folder, 'CODEOWNERS'), '* @everyone\n/examples/support-agent/ @care-team @oncall\n');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ask = async (format: string): Promise<string> => {
  const { stdout, stderr, code } = await runCli(['bill', 'examples', '--as-of', '2026-11-23', '--format', format], { folder });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
};

/** Exact decimal texts, added without rounding. */
const sum = (amounts: readonly string[]): string => exactUsd(amounts.reduce((total, one) => total + (parseUsd(one) ?? 0n), 0n));
const inCents = (amount: string): string => Number(amount).toFixed(2);
const column = (table: readonly Readonly<Record<string, string>>[], name: string): string => sum(table.map((row) => row[name] ?? ''));
const table = (text: string): Readonly<Record<string, string>>[] => parse(text, { columns: true });
const dataOf = (page: string): string => /<script type="application\/json" id="data">([\s\S]*?)<\/script>/.exec(page)?.[1] ?? '';
const plainAmount = (text: string | undefined): string => (text ?? '').replace(/[^\d.]/g, '');

async function totals(): Promise<Readonly<Record<string, string>>> {
  const json = machineOutputSchema.parse(JSON.parse(await ask('json')));
  const page = billDocumentSchema.parse(JSON.parse(dataOf(await ask('html'))));
  const csv = table(await ask('csv'));
  const focus = table(await ask('focus'));
  const { perUsd } = page.head.currency;
  const inCurrency = (picodollars: string): string => String(Number(exactUsd(BigInt(picodollars))) * Number(perUsd));
  const paid = page.rows.flatMap(({ perMonth }) => perMonth.money?.likely ?? []);
  return {
    text: plainAmount(/^TOTAL A MONTH +(\S+)$/m.exec(await ask('text'))?.[1]),
    markdown: plainAmount(/\*\*Total a month: (.+?)\.\*\*/.exec((await ask('markdown')).replaceAll('\\', ''))?.[1]),
    json: inCents(json.total?.booked ?? ''),
    csv: inCents(column(csv, 'cost_per_month_likely')),
    billed: inCents(column(focus, 'BilledCost')),
    effective: inCents(column(focus, 'EffectiveCost')),
    contracted: inCents(column(focus, 'ContractedCost')),
    page: inCents(inCurrency(page.totals.booked ?? '0')),
    pageRows: inCents(inCurrency(paid.reduce((total, one) => String(BigInt(total) + BigInt(one)), '0'))),
    charges: inCents(
      inCurrency(String(page.rows.flatMap(({ charges }) => charges).reduce((total, { paid: one }) => total + BigInt(one), 0n))),
    ),
  };
}

describe('the bill of the examples', () => {
  it('is the same to the cent in every format', async () => {
    const all = await totals();
    expect(new Set(Object.values(all)).size, JSON.stringify(all)).toBe(1);
    expect(Number(all.text)).toBeGreaterThan(1000);
  });

  it('says of each waste the share that its money is of the total', async () => {
    const { wastes, totals } = billDocumentSchema.parse(JSON.parse(dataOf(await ask('html'))));
    expect(wastes.map(({ kind }) => kind)).toHaveLength(3);
    for (const { share, perMonth } of wastes) expect(share).toBeCloseTo(Number(perMonth?.likely) / Number(totals.booked), 9);
  });

  it('is the same to the cent in another currency, at the declared rate', async () => {
    writeFileSync(path.join(folder, 'lineitem.json'), '{ "currency": { "code": "EUR", "rate": 0.86, "date": "2026-11-20" } }');
    try {
      const text = await ask('text');
      const focus = table(await ask('focus'));
      const total = plainAmount(/^TOTAL A MONTH +(\S+)$/m.exec(text)?.[1]);
      expect(total).toBe(inCents(column(focus, 'BilledCost')));
      expect(text).toContain('€');
      expect(text.replace(/\s+/g, ' ')).toContain('1 USD = 0.86 EUR on 2026-11-20, as you declared.');
      expect(focus[0]?.BillingCurrency).toBe('EUR');
    } finally {
      rmSync(path.join(folder, 'lineitem.json'));
    }
  });

  it('pays the requests of a wrapper once', async () => {
    const { rows } = billDocumentSchema.parse(JSON.parse(dataOf(await ask('html'))));
    expect(rows.filter(({ file }) => file.endsWith('triage.py')).map(({ paid, perMonth }) => [paid, perMonth.money === null])).toEqual([
      ['by its callers', true],
      ['here', false],
    ]);
  });

  it('tells finance who pays, by CODEOWNERS', async () => {
    const owners = new Map(table(await ask('csv')).map(({ file, owner }) => [file, owner?.replace(/^'/, '')]));
    // The apostrophe keeps a spreadsheet from reading a name as a formula.
    expect(owners.get('examples/support-agent/agent.py')).toBe('@care-team @oncall');
    expect(owners.get('examples/trip-planner/route.ts')).toBe('@everyone');
    const [tags] = table(await ask('focus')).flatMap(({ Tags, x_CallSiteId }) => (x_CallSiteId?.includes('agent.py') ? [Tags ?? ''] : []));
    expect(JSON.parse(tags ?? '')).toMatchObject({ owner: '@care-team @oncall', call_site: expect.stringContaining('#answer/') });
  });
});
