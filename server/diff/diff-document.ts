import { z } from 'zod';
import { type BillDocument, billDocumentSchema } from '../reports/bill-document.ts';
import { type BillDiff, diffBills } from './bill-diff.ts';
import { type BudgetCheck, type BudgetState, budgetState } from './budgets.ts';

const { head, rows, entryPoints, totals } = billDocumentSchema.shape;

const changeOf = <Side extends z.ZodType>(side: Side) =>
  z.strictObject({
    before: side.nullable().describe('Null where it is new.'),
    after: side.nullable().describe('Null where it is gone.'),
    what: z.array(z.string()).describe('What is different, in a few words each.'),
  });

/** What `lineitem diff --format json` prints. Both sides are priced with one catalogue on one day. */
export const diffDocumentSchema = z.strictObject({
  version: z.literal(1),
  head,
  base: z.strictObject({ name: z.string(), commit: z.string() }),
  rows: z.array(changeOf(rows.element)),
  entryPoints: z.array(changeOf(entryPoints.element)),
  unchanged: z.int().describe('Paid calls that say the same on both sides.'),
  totals: z.strictObject({ before: totals, after: totals }),
  budgets: z.array(
    z.strictObject({
      of: z.string().describe('A call, an entry point, or the project.'),
      limit: z.string(),
      state: z.enum(['kept', 'may exceed', 'exceeded', 'unknown']),
      says: z.string(),
    }),
  ),
});
export type DiffDocument = z.infer<typeof diffDocumentSchema>;

export interface DiffSides {
  readonly base: { readonly name: string; readonly commit: string };
  readonly before: BillDocument;
  readonly after: BillDocument;
  readonly budgets: readonly BudgetCheck[];
}

export function makeDiffDocument({ base, before, after, budgets }: DiffSides): DiffDocument {
  const diff: BillDiff = diffBills(before, after);
  return {
    version: 1,
    head: after.head,
    base,
    rows: diff.rows.map(({ before: old, after: now, what }) => ({ before: old, after: now, what: [...what] })),
    entryPoints: diff.entryPoints.map(({ before: old, after: now, what }) => ({ before: old, after: now, what: [...what] })),
    unchanged: diff.unchanged,
    totals: { before: before.totals, after: after.totals },
    budgets: budgets.flatMap((check): BudgetState[] => {
      const state = budgetState(check, before, after);
      // A rise is limited for everything; only where it is exceeded is there something to tell.
      return check.usd === null && state.state !== 'exceeded' ? [] : [state];
    }),
  };
}

/** Whether there is anything to tell. */
export const saysSomething = (diff: DiffDocument): boolean =>
  diff.rows.length > 0 || diff.entryPoints.length > 0 || diff.budgets.some(({ state }) => state === 'exceeded' || state === 'may exceed');
