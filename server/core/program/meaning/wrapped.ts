import type { CallRecord } from '../summary.ts';
import type { CallArguments, FunctionValue, Value } from '../value.ts';
import { argumentValues, carries } from '../values/taint.ts';
import { nameOf } from '../values/texts.ts';
import { nameOfExternal } from '../workspace/file-paths.ts';

/** Whether the call stands in a function that is given back: whoever calls that one makes the request. */
export function isGivenBack(returns: Value, call: CallRecord, depth: number): boolean {
  const { file, unit, span } = call.place;
  if (returns.kind === 'function')
    return returns.file === file && returns.unit === unit && returns.node.span.start <= span.start && span.end <= returns.node.span.end;
  if (depth > MOST_DEPTH) return false;
  return madeOf(returns).some((part) => isGivenBack(part, call, depth + 1));
}

function madeOf(value: Value): readonly Value[] {
  if (value.kind === 'record') return value.entries.map((entry) => entry.value);
  if (value.kind === 'list') return value.items.map((item) => item.value);
  return value.kind === 'choice' ? value.options : [];
}

/** Whether the request is shaped by what the caller gives, beyond the object that it is called on. */
export function dependsOn(call: CallRecord, owner: string, callee: FunctionValue, isPython: boolean): boolean {
  const [first] = callee.node.parameters;
  const self = isPython && callee.receiver && first?.target.kind === 'name' ? first.target.name : 'this';
  const hasKnownReceiver =
    callee.receiver?.kind === 'instance' && callee.receiver.arguments !== null && argumentValues(callee.receiver.arguments).length > 0;
  const fits = (value: Value): boolean => value.kind === 'parameter' && value.owner === owner && (hasKnownReceiver || value.name !== self);
  return (
    argumentValues(call.arguments).some((value) => carries(value, fits, 0)) || (call.receiver !== null && carries(call.receiver, fits, 0))
  );
}

/** `expect(ask)`, `vi.mocked(ask)`, `inspect.signature(ask)`: what is handed over here is not called. */
export const isOnlyLookedAt = (head: Value): boolean =>
  (head.kind === 'external' || head.kind === 'member') && LOOKERS.has(nameOf(head).split('.').at(-1) ?? '');

const LOOKERS: ReadonlySet<string> = new Set([
  // Jest, Vitest, Chai, Sinon
  ...['expect', 'mocked', 'assert', 'isMockFunction', 'toBe', 'toEqual', 'assertType', 'expectTypeOf'],
  // Python's inspect, builtins and unittest
  ...['signature', 'getsource', 'getdoc', 'getmembers', 'iscoroutinefunction', 'isfunction', 'callable', 'get_type_hints', 'type', 'id'],
  ...['print', 'repr', 'isinstance', 'hasattr', 'wraps', 'update_wrapper', 'assertIs', 'assertEqual', 'assertTrue'],
  // Logs and tests of types
  ...['log', 'debug', 'isFunction', 'String', 'Boolean', 'markRaw'],
]);

/** What gives a function back that does the same in another thread or way of waiting. Sources: the packages' documentation. */
export const isAdapter = (head: Value): boolean => head.kind === 'external' && ADAPTERS.has(nameOfExternal(head));

const ADAPTERS: ReadonlySet<string> = new Set([
  ...['chainlit.make_async', 'asgiref.sync.sync_to_async', 'asgiref.sync.async_to_sync', 'asyncer.asyncify', 'asyncer.syncify'],
  ...['util.promisify', 'node:util.promisify', 'functools.cache', 'functools.lru_cache', 'react.cache'],
]);

/** A call that only waits for its last arguments. */
export const isPartial = (value: Value): boolean =>
  (value.kind === 'function' && value.given !== null) ||
  (value.kind === 'called' &&
    value.callee.kind === 'external' &&
    value.callee.package === 'functools' &&
    value.callee.path.at(-1) === 'partial');

/** `ask.bind(null, client)`, `client.messages.create.bind(client.messages)` */
export function bound(head: Value, given: CallArguments): Value | null {
  if (head.kind === 'member' && head.name === 'bind' && head.object.kind === 'function')
    return { ...head.object, given: { ...given, positional: given.positional.slice(1) } };
  return head.kind === 'object' && head.path.length > 1 && head.path.at(-1) === 'bind' && given.positional.length < 2
    ? { ...head, path: head.path.slice(0, -1) }
    : null;
}

const MOST_DEPTH = 3;
