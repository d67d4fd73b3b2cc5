import { methodRow, sdkNamed } from '../../sdks/index.ts';
import type { BoundRow } from '../../sdks/sdk.ts';
import type { Loop } from '../call-site.ts';
import type { CallRecord } from '../summary.ts';
import type { CallArguments, Value } from '../value.ts';
import { fieldsOf, slotGiven } from '../values/fields.ts';
import { settle, settleHead } from '../values/settle.ts';
import type { World } from '../world.ts';
import { boundFrom } from './runs.ts';

/**
 * Retries that an SDK makes because it is told to: by the method that made the object (`llm.with_retry(…)`), or by an option of
 * the call or of its client. Each stands where it is asked for.
 */
export function repeatLoops(world: World, record: CallRecord, ids: (key: string) => string | null, inTest: boolean): readonly Loop[] {
  if (record.via.length > 0 || record.spending.operation !== 'generate') return [];
  const receiver = record.receiver ? settleHead(world, record.receiver) : null;
  const call = ids(record.key) ?? record.key;
  return [...byMaker(world, receiver), ...byOption(world, record, receiver)].map(({ place, row, value }) => {
    const { bound, boundBy, max, unit } = boundFrom(row, value);
    return {
      id: `loop:${place.file}#${place.unit}@${place.span.start}:repeats`,
      kind: 'retry',
      form: 'option',
      inTest,
      place,
      whole: place,
      bound,
      boundBy,
      max,
      maxUnit: unit,
      calls: [call],
      over: [],
      isConcurrent: false,
      anchor: null,
      modelExits: [],
      retries: row.retries ?? 'transport',
    };
  });
}

/** One loop a place, with the calls of all that it repeats; what stands in another file is told there. */
export function joinLoops(loops: readonly Loop[], file: string): readonly Loop[] {
  const found = new Map<string, Loop>();
  for (const loop of loops) {
    const before = found.get(loop.id);
    if (loop.place.file === file) found.set(loop.id, before ? { ...before, calls: [...before.calls, ...loop.calls] } : loop);
  }
  return [...found.values()];
}

interface Repeat {
  readonly place: Value['place'];
  readonly row: BoundRow;
  readonly value: Value | null;
}

function byMaker(world: World, receiver: Value | null): readonly Repeat[] {
  const found: Repeat[] = [];
  for (let at = receiver; at?.kind === 'object'; at = at.from) {
    const maker = at.from?.kind === 'object' ? at.from : null;
    const sdk = maker ? sdkNamed(maker.sdk) : null;
    const row = maker && sdk ? methodRow(sdk, maker.type, maker.path)?.repeats : undefined;
    if (!row) continue;
    const fields = {
      kind: 'record' as const,
      entries: (at.arguments?.named ?? []).map((one) => ({ key: one.name, value: one.value })),
      unknowns: [],
      place: at.place,
    };
    const value = slotGiven(world, row.limit, fields, at.arguments ?? NONE, null);
    found.push({ place: at.place, row, value: value ? settle(world, value) : null });
  }
  return found;
}

function byOption(world: World, record: CallRecord, receiver: Value | null): readonly Repeat[] {
  const row = record.spending.repeats;
  if (!row) return [];
  const fields = fieldsOf(record.spending, record.arguments, world.language(record.place.file) === 'python');
  const value = slotGiven(world, row.limit, fields, record.arguments, receiver);
  return value ? [{ place: value.place, row, value: settle(world, value) }] : [];
}

const NONE: CallArguments = { positional: [], named: [], unknowns: [] };
