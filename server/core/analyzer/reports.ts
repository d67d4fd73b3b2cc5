import type { FileReport, Problem } from '../api.ts';
import type { LineItem } from '../bill/line-item.ts';
import { requestCall } from '../bill/request-item.ts';
import { readPromptFile } from '../languages/prompt/read.ts';
import { readRequestFile } from '../languages/request/read.ts';
import type { Module } from '../module/module.ts';
import type { FileProgram } from '../program/call-site.ts';
import { usageSums } from '../program/meaning/usage-sums.ts';
import type { Finding } from '../rules/rule.ts';
import type { OpenDocument } from './documents.ts';
import { createFindings, type FindingsOptions } from './findings.ts';
import { monthBudgets } from './month-budgets.ts';
import { promptTextsOf } from './prompts.ts';
import type { UsageFiles } from './usage.ts';

/** Says of one file what there is to say; an answer stands until something that it was made from changes. */
export interface Reports {
  readonly of: (file: string) => FileReport;
  readonly prepare: (file: string) => void;
  readonly findingsAt: (file: string) => readonly Finding[];
  /** What was said last, of every file that was asked for. */
  readonly kept: () => Iterable<FileReport>;
}

interface Kept {
  readonly report: FileReport;
  /** All that it was made from. */
  readonly from: readonly unknown[];
}

export interface ReportsOptions extends FindingsOptions {
  readonly usage: UsageFiles;
}

export function createReports(options: ReportsOptions): Reports {
  const { program, sources, counting, assets, configs, usage, onFault } = options;
  const reports = new Map<string, Kept>();
  const findings = createFindings(options);

  const unlessKept = (file: string, from: readonly unknown[], make: () => Omit<FileReport, 'file'>): FileReport => {
    const whole = [...from, assets.generation(), usage.generation(), configs.of(file), configs.baselineOf(file)];
    const kept = reports.get(file);
    if (kept?.from.length === whole.length && kept.from.every((one, index) => one === whole[index])) return kept.report;
    const report = { file, ...make() };
    reports.set(file, { report, from: whole });
    return report;
  };

  const ofCode = (file: string): FileReport => {
    const found = program.file(file);
    const module = sources.moduleOf(file);
    // Comments that speak to us move with edits; a file without them needs no second look.
    return unlessKept(file, [found, isReadItself(module) ? module : null], () => {
      const items = found.calls.flatMap((call) => (call.operation === 'generate' ? (counting.item(call) ?? []) : []));
      const prompts = found.prompts.map(counting.prompt);
      const { loops, entryPoints } = found;
      const entryPointUsage = new Map(entryPoints.flatMap((one) => pairOf(one.id, usage.ofEntryPoint(one))));
      const known = entryPointUsage.size === 0 ? {} : { entryPointUsage };
      return {
        ...nothing,
        items,
        loops,
        entryPoints,
        prompts,
        ...known,
        findings: findings.ofCode(found, [...items, ...stored(found)], prompts),
      };
    });
  };

  /** What is stored is no line of the bill, but rules ask what keeping it costs. */
  const stored = ({ calls }: FileProgram): readonly LineItem[] =>
    calls.flatMap((call) => (call.storage === null ? [] : (counting.item(call) ?? [])));

  const ofPrompt = ({ file, text }: OpenDocument): FileReport =>
    unlessKept(file, [text], () => {
      const prompt = readPromptFile({ file, text });
      const prompts = (prompt ? promptTextsOf(prompt) : []).map(counting.prompt);
      const problems = (prompt?.problems ?? []).map(({ span, message }) => problemAt(file, span, message));
      return { ...nothing, prompts, findings: findings.ofPrompts(file, text, prompts), problems };
    });

  const ofRequests = ({ file, text }: OpenDocument): FileReport => {
    const found = readRequestFile({ file, text });
    const items = (found?.entries ?? []).flatMap((entry): LineItem[] => {
      const saved = requestCall(entry, { file, at: { file, unit: '', span: entry.span } });
      const made = saved && counting.request(saved);
      return made ? [made] : [];
    });
    return { ...emptyReport(file), items, problems: (found?.problems ?? []).map(({ span, message }) => problemAt(file, span, message)) };
  };

  const ofConfig = (file: string): FileReport => {
    const problems = configs.problems(file);
    const budgets = monthBudgets(file, configs.of(file), () => sources.files().map(of));
    const from = JSON.stringify([problems, budgets], (_, one: unknown) => (typeof one === 'bigint' ? String(one) : one));
    return unlessKept(file, [from], () => ({ ...nothing, findings: findings.ofConfig(file, problems, budgets) }));
  };

  /** Looked at anew each time: its ids are those of calls in any file. */
  const ofUsage = (file: string): FileReport => {
    const pricesOf = counting.prices(file)?.catalogue.date ?? null;
    const problems = usage.problemsOf(file, { pricesOf, items: (one) => reportOf(one).items, files: sources.files });
    return unlessKept(file, [JSON.stringify(problems)], () => ({ ...nothing, problems }));
  };

  const reportOf = (file: string): FileReport => {
    if (configs.has(file)) return ofConfig(file);
    if (usage.has(file)) return ofUsage(file);
    if (configs.of(file).isIgnored) return unlessKept(file, [], () => nothing);
    const document = sources.documents.get(file);
    if (document?.language === 'prompt') return ofPrompt(document);
    if (document?.language === 'request') return ofRequests(document);
    // Asking the program about a file that was never parsed would have it wanted, and so parsed.
    return sources.moduleOf(file) === null ? emptyReport(file) : ofCode(file);
  };

  const of = (file: string): FileReport => {
    try {
      return reportOf(file);
    } catch (error) {
      onFault(file, error);
      return reports.get(file)?.report ?? emptyReport(file);
    }
  };

  const prepare = (file: string): void => {
    if (configs.of(file).isIgnored) return;
    try {
      program.prepare(file);
    } catch (error) {
      onFault(file, error);
    }
  };

  return {
    of,
    prepare,
    findingsAt(file) {
      const isHere = ({ at }: Finding): boolean => at.file === file;
      const others = [...reports].flatMap(([other, { report }]) => (other !== file && report.findings.some(isHere) ? [other] : []));
      return [file, ...others].flatMap((one) => of(one).findings.filter(isHere));
    },
    *kept() {
      for (const { report } of reports.values()) yield report;
    },
  };
}

const nothing: Omit<FileReport, 'file'> = { items: [], loops: [], entryPoints: [], prompts: [], findings: [], problems: [] };

const emptyReport = (file: string): FileReport => ({ file, ...nothing });

const pairOf = <Value>(key: string, value: Value | null): readonly (readonly [string, Value])[] => (value === null ? [] : [[key, value]]);

const problemAt = (file: string, span: Problem['at']['span'], message: string): Problem => ({ at: { file, unit: '', span }, message });

const isReadItself = (module: Module | null): boolean => module !== null && (hasComments(module) || usageSums(module).length > 0);

const hasComments = (module: Module | null): boolean => module?.units.some((unit) => unit.comments.length > 0) === true;
