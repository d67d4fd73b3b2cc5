import type { FileReport } from '../api.ts';
import type { LineItem } from '../bill/line-item.ts';
import { monthSpending } from '../bill/month-spending.ts';
import { lookupIn } from '../bill/project-lookup.ts';
import { isNamed } from '../config/budgets.ts';
import type { Configuration, ScopedBudget } from '../config/configuration.ts';
import type { MonthBudget } from '../rules/budget.ts';

/** The budgets a month that one file of settings declares, each with what is spent under it. */
export function monthBudgets(file: string, configuration: Configuration, reports: () => readonly FileReport[]): readonly MonthBudget[] {
  const budgets = configuration.budgets.filter(({ per, declaredIn }) => per === 'month' && declaredIn === file);
  if (budgets.length === 0) return [];
  const files = reports();
  const lookup = lookupIn(files);
  return budgets.flatMap((budget) =>
    itemsUnder(budget, files).map(([of, items]) => ({ id: `${file}#${of}`, budget, of, ...monthSpending(items, lookup) })),
  );
}

/** What a budget holds for, in words, each with its calls. */
function itemsUnder({ scope, of }: ScopedBudget, files: readonly FileReport[]): readonly (readonly [string, readonly LineItem[]])[] {
  const items = files.flatMap((report) => report.items);
  if (scope === 'call-site') return items.filter(({ call }) => isNamed(of, call.id)).map((item) => [item.call.id, [item]]);
  if (scope === 'project') {
    const below = items.filter(({ call }) => call.place.file.startsWith(of));
    return [[of === '' ? 'This project' : of, below]];
  }
  const entryPoints = files.flatMap((report) => report.entryPoints).filter(({ id }) => isNamed(of, id));
  return entryPoints.map(({ id, calls }) => [id, items.filter(({ call }) => calls.includes(call.id))]);
}
