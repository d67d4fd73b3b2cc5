import type { LineItem } from '../core/bill/line-item.ts';
import { loopCurve } from '../core/bill/loop-curve.ts';
import { describeLoop } from '../core/bill/plan.ts';
import type { ProjectLookup } from '../core/bill/project-lookup.ts';
import { leafItems } from '../core/bill/run-cost.ts';
import { entryPointCost } from '../core/bill/useful-cost.ts';
import { sumWastes } from '../core/bill/wastes.ts';
import type { Loop } from '../core/program/call-site.ts';
import { addMoney } from '../core/quantity/quantity.ts';
import type { Finding } from '../core/rules/rule.ts';
import { billMoney, billTokens, knownMoney, placeOf, wasteOf } from './bill-amounts.ts';
import type { BillCurrency, BillDocument, BillFinding, BillLoop } from './bill-document.ts';
import { type BillRowOptions, billRowOf, type CalledRow } from './bill-row.ts';
import { plural } from './layout.ts';
import type { Report, ReportedEntryPoint, ReportedFinding } from './report.ts';

export interface BillDocumentOptions extends BillRowOptions {
  readonly currency?: BillCurrency;
}

export const dollars: BillCurrency = { code: 'USD', perUsd: '1', date: null };

/** The one document that every bill format is made of. Calls in tests are counted and left out. */
export function makeBillDocument(report: Report, options: BillDocumentOptions): BillDocument {
  const calls = report.calls.filter(({ item }) => !item.call.inTest);
  const byCall = new Map<string, Finding[]>();
  for (const { finding } of report.findings) {
    if (finding.call !== null) byCall.set(finding.call, [...(byCall.get(finding.call) ?? []), finding]);
  }
  const rows = calls.map((call) => billRowOf(call, byCall.get(call.item.call.id) ?? [], options));
  const { toolVersion, prices, evaluatedAt } = report;
  return {
    version: 1,
    head: {
      tool: `lineitem ${toolVersion}`,
      prices: { ...prices },
      evaluatedAt: new Date(evaluatedAt).toISOString(),
      currency: options.currency ?? dollars,
    },
    rows: rows.map(({ row }) => row),
    entryPoints: report.entryPoints.filter(({ entryPoint }) => entryPoint.calls.length > 0).map((one) => entryPointOf(one, options.lookup)),
    loops: report.loops.filter(({ loop }) => !loop.inTest).map((one) => loopOf(one, options.lookup)),
    findings: report.findings.map(findingOf),
    prompts: report.prompts.map(({ count, where }) => ({
      ...placeOf(where),
      model: count.prompt.model,
      tokens: billTokens(count.tokens),
      holes: [...new Set(count.prompt.pieces.flatMap((piece) => (piece.kind === 'hole' ? [piece.name] : [])))],
    })),
    totals: totalsOf(rows, report.calls.length - calls.length),
    wastes: rows.some(({ row }) => row.usage !== null) ? sumWastes(rows.filter(({ row }) => row.paid === 'here')).map(wasteOf) : [],
    problems: report.problems.map(({ message, where }) => ({ ...placeOf(where), message })),
  };
}

function entryPointOf({ entryPoint, where, cost }: ReportedEntryPoint, lookup: ProjectLookup): BillDocument['entryPoints'][number] {
  const { id, name, kind, calls } = entryPoint;
  const [reached] = lookup.entryPoints(calls[0] ?? '').filter((one) => one.entryPoint.id === id);
  const { runsPerMonth, perMonth, perUseful } = entryPointCost(entryPoint, reached?.usage ?? null, lookup);
  return {
    ...placeOf(where),
    id,
    name,
    kind,
    calls: [...calls],
    perRun: cost.cost && billMoney(cost.cost),
    missing: [...cost.missing],
    runsPerMonth,
    perMonth: knownMoney(perMonth),
    perUseful: knownMoney(perUseful),
  };
}

function loopOf({ loop, where }: Report['loops'][number], lookup: ProjectLookup): BillLoop {
  const { id, kind, bound, max, calls } = loop;
  const curve = curveOf(loop, leafItems(calls, lookup));
  return { ...placeOf(where), id, kind, says: describeLoop(loop), bound, max, calls: [...calls], curve };
}

/** Looked up where loop and line items are the same objects: an edit draws one curve anew, not one for each loop of a workspace. */
function curveOf(loop: Loop, items: readonly LineItem[]): BillLoop['curve'] {
  const known = curves.get(loop);
  if (known !== undefined && known.items.length === items.length && items.every((item, at) => item === known.items[at])) return known.curve;
  const made = loopCurve(loop, items);
  const curve = made && {
    assumes: made.assumes,
    points: made.points.map(({ step, withoutCache, withCache }) => ({
      step,
      withoutCache: String(withoutCache),
      withCache: withCache === null ? null : String(withCache),
    })),
  };
  curves.set(loop, { items, curve });
  return curve;
}

/** Keyed by the immutable loop: a pure function's memory, not state. */
const curves = new WeakMap<Loop, { readonly items: readonly LineItem[]; readonly curve: BillLoop['curve'] }>();

function findingOf({ finding, where }: ReportedFinding): BillFinding {
  const { id, code, rule, severity, message, call, saving } = finding;
  return { ...placeOf(where), id, code, rule, severity, message, call, saving: saving && billMoney(saving), per: saving?.per ?? null };
}

/** A total only where it means something: in a month, of the sites whose volume is known. */
function totalsOf(rows: readonly CalledRow[], inTests: number): BillDocument['totals'] {
  const paid = rows.filter(({ row }) => row.paid === 'here');
  const months = paid.flatMap(({ month }) => month ?? []);
  const unpriced = paid.filter(({ row }) => row.perCall === null && row.perMonth.money === null).length;
  const withoutVolume = paid.filter(({ row }) => row.perMonth.money === null).length;
  const counts = { sites: paid.length, unpriced, withoutVolume, inTests };
  const note = unpriced === 0 ? '' : `; ${unpriced} not priced`;
  if (rows.length === 0) return { perMonth: null, booked: null, says: 'No LLM calls found.', ...counts };
  if (months.length === 0) {
    return { perMonth: null, booked: null, says: `No total: volumes unknown (${plural(paid.length, 'site')}${note}).`, ...counts };
  }
  const incomplete = withoutVolume === 0 ? '' : `, without ${plural(withoutVolume, 'site')} whose volume or price is unknown`;
  const booked = months.reduce((sum, { likely, floor }) => sum + (likely ?? floor), 0n);
  return {
    perMonth: billMoney(addMoney(months, 'month')),
    booked: String(booked),
    says: `A month of ${plural(months.length, 'site')}${incomplete}.`,
    ...counts,
  };
}
