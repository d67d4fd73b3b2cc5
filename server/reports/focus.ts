import { stringify } from 'csv-stringify/sync';
import { exactUsd } from '../core/quantity/money.ts';
import { converted, exactAmount } from './bill-currency.ts';
import type { BillCharge, BillCurrency, BillDocument, BillRow } from './bill-document.ts';

/**
 * The bill as a FOCUS 1.2 dataset: one row a charge (a month of one token class of one call site). It is a forecast from
 * declared or measured use at list prices, not an invoice: `x_` columns say so. Sites without a volume have no row: a cost
 * may not be null there, and 0 would be a lie. Source: FOCUS_Spec v1.2, specification/columns, read 2026-11-23.
 */
export function renderFocus(document: BillDocument): string {
  const rows = document.rows.flatMap((row) =>
    row.charges.flatMap((charge) => (isNothing(charge) ? [] : [focusRow(row, charge, document)])),
  );
  return stringify(rows, { header: true, columns: [...focusColumns] });
}

const isNothing = ({ list, paid }: BillCharge): boolean => list === '0' && paid === '0';

/** In the specification's order: alphabetical, own columns last. */
export const focusColumns = [
  'BilledCost',
  'BillingAccountId',
  'BillingAccountName',
  'BillingCurrency',
  'BillingPeriodEnd',
  'BillingPeriodStart',
  'ChargeCategory',
  'ChargeClass',
  'ChargeDescription',
  'ChargeFrequency',
  'ChargePeriodEnd',
  'ChargePeriodStart',
  'ConsumedQuantity',
  'ConsumedUnit',
  'ContractedCost',
  'ContractedUnitPrice',
  'EffectiveCost',
  'InvoiceIssuerName',
  'ListCost',
  'ListUnitPrice',
  'PricingCategory',
  'PricingQuantity',
  'PricingUnit',
  'ProviderName',
  'PublisherName',
  'ResourceId',
  'ResourceName',
  'ResourceType',
  'ServiceCategory',
  'ServiceName',
  'ServiceSubcategory',
  'SkuId',
  'SkuMeter',
  'SkuPriceDetails',
  'SkuPriceId',
  'Tags',
  'x_CallSiteId',
  'x_CostBasis',
  'x_Model',
  'x_PriceCatalogue',
  'x_PriceDate',
  'x_ServiceTier',
  'x_TokenClass',
] as const;

type FocusRow = Readonly<Record<(typeof focusColumns)[number], string | null>>;

function focusRow(row: BillRow, charge: BillCharge, { head }: BillDocument): FocusRow {
  const { start, end } = monthOf(head.evaluatedAt);
  const { currency } = head;
  const paid = exactAmount(charge.paid, currency);
  const list = exactAmount(charge.list, currency);
  const provider = providers[charge.provider] ?? { company: charge.provider, service: `${charge.provider} API` };
  const quantity = quantityOf(charge, row);
  const listUnit = unitPrice(charge, quantity, currency);
  const sku = `${charge.provider}/${charge.model}/${meters[charge.class]}`;
  const price = `${sku}/${charge.service}${charge.lifetimeSeconds === null ? '' : `/${charge.lifetimeSeconds}s`}`;
  return {
    BilledCost: paid,
    BillingAccountId: 'lineitem-forecast',
    BillingAccountName: 'Forecast from source code and usage',
    BillingCurrency: currency.code,
    BillingPeriodEnd: end,
    BillingPeriodStart: start,
    ChargeCategory: 'Usage',
    ChargeClass: null,
    ChargeDescription: `${charge.model}, ${meters[charge.class]}${charge.service === 'standard' ? '' : `, ${charge.service}`}: ${row.id}`,
    ChargeFrequency: 'Usage-Based',
    ChargePeriodEnd: end,
    ChargePeriodStart: start,
    ConsumedQuantity: quantity.consumed,
    ConsumedUnit: quantity.consumedUnit,
    ContractedCost: paid,
    ContractedUnitPrice: charge.paid === charge.list ? listUnit : perUnit(converted(charge.paid, currency), quantity.pricing),
    EffectiveCost: paid,
    InvoiceIssuerName: provider.company,
    ListCost: list,
    ListUnitPrice: listUnit,
    PricingCategory: 'Standard',
    PricingQuantity: decimal(quantity.pricing),
    PricingUnit: quantity.pricingUnit,
    ProviderName: provider.company,
    PublisherName: provider.company,
    ResourceId: row.id,
    ResourceName: row.symbol === '' ? row.api : row.symbol,
    ResourceType: 'LLM call site',
    ServiceCategory: 'AI and Machine Learning',
    ServiceName: provider.service,
    ServiceSubcategory: 'Generative AI',
    SkuId: sku,
    SkuMeter: meters[charge.class],
    SkuPriceDetails: JSON.stringify({ x_Model: charge.model, x_ServiceTier: charge.service }),
    SkuPriceId: price,
    Tags: JSON.stringify(tagsOf(row)),
    x_CallSiteId: row.id,
    x_CostBasis: row.perMonth.money?.likely === null ? 'at least' : (row.usage?.basis ?? 'declared'),
    x_Model: charge.model,
    x_PriceCatalogue: head.prices.catalogue,
    x_PriceDate: row.price?.date ?? head.prices.date,
    x_ServiceTier: charge.service,
    x_TokenClass: charge.class,
  };
}

const meters: Readonly<Record<BillCharge['class'], string>> = {
  fresh: 'Input Tokens',
  write: 'Cache Write Tokens',
  read: 'Cache Read Tokens',
  output: 'Output Tokens',
  'request-fee': 'Requests',
};

/** Names as the vendors sign their invoices. Source: the vendors' terms and price pages, read 2026-11-23. */
const providers: Readonly<Record<string, { readonly company: string; readonly service: string }>> = {
  anthropic: { company: 'Anthropic', service: 'Claude API' },
  openai: { company: 'OpenAI', service: 'OpenAI API' },
  google: { company: 'Google', service: 'Gemini API' },
  aws: { company: 'Amazon Web Services', service: 'Amazon Bedrock' },
  azure: { company: 'Microsoft', service: 'Azure OpenAI' },
  mistral: { company: 'Mistral AI', service: 'Mistral API' },
  cohere: { company: 'Cohere', service: 'Cohere API' },
  deepseek: { company: 'DeepSeek', service: 'DeepSeek API' },
  'x-ai': { company: 'xAI', service: 'xAI API' },
  groq: { company: 'Groq', service: 'GroqCloud' },
  openrouter: { company: 'OpenRouter', service: 'OpenRouter API' },
};

function tagsOf(row: BillRow): Record<string, string> {
  const entryPoints = row.entryPoints.length === 0 ? {} : { entry_point: row.entryPoints.join(' ') };
  return { call_site: row.id, file: row.file, ...(row.owner === null ? {} : { owner: row.owner }), ...entryPoints };
}

interface Quantity {
  readonly consumed: string;
  readonly consumedUnit: string;
  /** In pricing units. */
  readonly pricing: number;
  readonly pricingUnit: string;
}

/** Vendors list tokens by the million, and fees by the request. */
function quantityOf({ quantity }: BillCharge, row: BillRow): Quantity {
  if (quantity === null) {
    const requests = row.usage?.callsPerMonth ?? 0;
    return { consumed: decimal(requests), consumedUnit: 'Requests', pricing: requests, pricingUnit: 'Requests' };
  }
  return { consumed: decimal(quantity), consumedUnit: 'Tokens', pricing: quantity / 1_000_000, pricingUnit: '1000000 Tokens' };
}

/** As the vendor lists it, where that times the quantity is the cost; where models or cache states are averaged it is not. */
function unitPrice({ unit, list }: BillCharge, { pricing, pricingUnit }: Quantity, currency: BillCurrency): string {
  const cost = converted(list, currency);
  const listed = unit === null ? null : converted(BigInt(unit) * (pricingUnit === 'Requests' ? 1n : 1_000_000n), currency);
  const isSame = listed !== null && Math.abs(Number(listed) * pricing - Number(cost)) <= 1 + Number(cost) * 1e-9;
  return isSame ? exactUsd(listed) : perUnit(cost, pricing);
}

/** A cost through its quantity, so that their product is the cost again. */
function perUnit(cost: bigint, pricing: number): string {
  if (pricing === 0 || cost === 0n) return '0';
  return decimal(Number(exactUsd(cost)) / pricing);
}

/** Plain digits: no exponent with a sign, no separators, and none that a binary fraction made up. */
const decimal = (value: number): string =>
  Number(value.toPrecision(15))
    .toFixed(12)
    .replace(/\.?0+$/, '');

/** The calendar month of a moment, in UTC; its end is the first moment of the next. */
function monthOf(moment: string): { readonly start: string; readonly end: string } {
  const date = new Date(moment);
  const first = (month: number): string => new Date(Date.UTC(date.getUTCFullYear(), month, 1)).toISOString().replace('.000', '');
  return { start: first(date.getUTCMonth()), end: first(date.getUTCMonth() + 1) };
}
