import type { Expression } from '../../module/expression.ts';
import type { FunctionNode } from '../../module/function.ts';
import type { Statement } from '../../module/statement.ts';
import type { Queries } from '../queries.ts';
import type { LoopRecord } from '../summary.ts';
import { type FunctionValue, functionValue, sameValue, type Value } from '../value.ts';
import { functionOf, type IndexEntry } from '../workspace/file-index.ts';
import { childExpressions, childStatements, eachExpression, functionsOf } from '../workspace/walk.ts';
import { functionKey, type World } from '../world.ts';
import { movesParameter } from './recursion.ts';

/** Asks for functions that call each other around a call of a model, in one file or in several. */
export interface Mutual {
  /**
   * The call that leads on is the loop. A counter or a shrinking argument on any of the calls bounds it; otherwise how deep it
   * goes is not shown.
   */
  readonly loopOf: (file: string, entry: IndexEntry, node: FunctionNode) => LoopRecord | null;
}

type Call = Extract<Expression, { kind: 'call' }>;

/** Another function that is called, and whether an argument is counted up or down, or cut, on the way. */
interface Lead {
  readonly file: string;
  readonly unit: string;
  readonly moves: boolean;
}

interface Way {
  readonly at: Lead;
  readonly passed: readonly Lead[];
}

export function createMutual(queries: Queries, world: World): Mutual {
  const functionAt = (file: string, unit: string): FunctionValue | null => {
    const statement = world.unit(file, unit)?.statement ?? null;
    const node = functionOf(statement);
    return statement && node ? functionValue(file, unit, statement, node) : null;
  };

  /** Without places, so that an edit that calls nothing else changes no answer. */
  const leads = (file: string, unit: string): readonly Lead[] =>
    queries.ask(
      ['leads', file, unit],
      () => {
        const from = functionAt(file, unit);
        return from ? leadsOf(world, from).map(({ lead }) => lead) : [];
      },
      () => [],
      sameValue,
    );

  /** The shortest way back to a function, nearest first. */
  const wayBack = (first: Lead, own: Lead): readonly Lead[] | null => {
    const seen = new Set([keyOf(first)]);
    let ways: readonly Way[] = [{ at: first, passed: [first] }];
    for (let length = 1; length < LONGEST && ways.length > 0 && seen.size < MOST; length++) {
      const next: Way[] = [];
      for (const { at, passed } of ways)
        for (const lead of leads(at.file, at.unit)) {
          if (keyOf(lead) === keyOf(own)) return [...passed, lead];
          if (seen.has(keyOf(lead))) continue;
          seen.add(keyOf(lead));
          next.push({ at: lead, passed: [...passed, lead] });
        }
      ways = next;
    }
    return null;
  };

  const callsAt = ({ file, unit }: Lead): readonly string[] => {
    const value = functionAt(file, unit);
    const calls = value ? world.summary(value).calls : [];
    return calls.flatMap((call) => (call.spending.operation === 'generate' && !call.pending ? [call.key] : []));
  };

  return {
    loopOf(file, entry, node) {
      const start = functionAt(file, entry.id);
      const own: Lead = { file, unit: entry.id, moves: false };
      for (const { lead, call } of start ? leadsOf(world, start) : []) {
        const way = keyOf(lead) === keyOf(own) ? null : wayBack(lead, own);
        if (!way) continue;
        const calls = new Set([own, ...way].flatMap(callsAt));
        return calls.size === 0
          ? null
          : loopAt(
              file,
              entry,
              node,
              call,
              way.some((one) => one.moves),
              [...calls],
            );
      }
      return null;
    },
  };
}

const keyOf = ({ file, unit }: Lead): string => `${file}#${unit}`;
const LONGEST = 4;
const MOST = 60;

function loopAt(file: string, entry: IndexEntry, node: FunctionNode, call: Call, isMoved: boolean, calls: readonly string[]): LoopRecord {
  const place = { file, unit: entry.id, span: call.callee.span };
  return {
    key: `${file}#${entry.id}@${call.span.start}m`,
    owner: functionKey({ file, unit: entry.id, node }),
    kind: 'loop',
    form: 'recursion',
    place,
    whole: { ...place, span: call.span },
    bound: isMoved ? 'bounded' : 'unknown',
    boundBy: isMoved ? 'an argument moves with each call' : 'how deep it goes is not shown',
    max: null,
    maxUnit: 'passes',
    calls,
    statement: null,
    modelExits: [],
    retries: null,
  };
}

/** The program's own functions that a function calls by name, or as methods of its own object. */
function leadsOf(world: World, from: FunctionValue): readonly { readonly lead: Lead; readonly call: Call }[] {
  return callsIn(from.node.body).flatMap((call) => {
    const to = calledFunction(world, from, call.callee);
    return to ? [{ lead: { file: to.file, unit: to.unit, moves: movesParameter(from.node, call) !== null }, call }] : [];
  });
}

function calledFunction(world: World, from: FunctionValue, callee: Expression): FunctionValue | null {
  let value: Value | null = null;
  if (callee.kind === 'name') value = world.binding(from.file, callee.name);
  else if (callee.kind === 'member' && callee.object.kind === 'name' && /^(self|this|cls)$/.test(callee.object.name)) {
    const owner = world.unit(from.file, from.unit)?.owner ?? null;
    const statement = owner === null ? null : (world.unit(from.file, owner)?.statement ?? null);
    if (owner !== null && statement?.kind === 'class')
      value = world.attribute(
        { kind: 'class', file: from.file, unit: owner, node: statement, place: { file: from.file, unit: owner, span: statement.span } },
        callee.name,
      );
  }
  if (value?.kind !== 'function' || value.closure || !functionOf(world.unit(value.file, value.unit)?.statement ?? null)) return null;
  return { ...value, receiver: null, given: null };
}

function callsIn(body: readonly Statement[]): readonly Call[] {
  const found: Call[] = [];
  const visit = (statements: readonly Statement[]): void => {
    for (const statement of statements) {
      for (const expression of childExpressions(statement))
        eachExpression(expression, (one) => {
          if (one.kind === 'call') found.push(one);
        });
      for (const inner of functionsOf(statement)) visit(inner.body);
      visit(childStatements(statement));
    }
  };
  visit(body);
  return found;
}
