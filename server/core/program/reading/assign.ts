import type { Expression } from '../../module/expression.ts';
import type { Frame } from '../frame.ts';
import { noteAssignedGlobal } from '../meaning/global-models.ts';
import { choiceOf, hole, type ListItem, type Value } from '../value.ts';
import { memberOf } from '../values/members.ts';
import { fromModel, isModelsWord, madeFrom } from '../values/taint.ts';
import { noteKept } from './kept.ts';

/** Binds a value to a target: a name, a member, an element, or a pattern of them. */
export function assignTo(frame: Frame, target: Expression, value: Value): void {
  switch (target.kind) {
    case 'name':
      frame.names.set(target.name, value);
      return;
    case 'assignment': {
      // A pattern's default: `{ limit = 10 }`.
      const fallback = frame.evaluate(target.value);
      const isAbsent = value.kind === 'null' || (value.kind === 'hole' && value.why === 'not in the record');
      assignTo(
        frame,
        target.target,
        isAbsent ? fallback : value.kind === 'hole' || value.kind === 'member' ? choiceOf([value, fallback], value.place) : value,
      );
      return;
    }
    case 'list':
      for (const [at, item] of target.items.entries()) assignItem(frame, item, at, value);
      return;
    case 'record':
      for (const entry of target.entries) {
        if (entry.kind === 'entry') assignTo(frame, entry.value, memberOf(frame.world, value, entry.key, frame.place(entry.span)));
        else if (entry.kind === 'spread') assignTo(frame, entry.value, value);
      }
      return;
    case 'member':
      assignMember(frame, target, target.name, value);
      return;
    case 'index': {
      const index = frame.evaluate(target.index);
      if (index.kind === 'text') assignMember(frame, target, index.text, value);
      return;
    }
    default:
  }
}

function assignItem(frame: Frame, item: Expression, at: number, value: Value): void {
  const place = frame.place(item.span);
  if (item.kind === 'spread') {
    assignTo(frame, item.value, madeFrom(hole('rest', 'the rest of a list', place, 'unknown', fromModel(value)), [value]));
    return;
  }
  const known = value.kind === 'list' && value.items.slice(0, at + 1).every((one) => one.count === 'one') ? value.items[at]?.value : null;
  const unknown = (): Value =>
    value.kind === 'response'
      ? value
      : value.kind === 'list' || fromModel(value)
        ? madeFrom(hole(item.kind === 'name' ? item.name : 'element', 'an element of a list', place, 'unknown', isModelsWord(value)), [
            value,
          ])
        : { kind: 'member', object: value, name: `[${at}]`, place };
  assignTo(frame, item, known ?? unknown());
}

type MemberTarget = Extract<Expression, { kind: 'member' | 'index' }>;

function assignMember(frame: Frame, target: MemberTarget, name: string, value: Value): void {
  const { object } = target;
  if (object.kind === 'name' && object.name === frame.receiver) {
    frame.names.set(`${object.name}.${name}`, value);
    frame.writes.push({ name, value, grows: false });
    return;
  }
  const current = frame.evaluate(object);
  if (current.kind !== 'record' && current.kind !== 'instance') noteKept(frame, target, value);
  noteAssignedGlobal(frame, current, name, value);
  if (current.kind === 'record')
    assignTo(frame, object, { ...current, entries: [...current.entries.filter((entry) => entry.key !== name), { key: name, value }] });
}

/** What a list is after one of its own methods ran; null where the method changes nothing that we follow. */
export function changedList(list: Value, method: string, given: readonly Value[]): Value | null {
  const [first, second] = given;
  const base: readonly ListItem[] = list.kind === 'list' ? list.items : [{ value: list, count: 'many', grows: 'uncut' }];
  const place = list.place;
  const made = (items: readonly ListItem[]): Value => ({ kind: 'list', items, place });
  switch (method) {
    case 'append':
    case 'push':
    case 'add':
    case 'appendleft':
      return made([...base, ...given.map((value) => ({ value, count: 'one' as const }))]);
    case 'extend':
      return first ? made([...base, ...(first.kind === 'list' ? first.items : [{ value: first, count: 'many' as const }])]) : null;
    case 'unshift':
      return made([...given.map((value) => ({ value, count: 'one' as const })), ...base]);
    case 'insert':
      if (!first || !second) return null;
      return first.kind === 'number' && first.value === 0
        ? made([{ value: second, count: 'one' }, ...base])
        : made([...base, { value: second, count: 'one' }]);
    case 'pop':
    case 'shift':
    case 'splice':
    case 'remove':
    case 'popleft':
      return made(base.map((item) => ({ ...item, count: item.count === 'one' ? 'maybe' : item.count })));
    case 'clear':
      return made([]);
    default:
      return null;
  }
}

/** A record after `update({...})`. */
export function changedRecord(record: Value, method: string, given: readonly Value[]): Value | null {
  if (record.kind !== 'record' || method !== 'update') return null;
  const [first] = given;
  if (first?.kind === 'record')
    return { ...record, entries: [...record.entries, ...first.entries], unknowns: [...record.unknowns, ...first.unknowns] };
  return first ? { ...record, unknowns: [...record.unknowns, first] } : null;
}
