import { budgetsFor } from '../config/budgets.ts';
import type { ConfigStore } from '../config/store.ts';
import { renderEdits } from '../edits/render-edits.ts';
import type { PriceBook } from '../prices/types.ts';
import type { Program } from '../program/program.ts';
import type { RuleContext } from '../rules/rule.ts';
import type { Assets } from './assets.ts';
import { countPieces } from './count.ts';
import type { Counting } from './counting.ts';
import { runCostOf } from './other-bills.ts';
import type { Sources } from './sources.ts';

export interface ContextOptions {
  readonly program: Program;
  readonly sources: Sources;
  readonly counting: Counting;
  readonly assets: Assets;
  readonly configs: ConfigStore;
  readonly now: number;
}

/** What the rules that look at a file may ask. */
export function ruleContext(file: string, prices: PriceBook, options: ContextOptions): RuleContext {
  const { program, sources, counting, assets, configs, now } = options;
  const context: RuleContext = {
    prices,
    item: (id) => {
      const call = program.file(fileOfCall(id)).calls.find((one) => one.id === id);
      return call ? counting.item(call) : null;
    },
    loop: (id) => program.file(fileOfLoop(id)).loops.find((one) => one.id === id) ?? null,
    runOf: (id) => program.file(fileOfCall(id)).loops.find((one) => one.kind === 'agent-run' && one.calls.includes(id)) ?? null,
    // A file that was scanned and not opened has no text here: its fixes are offered, and tried when they are asked for.
    applies: (fix) => !sources.isOpen(fix) || renderEdits(fix.verbs, sources.sourceOf) !== null,
    entryPoints: (id) => program.file(fileOfCall(id)).entryPoints.filter((one) => one.calls.includes(id)),
    tokens: (text, of) =>
      countPieces(
        counting.tokenizer,
        [{ kind: 'text', text, stability: 'constant', place: of.call.place }],
        of.call.request.model.id,
        assets.need,
      ),
    textTokens: counting.text,
    asModel: counting.asModel,
    runCost: (entryPoint) => runCostOf(entryPoint, context),
    budgets: (id) => budgetsFor(id, configs.of(fileOfCall(id))),
    option: ({ rule, name, usual }) => configs.of(file).rules[rule]?.options[name] ?? usual,
    now,
  };
  return context;
}

const fileOfCall = (id: string): string => id.slice(0, id.lastIndexOf('#'));
const fileOfLoop = (id: string): string => fileOfCall(id.replace(/^loop:/, ''));
