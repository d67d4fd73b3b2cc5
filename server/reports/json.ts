import { exactUsd } from '../core/quantity/money.ts';
import type { MoneyQuantity, Quantity } from '../core/quantity/quantity.ts';
import { moneyOf } from './bill-amounts.ts';
import { exactAmount } from './bill-currency.ts';
import type { BillDocument, BillRow, KnownMoney } from './bill-document.ts';
import type {
  MachineCall,
  MachineEntryPoint,
  MachineFinding,
  MachineHeader,
  MachineLoop,
  MachineOutput,
  MachinePrompt,
  MachineQuantity,
  MachineTotal,
} from './machine-output.ts';
import type { Report, ReportedCall, ReportedEntryPoint, ReportedFinding, ReportHead, Where } from './report.ts';

/** The whole machine output as text, with a line break at its end. */
export function renderJson(report: Report): string {
  return `${JSON.stringify(toMachineOutput(report), null, 2)}\n`;
}

/** The same; where usage is known also the months, useful responses and the total of a bill. */
export function renderBillJson(report: Report, bill: BillDocument): string {
  if (bill.rows.every(({ usage }) => usage === null)) return renderJson(report);
  const output = toMachineOutput(report);
  const rows = new Map(bill.rows.map((row) => [row.id, row]));
  const runs = new Map(bill.entryPoints.map((one) => [one.id, one]));
  const calls = output.calls.map((call) => ({ ...call, ...ofRow(rows.get(call.id)) }));
  const entryPoints = output.entryPoints.map((one) => ({ ...one, ...costsOf(runs.get(one.id)) }));
  return `${JSON.stringify({ ...output, calls, entryPoints, total: totalOf(bill) } satisfies MachineOutput, null, 2)}\n`;
}

const ofRow = (row: BillRow | undefined): Partial<MachineCall> =>
  row === undefined ? {} : { paid: row.paid, owner: row.owner, ...costsOf(row) };

type Costs = Pick<MachineEntryPoint, 'costPerMonth' | 'costPerUsefulResponse'>;

const costsOf = (one: Pick<BillRow, 'perMonth' | 'perUseful'> | undefined): Costs =>
  one === undefined ? {} : { costPerMonth: inMachine(one.perMonth, 'month'), costPerUsefulResponse: inMachine(one.perUseful, 'run') };

function totalOf({ totals, wastes, head }: BillDocument): MachineTotal {
  return {
    costPerMonth: inMachine({ money: totals.perMonth }, 'month'),
    booked: totals.booked === null ? null : exactAmount(totals.booked, head.currency),
    currency: head.currency,
    says: totals.says,
    wastes: wastes.map(({ kind, share, why }) => ({ kind, share, why })),
  };
}

const inMachine = ({ money }: Pick<KnownMoney, 'money'>, per: 'run' | 'month'): MachineQuantity | null =>
  money === null ? null : machineQuantity(moneyOf(money, per));

/** The same document in pieces, for calls that come one after the other and are never all in memory. */
export async function* streamJson(
  head: ReportHead,
  calls: AsyncIterable<ReportedCall>,
  rest: Pick<Report, 'loops' | 'entryPoints' | 'findings' | 'prompts'>,
): AsyncGenerator<string> {
  yield JSON.stringify(machineHeader(head)).replace(/\}$/, ',"calls":[');
  let isFirst = true;
  for await (const call of calls) {
    yield `${isFirst ? '' : ','}\n${JSON.stringify(machineCall(call))}`;
    isFirst = false;
  }
  const after = {
    loops: rest.loops.map(machineLoop),
    entryPoints: rest.entryPoints.map(machineEntryPoint),
    findings: rest.findings.map(machineFinding),
    prompts: rest.prompts.map(machinePrompt),
  };
  yield `\n],${JSON.stringify(after).slice(1)}\n`;
}

export function toMachineOutput(report: Report): MachineOutput {
  return {
    ...machineHeader(report),
    calls: report.calls.map(machineCall),
    loops: report.loops.map(machineLoop),
    entryPoints: report.entryPoints.map(machineEntryPoint),
    findings: report.findings.map(machineFinding),
    prompts: report.prompts.map(machinePrompt),
  };
}

function machineHeader(head: ReportHead): MachineHeader {
  return {
    version: 1,
    tool: { name: 'lineitem', version: head.toolVersion },
    prices: { ...head.prices },
    evaluatedAt: new Date(head.evaluatedAt).toISOString(),
  };
}

function machineCall({ item, where, parts }: ReportedCall): MachineCall {
  const { call } = item;
  const { model, maxOutput } = call.request;
  return {
    id: call.id,
    kind: call.kind,
    operation: call.operation,
    via: [...call.via],
    inTest: call.inTest,
    file: where.file,
    ...cellOf(where),
    line: where.line,
    column: where.column,
    endLine: where.endLine,
    sdk: call.sdk,
    api: call.api,
    model: model.id,
    modelSource: model.source,
    maxOutputTokens: maxOutput.kind === 'set' ? maxOutput.tokens : null,
    input: machineQuantity(item.input),
    output: machineQuantity(item.output),
    cost: item.cost && machineQuantity(item.cost),
    parts: item.parts.map((part, index) => ({
      role: part.role,
      tokens: machineQuantity(part.tokens),
      stability: part.stability,
      cached: part.cached,
      file: parts[index]?.file ?? where.file,
      ...cellOf(parts[index] ?? where),
      line: parts[index]?.line ?? where.line,
    })),
    multipliers: [...call.multipliers],
  };
}

function machineLoop({ loop, where }: Report['loops'][number]): MachineLoop {
  return {
    id: loop.id,
    file: where.file,
    ...cellOf(where),
    line: where.line,
    kind: loop.kind === 'fan-out' ? 'loop' : loop.kind,
    bound: loop.bound,
    boundBy: loop.boundBy,
    max: loop.max,
    calls: [...loop.calls],
  };
}

function machineEntryPoint({ entryPoint, where, cost }: ReportedEntryPoint): MachineEntryPoint {
  return {
    id: entryPoint.id,
    file: where.file,
    ...cellOf(where),
    line: where.line,
    name: entryPoint.name,
    calls: [...entryPoint.calls],
    cost: cost.cost && machineQuantity(cost.cost),
  };
}

function machineFinding({ finding, where }: ReportedFinding): MachineFinding {
  return {
    code: finding.code,
    rule: finding.rule,
    severity: finding.severity,
    file: where.file,
    ...cellOf(where),
    line: where.line,
    column: where.column,
    endLine: where.endLine,
    endColumn: where.endColumn,
    message: finding.message,
    call: finding.call,
    saving: finding.saving && machineQuantity(finding.saving),
    fixes: finding.fixes.map((fix) => ({ title: fix.title, safe: fix.isSafe })),
    ...(finding.isKnown === true ? { known: true } : {}),
  };
}

function machinePrompt({ count, where }: Report['prompts'][number]): MachinePrompt {
  const { model, pieces } = count.prompt;
  const holes = pieces.flatMap((piece) => (piece.kind === 'hole' ? [piece.name] : []));
  return { file: where.file, line: where.line, model, tokens: machineQuantity(count.tokens), holes: [...new Set(holes)] };
}

export function machineQuantity(quantity: Quantity): MachineQuantity {
  const { unit, per } = quantity;
  const basis = quantity.basis.map((one) => ({ ...one }));
  if (quantity.unit === 'USD') return { ...dollars(quantity), unit, per, basis };
  return { floor: quantity.floor, likely: quantity.likely, ceiling: quantity.ceiling, unit, per, basis };
}

function dollars(money: MoneyQuantity): { floor: number; likely: number | null; ceiling: number | null } {
  const inDollars = (amount: bigint): number => Number(exactUsd(amount));
  return {
    floor: inDollars(money.floor),
    likely: money.likely === null ? null : inDollars(money.likely),
    ceiling: money.ceiling === null ? null : inDollars(money.ceiling),
  };
}

const cellOf = ({ cell }: Where): { cell?: number } => (cell === null ? {} : { cell });
