import { rules } from '../core/rules/index.ts';
import { UsageError } from './errors.ts';

/** Codes, names, or the beginning of codes (`LI4` is the whole cache family). */
export interface RuleChoice {
  /** Only these. */
  readonly rule?: readonly string[];
  readonly select?: readonly string[];
  readonly ignore?: readonly string[];
}

/** Whether findings of a code are wanted. */
export function chooseRules({ rule = [], select = [], ignore = [] }: RuleChoice): (code: string) => boolean {
  const wanted = codesOf([...rule, ...select]);
  const unwanted = codesOf(ignore);
  return (code) => (wanted.size === 0 || wanted.has(code)) && !unwanted.has(code);
}

/** Whoever names a rule that is still in preview wants it to run. */
export const asksForPreview = ({ rule = [], select = [] }: RuleChoice): boolean =>
  [...rule, ...select].some((name) => ruleNamed(name)?.isPreview === true);

export function ruleNamed(name: string): (typeof rules)[number] | null {
  return rules.find((rule) => rule.code === name.toUpperCase() || rule.name === name.toLowerCase()) ?? null;
}

function codesOf(names: readonly string[]): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const name of names) {
    const found = rules.filter((rule) => rule.name === name || (/^LI\d+$/i.test(name) && rule.code.startsWith(name.toUpperCase())));
    if (found.length === 0) throw new UsageError(`There is no rule ${name}; see: lineitem rules`);
    for (const rule of found) codes.add(rule.code);
  }
  return codes;
}
