import { describeLoop } from '../core/bill/plan.ts';
import { type BillLookup, repeatCost, repeatersOf, timesOf } from '../core/bill/run-cost.ts';
import { billMoney, billTokens } from './bill-amounts.ts';
import type { BillCurrency, BillDocument, BillFinding, BillLoop, BillRow, KnownMoney } from './bill-document.ts';
import { plural } from './layout.ts';
import { describeModel } from './plan-words.ts';
import type { Report, ReportedCall, ReportedEntryPoint, ReportedFinding, Where } from './report.ts';

export interface BillDocumentOptions {
  /** Of the whole project: loops and wrappers may stand in files that the report does not speak of. */
  readonly lookup: BillLookup;
  readonly currency?: BillCurrency;
  readonly ownerOf?: (file: string) => string | null;
}

export const dollars: BillCurrency = { code: 'USD', perUsd: '1', date: null };

/** The one document that every bill format is made of. Calls in tests are counted and left out. */
export function makeBillDocument(report: Report, options: BillDocumentOptions): BillDocument {
  const calls = report.calls.filter(({ item }) => !item.call.inTest);
  const rows = calls.map((call) => rowOf(call, report, options));
  const { toolVersion, prices, evaluatedAt } = report;
  return {
    version: 1,
    head: {
      tool: `lineitem ${toolVersion}`,
      prices: { ...prices },
      evaluatedAt: new Date(evaluatedAt).toISOString(),
      currency: options.currency ?? dollars,
    },
    rows,
    entryPoints: report.entryPoints.filter(({ entryPoint }) => entryPoint.calls.length > 0).map(entryPointOf),
    loops: report.loops.filter(({ loop }) => !loop.inTest).map(loopOf),
    findings: report.findings.map(findingOf),
    prompts: report.prompts.map(({ count, where }) => ({
      ...placeOf(where),
      model: count.prompt.model,
      tokens: billTokens(count.tokens),
      holes: [...new Set(count.prompt.pieces.flatMap((piece) => (piece.kind === 'hole' ? [piece.name] : [])))],
    })),
    totals: totalsOf(rows, report.calls.length - calls.length),
    wastes: [],
    problems: report.problems.map(({ message, where }) => ({ ...placeOf(where), message })),
  };
}

function rowOf(reported: ReportedCall, report: Report, { lookup, ownerOf }: BillDocumentOptions): BillRow {
  const { item, where, parts, isPaidElsewhere } = reported;
  const { call, classes } = item;
  return {
    ...placeOf(where),
    column: where.column,
    endLine: where.endLine,
    id: call.id,
    kind: call.kind,
    symbol: call.symbol,
    entryPoints: report.entryPoints.flatMap(({ entryPoint }) => (entryPoint.calls.includes(call.id) ? [entryPoint.id] : [])),
    sdk: call.sdk,
    api: call.api,
    model: call.request.model.id,
    modelNote: describeModel(item),
    price: item.price && { ...item.price },
    unpriced: item.unpriced,
    paid: isPaidElsewhere ? 'by its callers' : 'here',
    tokens: {
      input: billTokens(item.input),
      fresh: billTokens(classes.fresh),
      write: billTokens(classes.write),
      read: billTokens(classes.read),
      output: billTokens(item.output),
    },
    parts: item.parts.map((part, index) => ({
      ...placeOf(parts[index] ?? where),
      role: part.role,
      name: part.name,
      tokens: billTokens(part.tokens),
      cost: part.cost && billMoney(part.cost),
      stability: part.stability,
      cached: part.cached,
      grows: call.request.parts[index]?.growth === 'per-turn',
      holes: [...part.holes],
    })),
    perCall: item.cost && billMoney(item.cost),
    multipliers: repeatersOf(call, lookup).flatMap((loop) => (loop === null ? [] : [{ loop: loop.id, says: describeLoop(loop) }])),
    perRun: perRunOf(reported, lookup),
    perMonth: noVolume,
    perUseful: noUsefulRate,
    usage: null,
    wastes: [],
    owner: ownerOf?.(where.file) ?? null,
    findings: report.findings.flatMap(({ finding }) => (finding.call === call.id ? [finding.id] : [])),
  };
}

const noVolume: KnownMoney = { money: null, why: 'volume unknown' };
const noUsefulRate: KnownMoney = { money: null, why: 'how many answers are useful is unknown' };

function perRunOf({ item }: ReportedCall, lookup: BillLookup): KnownMoney {
  if (item.cost === null) return { money: null, why: item.unpriced ?? 'not priced' };
  const unknown = new Set<string>();
  const times = timesOf(item.call, lookup, unknown);
  return { money: billMoney(repeatCost(item.cost, times)), why: unknown.size === 0 ? null : [...unknown].join('; ') };
}

function entryPointOf({ entryPoint, where, cost }: ReportedEntryPoint): BillDocument['entryPoints'][number] {
  const { id, name, kind, calls } = entryPoint;
  return {
    ...placeOf(where),
    id,
    name,
    kind,
    calls: [...calls],
    perRun: cost.cost && billMoney(cost.cost),
    missing: [...cost.missing],
    runsPerMonth: null,
    perMonth: noVolume,
    perUseful: noUsefulRate,
  };
}

function loopOf({ loop, where }: Report['loops'][number]): BillLoop {
  const { id, kind, bound, max, calls } = loop;
  return { ...placeOf(where), id, kind, says: describeLoop(loop), bound, max, calls: [...calls], curve: null };
}

function findingOf({ finding, where }: ReportedFinding): BillFinding {
  const { id, code, rule, severity, message, call, saving } = finding;
  return { ...placeOf(where), id, code, rule, severity, message, call, saving: saving && billMoney(saving), per: saving?.per ?? null };
}

function totalsOf(rows: readonly BillRow[], inTests: number): BillDocument['totals'] {
  const paid = rows.filter((row) => row.paid === 'here');
  const unpriced = paid.filter((row) => row.perCall === null).length;
  const note = unpriced === 0 ? '' : `; ${unpriced} not priced`;
  const says = rows.length === 0 ? 'No LLM calls found.' : `No total: volumes unknown (${plural(paid.length, 'site')}${note}).`;
  return { perMonth: null, says, sites: paid.length, unpriced, withoutVolume: paid.length, inTests };
}

const placeOf = ({ file, cell, line }: Where): { file: string; cell: number | null; line: number } => ({ file, cell, line });
