import type { MoneyQuantity } from '../quantity/quantity.ts';
import type { AnyRule, Finding } from '../rules/rule.ts';
import type { Baseline } from './baseline.ts';
import type { Configuration, RuleSetting } from './configuration.ts';

/** The rules that run on a file: those that nobody turned off, and previews where somebody asked for them. */
export function activeRules(rules: readonly AnyRule[], configuration: Configuration): readonly AnyRule[] {
  return rules.filter((rule) => {
    const severity = severityOf(configuration, rule);
    if (rule.isPreview && !configuration.preview)
      return severity !== null && severity !== 'off' && configuration.rules[rule.code] !== undefined;
    return severity !== 'off';
  });
}

/** What the configuration makes of findings: their severity, and whether they are worth showing. What was there before is information. */
export function weigh(
  findings: readonly Finding[],
  rules: readonly AnyRule[],
  configuration: Configuration,
  baseline: Baseline,
): readonly Finding[] {
  return numbered(findings).flatMap((finding): readonly Finding[] => {
    if (surelySavesLess(finding.saving, configuration.minSaving)) return [];
    if (baseline.has(finding.key)) return [{ ...finding, severity: 'info', isKnown: true }];
    const rule = rules.find((one) => one.code === finding.code);
    const severity = rule === undefined ? null : severityOf(configuration, rule);
    return severity === null || severity === 'off' ? [finding] : [{ ...finding, severity }];
  });
}

/** Several findings of one rule on one call are told apart by their order. */
function numbered(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const count = (seen.get(finding.key) ?? 0) + 1;
    seen.set(finding.key, count);
    return count === 1 ? finding : { ...finding, key: `${finding.key}~${count}` };
  });
}

/** A rule's own entry goes before its family's. */
function severityOf({ rules }: Configuration, { code, family }: AnyRule): RuleSetting['severity'] {
  return rules[code]?.severity ?? rules[family]?.severity ?? null;
}

function surelySavesLess(saving: MoneyQuantity | null, { [saving?.per ?? 'call']: least }: Configuration['minSaving']): boolean {
  if (saving === null || least === null) return false;
  const most = saving.likely ?? saving.ceiling;
  return most !== null && most < least;
}
