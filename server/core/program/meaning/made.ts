import { methodRow, sdkNamed } from '../../sdks/index.ts';
import { type CallArguments, noArguments, type ObjectValue, type RecordValue, type Value } from '../value.ts';

/** What an SDK makes of a call: an object that remembers what it was given, positions by their names. */
export function madeObject(
  made: { readonly sdk: string; readonly type: string; readonly positional: readonly string[] },
  from: Value,
  given: CallArguments,
  place: Value['place'],
): ObjectValue {
  return { kind: 'object', sdk: made.sdk, type: made.type, arguments: byName(given, made.positional), from, path: [], place };
}

/** Positional arguments under their names as well; an empty name stands for a record whose entries are the arguments, `name|` for either. */
export function byName(given: CallArguments, names: readonly string[]): CallArguments {
  const named = [...given.named];
  const unknowns = [...given.unknowns];
  for (const [at, name] of names.entries()) {
    const value = given.positional[at];
    if (!value) continue;
    const isEither = name.endsWith('|');
    if (name !== '' && !(isEither && value.kind === 'record'))
      named.push({ name: isEither ? name.slice(0, -1) : name, value, place: value.place });
    else if (value.kind === 'record') {
      named.push(...value.entries.map((entry) => ({ name: entry.key, value: entry.value, place: entry.value.place })));
      unknowns.push(...value.unknowns);
    } else if (OPEN.has(value.kind)) unknowns.push(value);
  }
  return named.length === given.named.length && unknowns.length === given.unknowns.length ? given : { ...given, named, unknowns };
}

/** `pipeline.add_component("llm", generator)`: the receiver with what it was given; null where a method keeps nothing. */
export function keptObject(callee: Value, given: CallArguments): ObjectValue | null {
  const sdk = callee.kind === 'object' ? sdkNamed(callee.sdk) : null;
  if (callee.kind !== 'object' || !sdk) return null;
  const keeps = methodRow(sdk, callee.type, callee.path)?.keeps;
  if (!keeps) return null;
  const all = byName(given, keeps);
  // What comes from outside the SDKs asks nobody.
  const more = { ...all, named: all.named.filter((one) => one.value.kind !== 'called' && one.value.kind !== 'external') };
  const before = callee.arguments ?? noArguments;
  return {
    ...callee,
    path: [],
    arguments: { ...before, named: [...before.named, ...more.named], unknowns: [...before.unknowns, ...more.unknowns] },
  };
}

/** Whether something that the object keeps under a name can ask a model. */
export function keepsAsking(object: Value, name: string, settled: (value: Value) => Value): boolean {
  const kept = object.kind === 'object' ? (object.arguments?.named ?? []).filter((one) => one.name === name) : [];
  return kept.some(({ value }) => {
    const head = settled(value);
    const sdk = head.kind === 'object' ? sdkNamed(head.sdk) : null;
    return head.kind === 'object' && sdk?.methods.some((row) => row.on === head.type && row.spends?.operation === 'generate') === true;
  });
}

/** What may turn out to be a record when its caller is known. */
const OPEN = new Set<Value['kind']>(['parameter', 'member', 'choice', 'hole', 'called']);

/** `SystemMessage("…")`, `ChatMessage(role="user", content=…)`: the same as a record with a role and content. */
export function messageRecord(role: string, given: CallArguments, names: readonly string[], place: Value['place']): RecordValue {
  const all = byName(given, given.positional[0]?.kind === 'record' ? [''] : names);
  const own = all.named.filter((one) => role === 'given' || one.name !== 'role').map((one) => ({ key: one.name, value: one.value }));
  const entries = role === 'given' ? own : [{ key: 'role', value: { kind: 'text' as const, text: role, place } }, ...own];
  return { kind: 'record', entries, unknowns: all.unknowns, place };
}
