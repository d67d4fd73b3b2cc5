import { type BillDocument, type BillRow, billDocumentSchema } from '../../server/reports/bill-document.ts';

const models = ['claude-sonnet-4-5', 'gpt-5.4', 'gemini-3-pro', 'gpt-5.4-mini'];
const noTokens = { floor: 0, likely: 0, ceiling: 0, basis: [] };

/** A bill of so many line items in forty folders; every third has a finding. */
export function largeBill(count: number): BillDocument {
  const rows = Array.from({ length: count }, (_, index) => rowOf(index));
  return billDocumentSchema.parse({
    version: 1,
    head: {
      tool: 'lineitem 0.0.0',
      prices: { catalogue: 'test 1', date: '2026-09-23', hash: '0'.repeat(64) },
      evaluatedAt: '2026-11-01T00:00:00.000Z',
      currency: { code: 'USD', perUsd: '1', date: null },
    },
    rows,
    entryPoints: [
      {
        ...placeOf(0),
        id: 'entry',
        name: 'answer <b>now</b>',
        kind: 'exported-function',
        calls: rows.slice(0, 3).map(({ id }) => id),
        perRun: { floor: '2500000000', likely: null, ceiling: null, basis: ['estimated'] },
        missing: ['loop without a bound'],
        runsPerMonth: null,
        perMonth: { money: null, why: 'volume unknown' },
        perUseful: { money: null, why: 'unknown' },
      },
    ],
    loops: [
      {
        ...placeOf(0),
        id: 'loop',
        kind: 'loop',
        says: 'no bound',
        bound: 'unbounded',
        max: null,
        calls: ['call-0'],
        curve: {
          assumes: 'each step adds 350 tokens',
          points: [1, 2, 3, 4].map((step) => ({ step, withoutCache: `${step * step}000000000`, withCache: `${step}000000000` })),
        },
      },
    ],
    findings: rows.flatMap((row, index) =>
      index % 3 === 0
        ? [
            {
              ...placeOf(index),
              id: `finding-${index}`,
              code: 'LI401',
              rule: 'uncached-prefix',
              severity: 'warning',
              message: 'This prefix is sent uncached.',
              call: row.id,
              saving: { floor: String(1_000_000_000 + index), likely: null, ceiling: null, basis: ['estimated'] },
              per: 'run',
            },
          ]
        : [],
    ),
    prompts: [],
    totals: {
      perMonth: null,
      booked: '0',
      says: `No total: volumes unknown (${count} sites).`,
      sites: count,
      unpriced: 0,
      withoutVolume: count,
      inTests: 0,
    },
    wastes: [],
    problems: [],
  });
}

const placeOf = (index: number) => ({ file: `area${index % 40}/module${index}.py`, cell: null, line: 1 + (index % 300) });

function rowOf(index: number): BillRow {
  const tokens = { floor: 100 + index, likely: 120 + index, ceiling: 140 + index, basis: ['exact'] };
  const cost = {
    floor: String(1_000_000 * (index + 1)),
    likely: null,
    ceiling: index % 5 === 0 ? null : String(3_000_000 * (index + 1)),
    basis: [],
  };
  return {
    ...placeOf(index),
    column: 1,
    endLine: 1 + (index % 300),
    id: `call-${index}`,
    kind: 'call',
    symbol: `answer_${index}`,
    entryPoints: index < 3 ? ['entry'] : [],
    sdk: 'openai',
    api: 'chat.completions.create',
    model: models[index % models.length] ?? null,
    modelNote: 'literal',
    price: null,
    unpriced: null,
    paid: 'here',
    tokens: { input: tokens, fresh: tokens, write: noTokens, read: noTokens, output: { ...noTokens, ceiling: 1000 } },
    parts: ['system', 'user'].map((role) => ({
      ...placeOf(index),
      role,
      name: null,
      tokens,
      cost: null,
      stability: 'constant' as const,
      cached: false,
      grows: false,
      holes: [],
    })),
    perCall: cost,
    multipliers: [],
    perRun: { money: cost, why: null },
    perMonth: { money: null, why: 'volume unknown' },
    listPerMonth: null,
    charges: [],
    perUseful: { money: null, why: 'unknown' },
    usage: null,
    wastes: [],
    owner: null,
    findings: index % 3 === 0 ? [`finding-${index}`] : [],
  };
}
