import type { FileReport, Problem, PromptCount } from '../api.ts';
import type { LineItem } from '../bill/line-item.ts';
import { requestCall } from '../bill/request-item.ts';
import { readPromptFile } from '../languages/prompt/read.ts';
import { readRequestFile } from '../languages/request/read.ts';
import type { Module } from '../module/module.ts';
import type { FileProgram } from '../program/call-site.ts';
import type { AnyRule, Finding } from '../rules/rule.ts';
import { checkRules, createRuleMemory } from '../rules/run.ts';
import { suppress } from '../rules/suppressions.ts';
import { type ContextOptions, ruleContext } from './context.ts';
import type { OpenDocument } from './documents.ts';
import { promptTextsOf } from './prompts.ts';

export interface ReportOptions extends ContextOptions {
  readonly rules: readonly AnyRule[];
  readonly onFault: (what: string, error: unknown) => void;
}

/** Says of one file what there is to say; an answer stands until something that it was made from changes. */
export interface Reports {
  readonly of: (file: string) => FileReport;
  /** What was said last, of every file that was asked for. */
  readonly kept: () => Iterable<FileReport>;
}

interface KeptReport {
  readonly report: FileReport;
  readonly found: FileProgram;
  readonly generation: number;
  readonly module: Module | null;
}

export function createReports(options: ReportOptions): Reports {
  const { program, sources, counting, assets, rules, onFault } = options;
  const reports = new Map<string, KeptReport>();
  const memory = createRuleMemory();

  const findingsOf = (found: FileProgram, lines: readonly LineItem[], counted: readonly PromptCount[]): readonly Finding[] => {
    const prices = counting.prices();
    if (!prices) return [];
    const context = ruleContext(prices, options);
    const { findings, crashes } = checkRules(
      rules,
      { call: lines, loop: found.loops, prompt: counted.map((one) => one.prompt), 'entry-point': found.entryPoints },
      context,
      memory,
    );
    for (const crash of crashes) onFault(`rule ${crash.rule} on ${crash.subject}`, crash.error);
    const module = sources.moduleOf(found.file);
    if (!module) return findings;
    const { kept, suppressions } = suppress(
      findings,
      [{ text: sources.textOf(found.file) ?? '', module }],
      (id) => found.calls.find((call) => call.id === id)?.whole ?? null,
    );
    // Until every count is there, a comment may only look as if it ignored nothing.
    if (lines.some((line) => line.pending.length > 0)) return kept;
    const unused = checkRules(rules, { suppression: suppressions }, context, memory);
    return [...kept, ...unused.findings];
  };

  const ofCode = (file: string): FileReport => {
    const found = program.file(file);
    const kept = reports.get(file);
    const module = sources.moduleOf(file);
    const generation = assets.generation();
    if (kept?.found === found && kept.generation === generation && isSameToRules(kept.module, module)) return kept.report;
    const lines = found.calls.flatMap((call) => (call.operation === 'generate' ? (counting.item(call) ?? []) : []));
    const counted = found.prompts.map(counting.prompt);
    const report: FileReport = {
      ...emptyReport(file),
      items: lines,
      loops: found.loops,
      entryPoints: found.entryPoints,
      prompts: counted,
      findings: findingsOf(found, lines, counted),
    };
    reports.set(file, { report, found, generation, module });
    return report;
  };

  const promptFindings = (file: string, counted: readonly PromptCount[]): readonly Finding[] => {
    const prices = counting.prices();
    if (!prices) {
      if (counted.length > 0) assets.need('prices');
      return [];
    }
    const { findings, crashes } = checkRules(rules, { prompt: counted.map((one) => one.prompt) }, ruleContext(prices, options), memory);
    for (const crash of crashes) onFault(`rule ${crash.rule} on ${crash.subject} of ${file}`, crash.error);
    return findings;
  };

  const ofPrompt = ({ file, text }: OpenDocument): FileReport => {
    const prompt = readPromptFile({ file, text });
    const counted = (prompt ? promptTextsOf(prompt) : []).map(counting.prompt);
    const problems = (prompt?.problems ?? []).map((one): Problem => ({ at: { file, unit: '', span: one.span }, message: one.message }));
    return { ...emptyReport(file), prompts: counted, findings: promptFindings(file, counted), problems };
  };

  const ofRequests = ({ file, text }: OpenDocument): FileReport => {
    const found = readRequestFile({ file, text });
    const lines = (found?.entries ?? []).flatMap((entry): LineItem[] => {
      const saved = requestCall(entry, { file, at: { file, unit: '', span: entry.span } });
      const made = saved && counting.request(saved);
      return made ? [made] : [];
    });
    const problems = (found?.problems ?? []).map((one): Problem => ({ at: { file, unit: '', span: one.span }, message: one.message }));
    return { ...emptyReport(file), items: lines, problems };
  };

  return {
    of(file) {
      try {
        const document = sources.documents.get(file);
        if (document?.language === 'prompt') return ofPrompt(document);
        if (document?.language === 'request') return ofRequests(document);
        // Asking the program about a file that was never parsed would have it wanted, and so parsed.
        return sources.moduleOf(file) === null ? emptyReport(file) : ofCode(file);
      } catch (error) {
        onFault(file, error);
        return reports.get(file)?.report ?? emptyReport(file);
      }
    },
    *kept() {
      for (const { report } of reports.values()) yield report;
    },
  };
}

export const emptyReport = (file: string): FileReport => ({
  file,
  items: [],
  loops: [],
  entryPoints: [],
  prompts: [],
  findings: [],
  problems: [],
});

/** Comments that speak to us move with edits; a file without them needs no second look. */
const isSameToRules = (before: Module | null, now: Module | null): boolean => before === now || (!hasComments(before) && !hasComments(now));

const hasComments = (module: Module | null): boolean => module?.units.some((unit) => unit.comments.length > 0) === true;
