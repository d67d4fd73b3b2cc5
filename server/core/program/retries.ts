import type { Expression } from '../module/expression.ts';
import type { FunctionNode } from '../module/function.ts';
import type { Frame } from './frame.ts';
import type { LoopRecord, Summary } from './summary.ts';
import type { CallArguments, Value } from './value.ts';
import { dotted } from './waits.ts';

/** Decorators that repeat a function when it fails, as data: where their limit stands and what its absence means. */
const DECORATORS: readonly {
  readonly names: RegExp;
  readonly limits: readonly string[];
  readonly bare: 'unbounded' | number;
  readonly source: string;
}[] = [
  {
    names: /^tenacity\.(retry|Retrying|AsyncRetrying)$/,
    limits: ['stop'],
    bare: 'unbounded',
    source: 'jd/tenacity __init__.py: stop_never',
  },
  {
    names: /^backoff\.on_(exception|predicate)$/,
    limits: ['max_tries', 'max_time'],
    bare: 'unbounded',
    source: 'litl/backoff _decorator.py: None, None',
  },
  {
    names: /^retry(ing)?\.(retry|api\.retry)$/,
    limits: ['tries', 'stop_max_attempt_number', 'stop_max_delay'],
    bare: 'unbounded',
    source: 'invl/retry, rholder/retrying: endless by default',
  },
];

/** A decorated function's calls are repeated as its decorator says. */
export function readRetries(frame: Frame, node: FunctionNode, summary: Summary): Summary {
  const loops: LoopRecord[] = [];
  const calls = summary.calls.filter((call) => call.spending.operation === 'generate').map((call) => call.key);
  for (const decorator of node.decorators) {
    const value = frame.evaluate(decorator);
    const row = DECORATORS.find((one) => one.names.test(dotted(value.kind === 'called' ? value.callee : value)));
    if (!row || calls.length === 0) continue;
    loops.push(retryLoop(frame, decorator, value, row, calls));
  }
  if (loops.length === 0) return summary;
  const keys = loops.map((loop) => loop.key);
  return {
    ...summary,
    loops: [...summary.loops, ...loops],
    calls: summary.calls.map((call) => ({ ...call, loops: [...call.loops, ...keys] })),
  };
}

function retryLoop(
  frame: Frame,
  decorator: Expression,
  value: Value,
  row: (typeof DECORATORS)[number],
  calls: readonly string[],
): LoopRecord {
  // By its value: a helper may have made the decorator, and set its limit.
  const limit = value.kind === 'called' ? limitOf(value.arguments, row.limits) : null;
  const max = limit && value.kind === 'called' ? attempts(value.arguments.named.find((one) => one.name === limit.name)?.value) : null;
  return {
    key: `${frame.file}#${frame.unit}@${decorator.span.start}`,
    owner: frame.owner,
    kind: 'retry',
    form: 'decorator',
    place: frame.place(decorator.span),
    whole: frame.place(decorator.span),
    bound: limit ? 'bounded' : 'unbounded',
    boundBy: limit ? `${limit.name} is set` : 'no limit on tries or time',
    max,
    maxUnit: 'passes',
    calls,
    statement: null,
    modelExits: [],
    retries: null,
  };
}

function limitOf(given: CallArguments, limits: readonly string[]): { readonly name: string } | null {
  const named = given.named.find((one) => limits.includes(one.name) && one.value.kind !== 'null');
  if (named) return { name: named.name };
  return given.unknowns.length > 0 ? { name: 'a spread' } : null;
}

/** `stop_after_attempt(6)`, `max_tries=3`. */
function attempts(value: Value | undefined): number | null {
  if (value?.kind === 'number') return value.value;
  if (value?.kind === 'called' && /stop_after_attempt$/.test(dotted(value.callee))) {
    const [first] = value.arguments.positional;
    return first?.kind === 'number' ? first.value : null;
  }
  return null;
}
