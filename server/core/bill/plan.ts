import type { Place } from '../module/module.ts';
import type { EntryPoint, Loop, Part, Stability } from '../program/call-site.ts';
import type { MoneyQuantity, TokenQuantity } from '../quantity/quantity.ts';
import type { LineItem, LineItemPart } from './line-item.ts';
import { type BillLookup, repeatCost, repeatersOf, timesOf } from './run-cost.ts';

/** The EXPLAIN plan of one call: who runs it, what repeats it, what it sends and why each number is what it is. */
export interface Plan {
  /** From the run that reaches the call down to the call itself. */
  readonly root: PlanNode;
  readonly call: CallNode;
}

export type PlanNode = RunNode | LoopNode | CallNode;

export interface RunNode {
  readonly kind: 'run';
  readonly entryPoint: EntryPoint;
  /** Other entry points that reach the same call. */
  readonly others: readonly EntryPoint[];
  readonly child: PlanNode;
}

export interface LoopNode {
  readonly kind: 'loop';
  readonly loop: Loop;
  readonly says: string;
  readonly child: PlanNode;
}

export interface CallNode {
  readonly kind: 'call';
  readonly item: LineItem;
  readonly parts: readonly PlanPart[];
  readonly output: { readonly tokens: TokenQuantity; readonly why: string };
  /** Of one call times everything that repeats it; null where nothing does, or no price is known. */
  readonly repeated: MoneyQuantity | null;
  /** What the numbers take for granted, and what only production knows. */
  readonly notes: readonly string[];
}

export interface PlanPart {
  readonly role: string;
  readonly name: string | null;
  readonly tokens: TokenQuantity;
  readonly cost: MoneyQuantity | null;
  readonly stability: Stability;
  readonly cache: 'in marked prefix' | 'not cached';
  readonly place: Place;
  /** Why the count is no exact number, or what makes the part change. */
  readonly why: string | null;
}

export interface PlanContext extends Pick<BillLookup, 'loop' | 'runOf'> {
  readonly entryPoints: readonly EntryPoint[];
}

export function explain(item: LineItem, context: PlanContext): Plan {
  const call = callNode(item, context);
  const loops = repeatersOf(item.call, context).filter((loop) => loop !== null);
  let root: PlanNode = call;
  for (const loop of loops) root = { kind: 'loop', loop, says: describeLoop(loop), child: root };
  const [entryPoint, ...others] = context.entryPoints.filter((one) => one.calls.includes(item.call.id));
  if (entryPoint !== undefined) root = { kind: 'run', entryPoint, others, child: root };
  return { root, call };
}

/** `while, no bound that the source shows`, `at most 10 passes (range(10))`. */
export function describeLoop(loop: Loop): string {
  const by = loop.boundBy === null ? '' : ` (${loop.boundBy})`;
  switch (loop.bound) {
    case 'bounded':
      return loop.max === null ? `bounded${by}` : `at most ${loop.max} ${loop.maxUnit === 'tool-calls' ? 'tool calls' : loop.maxUnit}${by}`;
    case 'unbounded':
      return `no bound${by}`;
    case 'user-paced':
      return `one pass a turn of a person${by}`;
    case 'event-driven':
      return `one pass an event${by}`;
    case 'unknown':
      return `length unknown${by}`;
  }
}

function callNode(item: LineItem, context: PlanContext): CallNode {
  const { request } = item.call;
  const parts = item.parts.map((part, index) => planPart(part, request.parts[index]));
  return {
    kind: 'call',
    item,
    parts,
    output: { tokens: item.output, why: whyOutput(item) },
    repeated: repeatedCost(item, context),
    notes: notesOf(item),
  };
}

function planPart(part: LineItemPart, source: Part | undefined): PlanPart {
  const { role, name, tokens, cost, stability, place, cached, holes } = part;
  const growth = source?.growth === 'per-turn' ? 'grows each turn' : null;
  const unknown = holes.length === 0 ? null : `+ ${holes.map((hole) => `{${hole}}`).join(' + ')}`;
  const why = [unknown, growth].filter((one) => one !== null).join(', ');
  return { role, name, tokens, cost, stability, place, cache: cached ? 'in marked prefix' : 'not cached', why: why === '' ? null : why };
}

function whyOutput(item: LineItem): string {
  const cap = item.call.request.maxOutput;
  if (cap.kind === 'set') return `capped at ${cap.tokens}`;
  if (cap.kind === 'unknown') return `a cap may stand in ${cap.name}`;
  if (item.output.ceiling === 0) return 'this call answers with no tokens';
  return item.output.ceiling === null ? 'no cap' : "no cap: the model's own limit";
}

function repeatedCost(item: LineItem, context: PlanContext): MoneyQuantity | null {
  if (item.cost === null || repeatersOf(item.call, context).length === 0) return null;
  return repeatCost(item.cost, timesOf(item.call, context));
}

function notesOf(item: LineItem): string[] {
  const { request, via, isDiscarded } = item.call;
  const { model, settings, unknowns } = request;
  const notes: string[] = [];
  if (item.unpriced !== null) notes.push(item.unpriced);
  if (model.source === 'env-fallback') notes.push(`priced as ${model.id ?? 'unknown'} if ${model.note ?? 'the setting'} is unset`);
  if (model.alternatives.length > 0) notes.push(`the model may also be ${model.alternatives.join(' or ')}`);
  if (via.length > 0) notes.push(`sent through ${via.join(', ')}`);
  if (unknowns.length > 0) notes.push(`may hold more: ${unknowns.join(', ')}`);
  if (settings.transportRetries !== null && settings.transportRetries > 0) {
    notes.push(`the SDK repeats a failed request up to ${settings.transportRetries} times; failures are mostly not billed`);
  }
  if (isDiscarded) notes.push('nothing reads the answer');
  return notes;
}
