import { rmSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { focusColumns } from '../../server/reports/focus.ts';
import { runCli } from '../cli/run-cli.ts';
import { examplesFolder } from './examples-folder.ts';

/**
 * The rules of FOCUS 1.2 for the columns that we write, by the requirements in its specification/columns and
 * specification/attributes (tag v1.2, read 2026-11-23; that version numbers columns and not requirements).
 */
interface ColumnRule {
  readonly type: 'decimal' | 'string' | 'moment' | 'key-value';
  readonly mayBeNull: boolean;
  readonly allowed?: readonly string[];
  readonly isMandatory?: true;
}

const decimal = { type: 'decimal', mayBeNull: false } as const;
const text = { type: 'string', mayBeNull: false } as const;
const moment = { type: 'moment', mayBeNull: false } as const;

const rules: Readonly<Record<string, ColumnRule>> = {
  BilledCost: { ...decimal, isMandatory: true },
  BillingAccountId: { ...text, isMandatory: true },
  BillingAccountName: { ...text, mayBeNull: true, isMandatory: true },
  BillingCurrency: { ...text, isMandatory: true },
  BillingPeriodEnd: { ...moment, isMandatory: true },
  BillingPeriodStart: { ...moment, isMandatory: true },
  ChargeCategory: { ...text, allowed: ['Usage', 'Purchase', 'Tax', 'Credit', 'Adjustment'], isMandatory: true },
  ChargeClass: { ...text, mayBeNull: true, allowed: ['Correction'], isMandatory: true },
  ChargeDescription: { ...text, mayBeNull: true, isMandatory: true },
  ChargeFrequency: { ...text, allowed: ['One-Time', 'Recurring', 'Usage-Based'] },
  ChargePeriodEnd: { ...moment, isMandatory: true },
  ChargePeriodStart: { ...moment, isMandatory: true },
  ConsumedQuantity: { ...decimal, mayBeNull: true },
  ConsumedUnit: { ...text, mayBeNull: true },
  ContractedCost: { ...decimal, isMandatory: true },
  ContractedUnitPrice: { ...decimal, mayBeNull: true },
  EffectiveCost: { ...decimal, isMandatory: true },
  InvoiceIssuerName: { ...text, isMandatory: true },
  ListCost: { ...decimal, isMandatory: true },
  ListUnitPrice: { ...decimal, mayBeNull: true },
  PricingCategory: { ...text, mayBeNull: true, allowed: ['Standard', 'Dynamic', 'Committed', 'Other'] },
  PricingQuantity: { ...decimal, mayBeNull: true, isMandatory: true },
  PricingUnit: { ...text, mayBeNull: true, isMandatory: true },
  ProviderName: { ...text, isMandatory: true },
  PublisherName: { ...text, isMandatory: true },
  ResourceId: { ...text, mayBeNull: true },
  ResourceName: { ...text, mayBeNull: true },
  ResourceType: { ...text, mayBeNull: true },
  ServiceCategory: { ...text, allowed: ['AI and Machine Learning', 'Other'], isMandatory: true },
  ServiceName: { ...text, isMandatory: true },
  ServiceSubcategory: { ...text, allowed: ['Generative AI', 'AI Platforms', 'Other (AI and Machine Learning)'] },
  SkuId: { ...text, mayBeNull: true },
  SkuMeter: { ...text, mayBeNull: true },
  SkuPriceDetails: { type: 'key-value', mayBeNull: true },
  SkuPriceId: { ...text, mayBeNull: true },
  Tags: { type: 'key-value', mayBeNull: true },
};

const mandatory = 21;

type Row = Readonly<Record<string, string>>;

/** What one column's requirements say of another. `broken` is a row's change that must not pass. */
interface RowRule {
  readonly column: string;
  readonly requires: string;
  readonly holds: (row: Row) => boolean;
  readonly broken: Row;
}

/** The second is null exactly where the first is. */
const nullTogether = (column: string, of: string): RowRule => ({
  column,
  requires: `is null where ${of} is, and nowhere else`,
  holds: (row) => (row[column] === '') === (row[of] === ''),
  broken: { [column]: '' },
});

const product = (price: string, cost: string): RowRule => ({
  column: price,
  requires: `times PricingQuantity is ${cost}`,
  holds: (row) => Math.abs(Number(row[price]) * Number(row.PricingQuantity) - Number(row[cost])) <= 1e-6,
  broken: { [price]: '7' },
});

const requiredOfUsage = (column: string): RowRule => ({
  column,
  requires: 'is not null for usage that corrects nothing',
  holds: (row) => row.ChargeCategory !== 'Usage' || row.ChargeClass !== '' || row[column] !== '',
  broken: { [column]: '' },
});

const notNegative = (column: string): RowRule => ({
  column,
  requires: 'is not negative',
  holds: (row) => Number(row[column]) >= 0,
  broken: { [column]: '-1' },
});

const unit = (column: string): RowRule => ({
  column,
  requires: 'is a unit in the plural, with a whole number before it at most',
  holds: (row) => /^(\d+ )?[A-Z][A-Za-z]*s$/.test(row[column] ?? ''),
  broken: { [column]: '1M token' },
});

const before = (start: string, end: string): RowRule => ({
  column: start,
  requires: `is before ${end}, which is the first moment outside`,
  holds: (row) => Date.parse(row[start] ?? '') < Date.parse(row[end] ?? ''),
  broken: { [end]: '2020-01-01T00:00:00Z' },
});

const rowRules: readonly RowRule[] = [
  ...['ConsumedQuantity', 'ContractedUnitPrice', 'ListUnitPrice', 'PricingCategory', 'PricingQuantity', 'SkuId', 'SkuPriceId'].map(
    requiredOfUsage,
  ),
  ...['ConsumedQuantity', 'ContractedUnitPrice', 'ListUnitPrice', 'PricingQuantity'].map(notNegative),
  ...['ConsumedUnit', 'PricingUnit'].map(unit),
  nullTogether('ConsumedUnit', 'ConsumedQuantity'),
  nullTogether('PricingUnit', 'PricingQuantity'),
  nullTogether('SkuMeter', 'SkuId'),
  nullTogether('SkuPriceDetails', 'SkuPriceId'),
  nullTogether('ResourceType', 'ResourceId'),
  product('ListUnitPrice', 'ListCost'),
  product('ContractedUnitPrice', 'ContractedCost'),
  before('BillingPeriodStart', 'BillingPeriodEnd'),
  before('ChargePeriodStart', 'ChargePeriodEnd'),
  {
    column: 'BillingPeriodStart',
    requires: 'is the first moment of the month that is billed',
    holds: (row) => row.BillingPeriodStart === '2026-11-01T00:00:00Z' && row.BillingPeriodEnd === '2026-12-01T00:00:00Z',
    broken: { BillingPeriodStart: '2026-11-02T00:00:00Z' },
  },
  {
    column: 'BillingCurrency',
    requires: 'is a code of ISO 4217',
    holds: ({ BillingCurrency = '' }) => Intl.supportedValuesOf('currency').includes(BillingCurrency),
    broken: { BillingCurrency: 'USd' },
  },
  {
    column: 'ChargeClass',
    requires: 'is null where nothing is corrected',
    holds: ({ ChargeClass }) => ChargeClass === '',
    broken: { ChargeClass: 'Correction' },
  },
  {
    column: 'EffectiveCost',
    requires: 'is what is billed where nothing was bought ahead',
    holds: ({ EffectiveCost, BilledCost }) => EffectiveCost === BilledCost,
    broken: { EffectiveCost: '0' },
  },
  {
    column: 'ContractedCost',
    requires: 'is the list cost at most, where a discount is all that was agreed',
    holds: ({ ContractedCost, ListCost }) => Number(ContractedCost) <= Number(ListCost),
    broken: { ListCost: '0' },
  },
  {
    column: 'ServiceSubcategory',
    requires: 'has its one category for a parent',
    holds: ({ ServiceSubcategory, ServiceCategory }) =>
      ServiceSubcategory !== 'Generative AI' || ServiceCategory === 'AI and Machine Learning',
    broken: { ServiceCategory: 'Other' },
  },
  {
    column: 'SkuPriceDetails',
    requires: 'has keys of our own that begin with x_',
    holds: ({ SkuPriceDetails = '' }) => Object.keys(JSON.parse(SkuPriceDetails || '{}')).every((key) => key.startsWith('x_')),
    broken: { SkuPriceDetails: '{"Model":"a"}' },
  },
];

let rows: readonly Row[] = [];
const folder = examplesFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeAll(async () => {
  const { stdout } = await runCli(['bill', 'examples', '--as-of', '2026-11-23', '--format', 'focus'], { folder });
  rows = parse(stdout, { columns: true });
});

describe('the FOCUS table', () => {
  it('has every mandatory column, and its own begin with x_', () => {
    expect(Object.values(rules).filter(({ isMandatory }) => isMandatory)).toHaveLength(mandatory);
    expect([...focusColumns].filter((name) => !name.startsWith('x_')).sort()).toEqual(Object.keys(rules).sort());
    expect(Object.keys(rows[0] ?? {})).toEqual([...focusColumns]);
    expect(rows.length).toBeGreaterThan(8);
  });

  it.each(Object.entries(rules))('fills %s as the specification says', (name, rule) => {
    for (const row of rows) expect(problemOf(row[name] ?? '', rule), `${name}: ${row[name]}`).toBeNull();
  });

  it.each(rowRules)('holds in each row: $column $requires', ({ holds }) => {
    for (const row of rows) expect(holds(row), row.ChargeDescription).toBe(true);
  });

  it.each(rowRules)('would be caught: $column $requires', ({ holds, broken }) => {
    expect(rows.some((row) => !holds({ ...row, ...broken }))).toBe(true);
  });

  it.each([
    ['SkuPriceId', 'SkuId'],
    ['SkuPriceId', 'SkuPriceDetails'],
    ['SkuPriceId', 'SkuMeter'],
    ['SkuPriceId', 'ListUnitPrice'],
    ['ResourceId', 'ResourceName'],
    ['ServiceName', 'ServiceCategory'],
    ['BillingAccountId', 'BillingCurrency'],
  ])('has for each %s one %s', (of, one) => {
    const known = new Map<string, string>();
    for (const { [of]: key = '', [one]: value = '' } of rows) {
      expect(known.get(key) ?? value, key).toBe(value);
      known.set(key, value);
    }
  });

  it('has no row twice', () => {
    const charges = rows.map(({ ResourceId, SkuPriceId, ChargePeriodStart }) => [ResourceId, SkuPriceId, ChargePeriodStart].join(' '));
    expect(new Set(charges).size).toBe(charges.length);
  });
});

/** Empty is null in a CSV. */
function problemOf(value: string, { type, mayBeNull, allowed }: ColumnRule): string | null {
  if (value === '') return mayBeNull ? null : 'may not be null';
  if (value.trim() === '') return 'may not be blank';
  if (allowed !== undefined && !allowed.includes(value)) return 'is none of the allowed values';
  if (type === 'decimal') return /^-?\d+(\.\d+)?(E-?\d+)?$/.test(value) ? null : 'is no decimal';
  if (type === 'moment') return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value) ? null : 'is no UTC moment';
  if (type === 'string') return null;
  const pairs: unknown = JSON.parse(value);
  const isFlat =
    typeof pairs === 'object' && pairs !== null && Object.values(pairs).every((one) => typeof one !== 'object' || one === null);
  return isFlat ? null : 'is no flat record';
}
