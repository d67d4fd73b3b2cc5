import type { PromptCount } from '../core/api.ts';
import type { BilledUsage } from '../core/bill/billed-usage.ts';
import type { LineItem } from '../core/bill/line-item.ts';
import type { RunCost } from '../core/bill/run-cost.ts';
import type { EntryPoint, Loop } from '../core/program/call-site.ts';
import type { Finding } from '../core/rules/rule.ts';

/** A stretch of a file as people count it: lines and UTF-16 columns from 1. */
export interface Where {
  readonly file: string;
  /** Of a notebook, from 0; lines count within the cell. */
  readonly cell: number | null;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Everything that a report can say; each format picks what it shows. Sorted by file and line. */
export interface Report {
  readonly toolVersion: string;
  readonly prices: { readonly catalogue: string; readonly date: string; readonly hash: string };
  /** Milliseconds since the epoch at which prices were read. */
  readonly evaluatedAt: number;
  readonly calls: readonly ReportedCall[];
  readonly loops: readonly { readonly loop: Loop; readonly where: Where }[];
  readonly entryPoints: readonly ReportedEntryPoint[];
  readonly findings: readonly ReportedFinding[];
  /** Of prompt files; a prompt constant is part of its calls. */
  readonly prompts: readonly { readonly count: PromptCount; readonly where: Where }[];
  /** What is wrong with a file itself. */
  readonly problems: readonly { readonly message: string; readonly where: Where }[];
}

export type ReportHead = Pick<Report, 'toolVersion' | 'prices' | 'evaluatedAt'>;

export interface ReportedCall {
  readonly item: LineItem;
  readonly where: Where;
  /** Where each part's value stands, in the order of the item's parts. */
  readonly parts: readonly Where[];
  /** What the vendor billed, where a response is on record beside the request. */
  readonly billed: BilledUsage | null;
  /** Other calls go through this one: they are paid, and it is not counted beside them. */
  readonly isPaidElsewhere: boolean;
}

export interface ReportedEntryPoint {
  readonly entryPoint: EntryPoint;
  readonly where: Where;
  readonly cost: RunCost;
}

export interface ReportedFinding {
  readonly finding: Finding;
  readonly where: Where;
}
