import type { Configuration, ScopedBudget } from './configuration.ts';

/** What was declared for a call site or an entry point. */
export const budgetsFor = (id: string, { budgets }: Configuration): readonly ScopedBudget[] =>
  budgets.filter((budget) => budget.scope !== 'project' && isNamed(budget.of, id));

/** Whether an id is meant by a pattern, where `*` stands for anything. */
export function isNamed(pattern: string, id: string): boolean {
  if (!pattern.includes('*')) return pattern === id;
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's').test(id);
}
