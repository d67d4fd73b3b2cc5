import type { CallExpression } from '../../module/expression.ts';
import { methodRow, sdkNamed } from '../../sdks/index.ts';
import type { Frame } from '../frame.ts';
import { boundOfVersion } from '../meaning/version-bounds.ts';
import type { LoopRecord } from '../summary.ts';
import { type CallArguments, type FunctionValue, type ObjectValue, textsOf, type Value } from '../value.ts';
import { settleHead } from '../values/settle.ts';
import { eachGuarded } from '../workspace/walk.ts';
import type { World } from '../world.ts';
import { backEdges, cycleOf } from './back-edges.ts';
import { comparisonsIn } from './counters.ts';
import type { DrawnGraph, Edge } from './drawn-graph.ts';
import { summaryOf } from './nested.ts';
import { byDefault } from './runs.ts';

/** Notes what a call adds to a graph. */
export function draw(frame: Frame, callee: ObjectValue, given: CallArguments, expression: CallExpression): void {
  const sdk = sdkNamed(callee.sdk);
  const row = sdk ? methodRow(sdk, callee.type, callee.path) : null;
  if (!row?.draws) return;
  const graph = graphOf(frame, callee);
  const [first, second, third] = given.positional;
  const place = frame.place(expression.callee.kind === 'member' ? expression.callee.nameSpan : expression.callee.span);
  const edge = (from: string, to: string, router: FunctionValue | null): void => {
    if (START.test(from)) graph.entries.push(to);
    else if (!END.test(to)) graph.edges.push({ from, to, router, place, whole: frame.place(expression.span) });
  };
  if (row.draws === 'node' && first) {
    const step = second ?? given.named.find((one) => one.name === 'action')?.value ?? first;
    const name = stepName(frame, first);
    if (name !== null) graph.steps.set(name, step);
  }
  if (row.draws === 'entry' && first) graph.entries.push(...namesOf(frame, first));
  if (row.draws === 'edge' && first && second)
    for (const from of namesOf(frame, first)) for (const to of namesOf(frame, second)) edge(from, to, null);
  if (row.draws !== 'branch' || !first) return;
  const router = functionIn(frame, second ?? given.named.find((one) => one.name === 'path')?.value ?? null);
  const targets = third ?? given.named.find((one) => one.name === 'path_map')?.value ?? null;
  for (const from of namesOf(frame, first)) for (const to of branchTargets(frame, router, targets, second)) edge(from, to, router);
}

/** Cycles of the graphs that were drawn: each edge that leads back is a loop, with what its steps call. */
export function graphLoops(frame: Frame): readonly LoopRecord[] {
  return [...frame.graphs.values()].flatMap((graph) =>
    backEdges(graph.edges, [...graph.entries, ...graph.steps.keys()]).flatMap((edge) => loopOf(frame, graph, edge) ?? []),
  );
}

function graphOf(frame: Frame, { sdk, place }: ObjectValue): DrawnGraph {
  const key = `${place.file}#${place.unit}@${place.span.start}`;
  const known = frame.graphs.get(key);
  if (known) return known;
  const made: DrawnGraph = { sdk, steps: new Map(), edges: [], entries: [] };
  frame.graphs.set(key, made);
  return made;
}

const START = /^(__start__|START)$/;
const END = /^(__end__|END)$/;

/** A step is named by a text, by a constant of the SDK, or after its function. */
function stepName(frame: Frame, value: Value): string | null {
  const settled = settleHead(frame.world, value);
  if (settled.kind === 'text') return settled.text;
  if (settled.kind === 'external') return settled.path.at(-1) ?? null;
  return settled.kind === 'function' ? settled.node.name : null;
}

function namesOf(frame: Frame, value: Value): readonly string[] {
  if (value.kind === 'list') return value.items.flatMap((item) => stepName(frame, item.value) ?? []);
  const name = stepName(frame, value);
  return name === null ? [] : [name];
}

function functionIn(frame: Frame, value: Value | null): FunctionValue | null {
  const settled = value ? settleHead(frame.world, value) : null;
  return settled?.kind === 'function' ? settled : null;
}

/** Where a branch may lead: its map, else what its router returns. */
function branchTargets(frame: Frame, router: FunctionValue | null, targets: Value | null, given: Value | undefined): readonly string[] {
  if (targets?.kind === 'record') return targets.entries.flatMap((entry) => namesOf(frame, entry.value));
  if (targets?.kind === 'list') return namesOf(frame, targets);
  if (router) {
    const { returns } = summaryOf(frame, router);
    const shown = returns.kind === 'choice' ? returns.options : [returns];
    return shown.flatMap((one) => (one.kind === 'external' ? (one.path.at(-1) ?? []) : textsOf(one)));
  }
  const settled = given ? settleHead(frame.world, given) : null;
  // The SDK's own router of agents with tools.
  return settled?.kind === 'external' && /tools_?condition$/i.test(settled.path.at(-1) ?? '') ? ['tools'] : [];
}

function loopOf(frame: Frame, graph: DrawnGraph, edge: Edge): LoopRecord | null {
  const cycle = cycleOf(graph.edges, edge);
  const calls = cycle.flatMap((step) => callsOf(frame, graph.steps.get(step)));
  if (calls.length === 0) return null;
  const routers = graph.edges.flatMap(({ from, to, router }) => (router && cycle.includes(from) && cycle.includes(to) ? [router] : []));
  const counted = routers.map((router) => counterIn(frame.world, router)).find((one) => one !== null) ?? null;
  const limit = counted ?? defaultOf(frame, graph.sdk);
  if (!limit) return null;
  return {
    key: `${edge.place.file}#${edge.place.unit}@${edge.place.span.start}e`,
    owner: frame.owner,
    kind: 'loop',
    form: 'edge',
    place: edge.place,
    whole: edge.whole,
    ...limit,
    calls: [...new Set(calls)],
    statement: null,
    modelExits: [],
    retries: null,
  };
}

function callsOf(frame: Frame, step: Value | undefined): readonly string[] {
  const node = functionIn(frame, step ?? null);
  return node
    ? summaryOf(frame, node).calls.flatMap((call) => (call.spending.operation === 'generate' && !call.pending ? [call.key] : []))
    : [];
}

export type Limit = Pick<LoopRecord, 'bound' | 'boundBy' | 'max' | 'maxUnit'>;

/** `if state["tries"] >= 3: return "give_up"` */
export function counterIn(world: World, router: FunctionValue): Limit | null {
  let found: Limit | null = null;
  eachGuarded(router.node.body, (statement, conditions) => {
    if (statement.kind !== 'return' || found) return;
    for (const condition of conditions)
      for (const { side, other } of comparisonsIn(condition)) {
        const name =
          side.kind === 'member'
            ? side.name
            : side.kind === 'index' && side.index.kind === 'text'
              ? side.index.text
              : side.kind === 'name'
                ? side.name
                : null;
        const isLimit = other.kind === 'number' || ((other.kind === 'name' || other.kind === 'member') && /max|limit/i.test(other.name));
        if (name === null || !isLimit || !COUNTS.test(name)) continue;
        const max = other.kind === 'number' ? other.value : constant(world, router, other.kind === 'name' ? other.name : null);
        found ??= { bound: 'bounded', boundBy: `${name} against ${max ?? 'a limit'}`, max, maxUnit: 'passes' };
      }
  });
  return found;
}

function constant(world: World, router: FunctionValue, name: string | null): number | null {
  const value = name === null ? null : world.binding(router.file, name);
  return value?.kind === 'number' ? value.value : null;
}

/** Names of counters in a state. */
const COUNTS = /count|iteration|attempt|tries|retr(y|ies)|steps?$|turn|round|revision|loop|num_|_number|depth|cycle|length/i;

/** What the framework itself stops at. */
function defaultOf(frame: Frame, sdkName: string): Limit | null {
  const sdk = sdkNamed(sdkName);
  const row = sdk ? methodRow(sdk, 'graph', ['invoke'])?.spends?.bound : null;
  if (!row) return null;
  const { bound, boundBy, max, unit } = byDefault(boundOfVersion(row, frame.world.version(frame.file, sdkName, row.package ?? null)));
  return { bound, boundBy, max, maxUnit: unit };
}
