import { budgetsFor } from '../config/budgets.ts';
import type { ConfigStore } from '../config/store.ts';
import type { PriceBook } from '../prices/types.ts';
import type { Program } from '../program/program.ts';
import type { RuleContext } from '../rules/rule.ts';
import { appliesIn } from './applies.ts';
import type { Assets } from './assets.ts';
import { countPieces } from './count.ts';
import type { Counting } from './counting.ts';
import { foundIn } from './found.ts';
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
      const call = foundIn(program.file(fileOfCall(id))).call(id);
      return call ? counting.item(call) : null;
    },
    loop: (id) => foundIn(program.file(fileOfLoop(id))).loop(id),
    runOf: (id) => foundIn(program.file(fileOfCall(id))).runOf(id),
    applies: (fix) => appliesIn(sources, fix),
    entryPoints: (id) => foundIn(program.file(fileOfCall(id))).entryPoints(id),
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
