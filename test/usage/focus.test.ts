import { rmSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { focusColumns } from '../../server/reports/focus.ts';
import { runCli } from '../cli/run-cli.ts';
import { examplesFolder } from './examples-folder.ts';

/** The rules of FOCUS 1.2 for the columns that we write, by its specification/columns and specification/attributes. */
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

  it('has quantities and unit prices whose product is the cost', () => {
    for (const row of rows) {
      const quantity = Number(row.PricingQuantity);
      expect(quantity * Number(row.ListUnitPrice)).toBeCloseTo(Number(row.ListCost), 6);
      expect(quantity * Number(row.ContractedUnitPrice)).toBeCloseTo(Number(row.ContractedCost), 6);
      expect(Number(row.EffectiveCost)).toBeLessThanOrEqual(Number(row.ListCost));
    }
  });

  it('bills one calendar month, whose end is the first moment of the next', () => {
    for (const { BillingPeriodStart, BillingPeriodEnd, ChargePeriodStart, ChargePeriodEnd } of rows) {
      expect([BillingPeriodStart, BillingPeriodEnd]).toEqual(['2026-11-01T00:00:00Z', '2026-12-01T00:00:00Z']);
      expect([ChargePeriodStart, ChargePeriodEnd]).toEqual([BillingPeriodStart, BillingPeriodEnd]);
    }
  });

  it('gives each price one SKU, and what is null with its quantity null', () => {
    const skus = new Map<string, string>();
    for (const { SkuPriceId = '', SkuId = '', ConsumedQuantity, ConsumedUnit, PricingQuantity, PricingUnit, BillingCurrency } of rows) {
      expect(skus.get(SkuPriceId) ?? SkuId).toBe(SkuId);
      skus.set(SkuPriceId, SkuId);
      expect([ConsumedQuantity === '', PricingQuantity === '']).toEqual([ConsumedUnit === '', PricingUnit === '']);
      expect(PricingUnit).toMatch(/^(\d+ )?[A-Z][a-z]+s$/);
      expect(BillingCurrency).toMatch(/^[A-Z]{3}$/);
    }
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
