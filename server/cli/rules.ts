import { rules as allRules } from '../core/rules/index.ts';
import { padEnd, reportWidth, wrap } from '../reports/layout.ts';
import type { Environment, ExitCode } from './environment.ts';
import { UsageError } from './errors.ts';
import { ruleNamed } from './rule-choice.ts';

const columns = { code: 5, name: 22, severity: 7 } as const;

/** All rules in one line each, or the page of one. */
export async function rules(code: string | undefined, { output, host }: Environment): Promise<ExitCode> {
  if (code === undefined) {
    await output.answer(`${allRules.flatMap(ruleRow).join('\n')}\n`);
    return 0;
  }
  const rule = ruleNamed(code);
  if (rule === null) throw new UsageError(`There is no rule ${code}; see: lineitem rules`);
  const page = await host.rulePage(rule.name);
  await output.answer(page ?? `${rule.code} ${rule.name} (${rule.severity})\n${wrap(rule.summary, reportWidth, '').join('\n')}\n`);
  return 0;
}

function ruleRow(rule: (typeof allRules)[number]): string[] {
  const head = `${padEnd(rule.code, columns.code)}  ${padEnd(rule.name, columns.name)}  ${padEnd(rule.severity, columns.severity)}  `;
  return wrap(rule.isPreview ? `${rule.summary} (preview)` : rule.summary, reportWidth, head, ' '.repeat(head.length));
}
