import type { PromptCount } from '../api.ts';
import type { LineItem } from '../bill/line-item.ts';
import type { Configuration } from '../config/configuration.ts';
import { activeRules, weigh } from '../config/weigh.ts';
import type { Module, Place } from '../module/module.ts';
import type { FileProgram } from '../program/call-site.ts';
import { usageSums } from '../program/meaning/usage-sums.ts';
import type { MonthBudget } from '../rules/budget.ts';
import type { ConfigProblem } from '../rules/config-problem.ts';
import { promptSuppressions } from '../rules/prompt-suppressions.ts';
import type { AnyRule, CountedUsage, Finding } from '../rules/rule.ts';
import { checkRules, createRuleMemory, type RuleSubjects } from '../rules/run.ts';
import type { Suppression } from '../rules/suppression.ts';
import { suppress, suppressionsIn } from '../rules/suppressions.ts';
import { type ContextOptions, ruleContext } from './context.ts';

export interface FindingsOptions extends ContextOptions {
  readonly rules: readonly AnyRule[];
  readonly onFault: (what: string, error: unknown) => void;
}

/** What the rules say of one file, as its configuration weighs it. */
export interface Findings {
  readonly ofCode: (found: FileProgram, lines: readonly LineItem[], counted: readonly PromptCount[]) => readonly Finding[];
  readonly ofPrompts: (file: string, text: string, counted: readonly PromptCount[]) => readonly Finding[];
  readonly ofConfig: (file: string, problems: readonly ConfigProblem[], budgets: readonly MonthBudget[]) => readonly Finding[];
}

export function createFindings(options: FindingsOptions): Findings {
  const { sources, configs, assets, counting, rules, onFault } = options;
  const memory = createRuleMemory();

  /** Empty until prices are there. */
  const check = (file: string, subjects: RuleSubjects): readonly Finding[] => {
    const prices = counting.prices(file);
    if (!prices) {
      if (Object.values(subjects).some((ones) => ones.length > 0)) assets.need('prices');
      return [];
    }
    const { findings, crashes } = checkRules(activeRules(rules, configs.of(file)), subjects, ruleContext(file, prices, options), memory);
    for (const crash of crashes) onFault(`rule ${crash.rule} on ${crash.subject}`, crash.error);
    return findings;
  };

  const weighed = (file: string, findings: readonly Finding[]): readonly Finding[] =>
    weigh(findings, rules, configs.of(file), configs.baselineOf(file));

  /** Without what comments ignore, and with what they need not. */
  const heeding = (file: string, findings: readonly Finding[], { suppressions, callPlace, isPending }: Heeded): readonly Finding[] => {
    const suppressed = suppress(findings, suppressions, callPlace);
    // Until every count is there, a comment may only look as if it ignored nothing.
    const judged = isPending ? [] : suppressed.suppressions.map((one) => withoutResting(one, rules, configs.of(file)));
    return weighed(file, [...suppressed.kept, ...check(file, { suppression: judged })]);
  };

  return {
    ofCode(found, lines, counted) {
      const { file } = found;
      const module = sources.moduleOf(file);
      const subjects = {
        call: lines,
        loop: found.loops,
        prompt: counted.map((one) => one.prompt),
        'entry-point': found.entryPoints,
        'usage-sum': module === null ? [] : countedUsage(module, lines),
      };
      return heeding(file, check(file, subjects), {
        suppressions: module === null ? [] : suppressionsIn({ text: sources.textOf(file) ?? '', module }),
        callPlace: (id) => found.calls.find((call) => call.id === id)?.whole ?? null,
        isPending: lines.some((line) => line.pending.length > 0),
      });
    },
    ofPrompts: (file, text, counted) =>
      heeding(file, check(file, { prompt: counted.map((one) => one.prompt) }), {
        suppressions: promptSuppressions(file, text),
        callPlace: () => null,
        isPending: assets.needs().length > 0,
      }),
    ofConfig: (file, problems, budgets) => weighed(file, check(file, { config: problems, budget: budgets })),
  };
}

interface Heeded {
  readonly suppressions: readonly Suppression[];
  readonly callPlace: (call: string) => Place | null;
  readonly isPending: boolean;
}

/** A comment that ignores a rule which does not run here may well be needed where it does. */
function withoutResting(suppression: Suppression, rules: readonly AnyRule[], configuration: Configuration): Suppression {
  const active = activeRules(rules, configuration);
  const rests = (name: string): boolean => {
    const isRule = (rule: AnyRule): boolean => rule.code === name || rule.name === name;
    return rules.some(isRule) && !active.some(isRule);
  };
  return suppression.unused.some(rests) ? { ...suppression, unused: suppression.unused.filter((name) => !rests(name)) } : suppression;
}

const countedUsage = (module: Module, lines: readonly LineItem[]): readonly CountedUsage[] => {
  const sums = usageSums(module);
  return sums.length === 0 ? [] : sums.map((sum) => ({ sum, calls: lines.map((line) => line.call.id) }));
};
