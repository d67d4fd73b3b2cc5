import type { Place } from '../../module/module.ts';
import { sdkNamed } from '../../sdks/index.ts';
import type { Slots } from '../../sdks/sdk.ts';
import type { CacheMark, ModelReference, ModelRequest, OutputCap, Part, RequestSettings } from '../call-site.ts';
import type { CallRecord } from '../summary.ts';
import { type CallArguments, choiceOf, hole, type RecordValue, type Value } from '../value.ts';
import { exampleSetting } from '../values/data-value.ts';
import { fieldsOf, slotValue } from '../values/fields.ts';
import { settle, settleHead } from '../values/settle.ts';
import { nameOf } from '../values/texts.ts';
import type { World } from '../world.ts';
import { messageParts, promptParts, rememberedPart, seconds, systemParts, toolParts } from './messages.ts';
import { addressOf, addressOfModel, hostOf, modelReference } from './model-reference.ts';

/** The request of a call in neutral words, with everything settled that the source shows. */
export function buildRequest(world: World, record: CallRecord): ModelRequest {
  const asked = read(world, record);
  const { spending } = record;
  const sdk = sdkNamed(record.sdk);
  const anew = isMadeAnew(world, record.place);
  const address = addressOf(asked.slot('baseUrl')) ?? addressOfModel(asked.slot('model'));
  const own = hostOf(asked.receiver) ?? (sdk?.host && !isElsewhere(address) ? sdk.host : 'vendor');
  const global = asked.slot('model') ? null : world.globalModel(record.place.file, record.sdk);
  const named = modelReference(asked.rawSlot('model') ?? global, asked.slot('model') ?? (global && settle(world, global)), {
    call: record.whole,
    isInstance: record.via.length > 0,
    host: own !== 'vendor' ? own : (address?.host ?? (isMadeUnseen(asked.receiver) ? 'unknown' : own)),
    example: (name) => exampleSetting(world, record.place.file, name),
  });
  const model: ModelReference = record.isOneOfSeveral ? { ...named, ...SEVERAL } : named;
  const tools = asked.slot('tools');
  const system = asked.slot('system');
  const messages = asked.slot('messages');
  const prompt = messages ? null : asked.slot('prompt');
  const parts: readonly Part[] = [
    ...(tools ? toolParts(tools, anew) : []),
    ...(system ? systemParts(system, anew) : []),
    ...historyParts(asked, record, anew),
    ...(messages ? messageParts(messages, anew) : []),
    ...(prompt ? promptParts(prompt, anew) : []),
    // Fields that the source does not show may hold all that is said: the count is open, not small.
    ...(messages || prompt ? [] : asked.fields.unknowns.slice(0, 1).flatMap((unknown) => messageParts(unknown, anew))),
  ];
  return {
    provider:
      address?.provider ??
      modelProvider(asked.slot('model') ?? (global && settle(world, global))) ??
      spending.provider ??
      (asked.sdks.size > 1 ? null : sdk?.provider) ??
      null,
    wire: spending.wire ?? sdk?.wire ?? 'unknown',
    model,
    maxOutput: outputCap(asked),
    parts: ordered(parts),
    cacheMarks: cacheMarks(parts, asked),
    settings: settingsOf(asked, tools),
    unknowns: asked.fields.unknowns.map((one) => nameOf(one) || 'options'),
  };
}

const SEVERAL = { id: null, source: 'unknown', note: 'the class used', alternatives: [], place: null, host: 'unknown' } as const;

/** A client known by its type alone may have been made for any address. */
const isMadeUnseen = (receiver: Value | null): boolean => receiver?.kind === 'object' && receiver.arguments === null;

/** An address that the source shows and that is no local one. */
const isElsewhere = (address: ReturnType<typeof addressOf>): boolean =>
  address !== null && address.host !== 'unknown' && address.host !== 'local';

/** Earlier messages: those given apart, and those that a session remembers by itself. */
function historyParts(asked: Asked, record: CallRecord, anew: (value: Value) => boolean): readonly Part[] {
  const given = asked.slot('history');
  const known = given ? messageParts(given, anew) : [];
  if (!record.spending.isSession) return known;
  const { receiver } = asked;
  const isOnce =
    receiver?.kind === 'object' &&
    receiver.arguments !== null &&
    record.loops.length === 0 &&
    receiver.place.file === record.place.file &&
    receiver.place.unit === record.place.unit;
  return isOnce ? known : [...known, rememberedPart(record.place)];
}

interface Asked {
  readonly fields: RecordValue;
  readonly receiver: Value | null;
  /** More than one where a branch chooses between clients of different SDKs. */
  readonly sdks: ReadonlySet<string>;
  readonly slot: (name: keyof Slots) => Value | null;
  /** Before parameters were settled. */
  readonly rawSlot: (name: keyof Slots) => Value | null;
}

function read(world: World, record: CallRecord): Asked {
  const { spending } = record;
  const isPython = world.language(record.place.file) === 'python';
  const given: CallArguments = {
    positional: record.arguments.positional.map((one) => settle(world, one)),
    named: record.arguments.named.map((one) => ({ ...one, value: settle(world, one.value) })),
    unknowns: record.arguments.unknowns.map((one) => settle(world, one)),
  };
  const head = record.receiver ? settleHead(world, record.receiver) : null;
  const receivers = receiversOf(head);
  const [receiver = null] = receivers;
  const fields = fieldsOf(spending, given, isPython);
  const raw = fieldsOf(spending, record.arguments, isPython);
  return {
    fields,
    receiver,
    sdks: new Set(receivers.flatMap((one) => (one.kind === 'object' ? one.sdk : []))),
    slot: (name) => {
      const value = oneOf(receivers, (one) => slotValue(world, spending.slots[name], fields, given, one));
      return value ? settle(world, value) : null;
    },
    rawSlot: (name) => oneOf(receivers, (one) => slotValue(world, spending.slots[name], raw, record.arguments, one)),
  };
}

/** Clients that a branch or a factory chooses from: each of them may be the one that is asked. */
function receiversOf(head: Value | null): readonly Value[] {
  if (head?.kind !== 'choice') return head ? [head] : [];
  const objects = head.options.filter((option) => option.kind === 'object');
  const made = objects.filter((option) => option.arguments !== null);
  return made.length > 1 ? made : [objects[0] ?? head];
}

/** What the request says, whoever is asked: where one client says it and another doesn't, it stays open. */
function oneOf(receivers: readonly Value[], say: (receiver: Value | null) => Value | null): Value | null {
  const [first, ...others] = receivers.map(say);
  if (others.length === 0) return receivers.length === 0 ? say(null) : (first ?? null);
  const said = [first, ...others].flatMap((value) => value ?? []);
  const [place] = said.map((value) => value.place);
  if (!place) return null;
  const open = said.length < receivers.length ? [hole('the client used', 'not every client says it', place)] : [];
  return choiceOf([...said, ...open], place);
}

/** A value made in the call's own function, or in a function that it calls, is made anew for each call. */
function isMadeAnew(world: World, call: Place): (value: Value) => boolean {
  return (value) => {
    if (value.place.file === call.file && value.place.unit === call.unit) return true;
    return world.unit(value.place.file, value.place.unit)?.statement?.kind === 'function';
  };
}

const modelProvider = (model: Value | null): string | null => {
  const object = model?.kind === 'choice' ? model.options.find((option) => option.kind === 'object') : model;
  return object?.kind === 'object' ? (sdkNamed(object.sdk)?.provider ?? null) : null;
};

function outputCap(asked: Asked): OutputCap {
  const value = asked.slot('maxOutput');
  const options = value?.kind === 'choice' ? value.options : value ? [value] : [];
  const numbers = options.flatMap((option) => (option.kind === 'number' ? [option] : []));
  const [first] = numbers;
  if (first && numbers.length === options.length)
    return { kind: 'set', tokens: Math.max(...numbers.map((one) => one.value)), place: first.place };
  if (value) return { kind: 'unknown', name: nameOf(value) || 'a variable' };
  const [unknown] = asked.fields.unknowns;
  return unknown ? { kind: 'unknown', name: nameOf(unknown) || 'options' } : { kind: 'absent' };
}

const ROLE_ORDER: Readonly<Record<Part['role'], number>> = { tools: 0, schema: 0, system: 1, user: 2, assistant: 2, tool: 2, history: 2 };

/** Vendors put tools first, then the system text, then messages in their order. */
function ordered(parts: readonly Part[]): readonly Part[] {
  return parts
    .map((part, at) => ({ part, at }))
    .sort((a, b) => ROLE_ORDER[a.part.role] - ROLE_ORDER[b.part.role] || a.at - b.at)
    .map(({ part }) => part);
}

function cacheMarks(parts: readonly Part[], asked: Asked): readonly CacheMark[] {
  const marks = parts.flatMap((part) => part.cacheMark ?? []);
  const all = asked.slot('cacheSwitch');
  const key = asked.slot('cacheKey');
  const ttl = all?.kind === 'record' ? all.entries.find((entry) => entry.key === 'ttl')?.value : null;
  return [
    ...marks,
    ...(all ? [{ kind: 'automatic' as const, lifetimeSeconds: ttl?.kind === 'text' ? seconds(ttl.text) : null, place: all.place }] : []),
    ...(key ? [{ kind: 'key' as const, lifetimeSeconds: null, place: key.place }] : []),
  ];
}

function settingsOf(asked: Asked, tools: Value | null): RequestSettings {
  const stream = asked.slot('stream');
  const completions = asked.slot('completions');
  const tier = asked.slot('serviceTier');
  const thinking = asked.slot('thinking');
  const budget = asked.slot('thinkingBudget');
  const choice = asked.slot('toolChoice');
  const retries = asked.slot('retries');
  const region = asked.slot('region');
  const hasUnknowns = asked.fields.unknowns.length > 0;
  return {
    stream: stream?.kind === 'boolean' ? stream.value : null,
    completions: completions?.kind === 'number' ? completions.value : null,
    serviceTier: tier?.kind === 'text' ? tier.text : null,
    isBatch: false,
    hasThinking: thinking ? isThinking(thinking) : hasUnknowns ? null : false,
    thinkingBudget: budget?.kind === 'number' ? budget.value : null,
    effort: effortOf(asked.slot('effort')) ?? effortOf(thinking),
    toolChoice: choice ? textOf(choice) : null,
    hasOutputSchema: asked.slot('outputSchema') !== null,
    toolCount:
      tools === null
        ? hasUnknowns
          ? null
          : 0
        : tools.kind === 'list' && tools.items.every((item) => item.count === 'one')
          ? tools.items.length
          : tools.kind === 'record'
            ? tools.entries.length
            : null,
    transportRetries: retries?.kind === 'number' ? retries.value : null,
    timeoutSeconds: timeoutOf(asked),
    imageDetail: null,
    ...(region?.kind === 'text' ? { region: region.text } : {}),
  };
}

/** Null where the value is not shown: a variable may turn it on or off. */
function isThinking(value: Value): boolean | null {
  if (value.kind === 'boolean') return value.value;
  if (value.kind === 'text') return !OFF.test(value.text);
  if (value.kind !== 'record') return null;
  const type = value.entries.find((entry) => /^(type|effort|enabled)$/.test(entry.key))?.value;
  const budget = value.entries.find((entry) => /^(thinking_?budget|budget_?tokens)$/i.test(entry.key))?.value;
  if (budget?.kind === 'number' && budget.value === 0) return false;
  if (type && type.kind !== 'text' && type.kind !== 'boolean') return null;
  return type ? isThinking(type) : value.unknowns.length === 0 ? true : null;
}
const OFF = /^(disabled|none|off|provider-default)$/;

/** The word itself, or a record's `effort`, `thinking_level`. */
function effortOf(value: Value | null): string | null {
  if (value?.kind === 'text') return value.text.toLowerCase();
  if (value?.kind !== 'record') return null;
  const found = value.entries.find((entry) => /^(effort|thinking_?level|reasoning_?effort)$/i.test(entry.key))?.value;
  return found?.kind === 'text' ? found.text.toLowerCase() : null;
}

/** Python's clients count in seconds, JavaScript's in milliseconds: they have slots of their own. */
function timeoutOf(asked: Asked): number | null {
  const seconds = asked.slot('timeoutSeconds');
  if (seconds?.kind === 'number') return seconds.value;
  const milliseconds = asked.slot('timeoutMilliseconds');
  return milliseconds?.kind === 'number' ? milliseconds.value / 1000 : null;
}

function textOf(value: Value): string | null {
  if (value.kind === 'text') return value.text;
  if (value.kind !== 'record') return null;
  const type = value.entries.find((entry) => entry.key === 'type')?.value;
  return type?.kind === 'text' ? type.text : null;
}
