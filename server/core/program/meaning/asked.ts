import { isAskingPath } from '../../sdks/index.ts';
import type { CallRecord } from '../summary.ts';
import type { CallArguments, Value } from '../value.ts';
import { settleHead } from '../values/settle.ts';
import type { Fill } from '../values/substitute.ts';
import type { World } from '../world.ts';
import { postedThrough } from './posted.ts';
import { meaningOf } from './sdk-meaning.ts';

/** `llm.invoke(…)` of something that only a caller knows, and that models are asked by. */
export function mayAsk(head: Value): boolean {
  const names: string[] = [];
  let root = head;
  while (root.kind === 'member') {
    names.unshift(root.name);
    root = root.object;
  }
  return root.kind === 'parameter' && root.typed === null && root.typeName === null && isAskingPath(names);
}

/** A call as a caller makes it: known, still open, or none of a model. */
export function shownThrough(
  world: World,
  call: CallRecord,
  { receiver, given, fill }: { readonly receiver: Value | null; readonly given: CallArguments; readonly fill: Fill },
): CallRecord | null {
  if (!call.pending) return { ...call, arguments: given };
  return call.pending.kind === 'post' ? postedThrough(world, call, call.pending, given, fill) : askedThrough(world, call, receiver, given);
}

function askedThrough(world: World, call: CallRecord, receiver: Value | null, given: CallArguments): CallRecord | null {
  if (!receiver) return null;
  const head = settleHead(world, receiver);
  const { pending, ...rest } = call;
  for (const one of head.kind === 'choice' ? head.options : [head]) {
    const meaning = one.kind === 'object' ? meaningOf(one, given, world.language(call.place.file), world) : null;
    if (meaning?.kind !== 'spends') continue;
    const { sdk, api, spending, sent } = meaning;
    return {
      ...rest,
      sdk,
      api,
      spending,
      arguments: sent ?? given,
      isRun: spending.kind === 'run',
      ...(pending?.isLater ? { isLater: true } : {}),
    };
  }
  return mayAsk(head) ? { ...call, arguments: given } : null;
}
