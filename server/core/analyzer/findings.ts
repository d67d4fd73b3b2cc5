import type { PromptCount } from '../api.ts';
import type { LineItem } from '../bill/line-item.ts';
import type { Configuration } from '../config/configuration.ts';
import { activeRules, weigh } from '../config/weigh.ts';
import type { FileProgram } from '../program/call-site.ts';
import type { ConfigProblem } from '../rules/config-problem.ts';
import type { MonthBudget } from '../rules/month-budget.ts';
import type { AnyRule, Finding } from '../rules/rule.ts';
import { checkRules, createRuleMemory, type RuleSubjects } from '../rules/run.ts';
import type { Suppression } from '../rules/suppression.ts';
import { suppress } from '../rules/suppressions.ts';
import { type ContextOptions, ruleContext } from './context.ts';

export interface FindingsOptions extends ContextOptions {
  readonly rules: readonly AnyRule[];
  readonly onFault: (what: string, error: unknown) => void;
}

/** What the rules say of one file, as its configuration weighs it. */
export interface Findings {
  readonly ofCode: (found: FileProgram, lines: readonly LineItem[], counted: readonly PromptCount[]) => readonly Finding[];
  readonly ofPrompts: (file: string, counted: readonly PromptCount[]) => readonly Finding[];
  readonly ofConfig: (file: string, problems: readonly ConfigProblem[], budgets: readonly MonthBudget[]) => readonly Finding[];
}

export function createFindings(options: FindingsOptions): Findings {
  const { sources, configs, assets, counting, rules, onFault } = options;
  const memory = createRuleMemory();

  /** Empty until prices are there. */
  const check = (file: string, configuration: Configuration, subjects: RuleSubjects): readonly Finding[] => {
    const prices = counting.prices(file);
    if (!prices) {
      if (Object.values(subjects).some((ones) => ones.length > 0)) assets.need('prices');
      return [];
    }
    const { findings, crashes } = checkRules(activeRules(rules, configuration), subjects, ruleContext(file, prices, options), memory);
    for (const crash of crashes) onFault(`rule ${crash.rule} on ${crash.subject}`, crash.error);
    return findings;
  };

  return {
    ofCode(found, lines, counted) {
      const { file } = found;
      const configuration = configs.of(file);
      const subjects = { call: lines, loop: found.loops, prompt: counted.map((one) => one.prompt), 'entry-point': found.entryPoints };
      const findings = check(file, configuration, subjects);
      const module = sources.moduleOf(file);
      if (!module) return weigh(findings, rules, configuration, configs.baselineOf(file));
      const { kept, suppressions } = suppress(
        findings,
        [{ text: sources.textOf(file) ?? '', module }],
        (id) => found.calls.find((call) => call.id === id)?.whole ?? null,
      );
      // Until every count is there, a comment may only look as if it ignored nothing.
      const isPending = lines.some((line) => line.pending.length > 0);
      const judged = isPending ? [] : suppressions.map((one) => withoutResting(one, rules, configuration));
      return weigh([...kept, ...check(file, configuration, { suppression: judged })], rules, configuration, configs.baselineOf(file));
    },
    ofPrompts(file, counted) {
      const configuration = configs.of(file);
      return weigh(
        check(file, configuration, { prompt: counted.map((one) => one.prompt) }),
        rules,
        configuration,
        configs.baselineOf(file),
      );
    },
    ofConfig(file, problems, budgets) {
      const configuration = configs.of(file);
      return weigh(check(file, configuration, { config: problems, budget: budgets }), rules, configuration, configs.baselineOf(file));
    },
  };
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
