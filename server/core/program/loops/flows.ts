import type { Expression } from '../../module/expression.ts';
import type { FunctionNode } from '../../module/function.ts';
import type { Place } from '../../module/module.ts';
import type { ClassStatement } from '../../module/statement.ts';
import { methodRow, sdkNamed } from '../../sdks/index.ts';
import { boundOfVersion } from '../meaning/version-bounds.ts';
import type { LoopRecord } from '../summary.ts';
import { type FunctionValue, functionValue } from '../value.ts';
import { functionOf, type IndexEntry } from '../workspace/file-index.ts';
import { eachGuarded } from '../workspace/walk.ts';
import { functionKey, type World } from '../world.ts';
import { backEdges, cycleOf, type Way } from './back-edges.ts';
import { counterIn, type Limit } from './graphs.ts';
import { byDefault } from './runs.ts';

/** Classes whose methods start each other by events, as data: the decorators that name what a method waits for. */
const FLOWS: readonly {
  readonly base: RegExp;
  readonly sdk: string;
  readonly waits: RegExp;
  readonly tells: RegExp;
  readonly source: string;
}[] = [
  {
    base: /^Flow$/,
    sdk: 'crewai',
    waits: /^(start|listen|router)$/,
    tells: /^router$/,
    source: 'crewai 1.15.17 flow/flow.py: start, listen, router',
  },
];

interface Step {
  readonly name: string;
  readonly value: FunctionValue;
  readonly isStart: boolean;
  readonly isRouter: boolean;
  readonly waitsFor: readonly string[];
}

interface Event extends Way {
  readonly place: Place;
}

/** An event that starts a method again which led to it: the place that sends it is the loop. */
export function flowLoops(world: World, file: string, statement: ClassStatement, members: readonly IndexEntry[]): readonly LoopRecord[] {
  const row = FLOWS.find((one) => statement.bases.some((base) => one.base.test(baseName(base))));
  if (!row) return [];
  const steps = members.flatMap((member) => stepOf(world, file, member, row) ?? []);
  const events = steps.flatMap((step) => eventsOf(step, steps));
  const starts = steps.filter((step) => step.isStart).map((step) => step.name);
  return backEdges(events, starts).flatMap((event) => {
    const cycle = cycleOf(events, event);
    const inside = steps.filter((step) => cycle.includes(step.name));
    const calls = inside.flatMap(({ value }) =>
      world.summary(value).calls.flatMap((call) => (call.spending.operation === 'generate' && !call.pending ? [call.key] : [])),
    );
    const sender = steps.find((step) => step.name === event.from);
    if (calls.length === 0 || !sender) return [];
    const counted = inside.map(({ value, isRouter }) => (isRouter ? counterIn(world, value) : null)).find((one) => one !== null) ?? null;
    return [loopAt(event.place, functionKey(sender.value), counted ?? defaultOf(world, file, row.sdk), [...new Set(calls)])];
  });
}

const baseName = (base: Expression): string =>
  base.kind === 'name' || base.kind === 'member' ? base.name : base.kind === 'index' ? baseName(base.object) : '';

function stepOf(world: World, file: string, member: IndexEntry, row: (typeof FLOWS)[number]): Step | null {
  const statement = world.unit(file, member.id)?.statement ?? null;
  const node = functionOf(statement);
  if (!statement || !node?.name) return null;
  const own = node.decorators.filter((decorator) => row.waits.test(decoratorName(decorator)));
  if (own.length === 0) return null;
  return {
    name: node.name,
    value: functionValue(file, member.id, statement, node),
    isStart: own.some((decorator) => decoratorName(decorator) === 'start'),
    isRouter: own.some((decorator) => row.tells.test(decoratorName(decorator))),
    waitsFor: own.flatMap((decorator) => (decorator.kind === 'call' ? decorator.arguments.flatMap(({ value }) => namesIn(value)) : [])),
  };
}

const decoratorName = (decorator: Expression): string => baseName(decorator.kind === 'call' ? decorator.callee : decorator);

/** `"retry"`, `generate`, `or_(generate, "retry")`. */
function namesIn(value: Expression): readonly string[] {
  if (value.kind === 'text') return [value.text];
  if (value.kind === 'name') return [value.name];
  return value.kind === 'call' ? value.arguments.flatMap((argument) => namesIn(argument.value)) : [];
}

/** What a method starts: those that wait for it, and for a router's those that wait for what it returns. */
function eventsOf(step: Step, steps: readonly Step[]): readonly Event[] {
  const { value, name } = step;
  const place = (span: FunctionNode['span']): Place => ({ file: value.file, unit: value.unit, span });
  const waiting = (event: string): readonly Step[] => steps.filter((one) => one.waitsFor.includes(event));
  const found: Event[] = waiting(name).map((one) => ({ from: name, to: one.name, place: place(value.node.nameSpan ?? value.node.span) }));
  if (step.isRouter)
    eachGuarded(value.node.body, (statement) => {
      if (statement.kind !== 'return' || statement.value?.kind !== 'text') return;
      found.push(...waiting(statement.value.text).map((one) => ({ from: name, to: one.name, place: place(statement.span) })));
    });
  return found;
}

function defaultOf(world: World, file: string, sdkName: string): Limit {
  const sdk = sdkNamed(sdkName);
  const row = sdk ? methodRow(sdk, 'flow', ['kickoff'])?.spends?.bound : null;
  if (!row) return { bound: 'unknown', boundBy: 'the framework\u2019s own limit', max: null, maxUnit: 'passes' };
  const { bound, boundBy, max, unit } = byDefault(boundOfVersion(row, world.version(file, sdkName, row.package ?? null)));
  return { bound, boundBy, max, maxUnit: unit };
}

const loopAt = (place: Place, owner: string, limit: Limit, calls: readonly string[]): LoopRecord => ({
  key: `${place.file}#${place.unit}@${place.span.start}v`,
  owner,
  kind: 'loop',
  form: 'edge',
  place,
  whole: place,
  ...limit,
  calls,
  statement: null,
  modelExits: [],
  retries: null,
});
