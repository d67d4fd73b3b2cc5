import type { CallExpression, Expression } from '../../module/expression.ts';
import type { Frame } from '../frame.ts';
import type { Summary } from '../summary.ts';
import { type CallArguments, choiceOf, functionValue, type Value } from '../value.ts';
import { functionOf } from '../workspace/facts.ts';
import type { Files } from '../workspace/files.ts';
import { GETTERS, keptByCall, keptUnder, SETTERS } from '../workspace/stores.ts';
import type { World } from '../world.ts';

/** `st.session_state.llm = …`: noted where it stands, for the file's other functions. */
export function noteKept(frame: Frame, target: Expression, value: Value): void {
  const key = keptUnder(target);
  if (key !== null) keep(frame, key, value);
}

/** `user_session.set("agent", agent)`, and `user_session.get("agent")` for what was set. */
export function keptThroughCall(frame: Frame, expression: CallExpression, given: CallArguments): Value | null {
  const set = keptByCall(expression, SETTERS);
  const [, value] = given.positional;
  if (set !== null && value) keep(frame, set, value);
  const got = keptByCall(expression, GETTERS);
  return got === null ? null : kept(frame, got);
}

/** What a place in a store holds, where its object says nothing of it. */
export function keptAt(frame: Frame, place: Expression, object: Value): Value | null {
  const isOpen = object.kind === 'external' || object.kind === 'member' || object.kind === 'parameter' || object.kind === 'hole';
  const key = isOpen ? keptUnder(place) : null;
  return key === null ? null : kept(frame, key);
}

/** What a file's functions and top level keep under a name. */
export function keptIn(world: World, files: Files, flow: (file: string) => Summary, file: string, key: string): Value | null {
  const keepers = (files.index(file)?.entries ?? []).filter((entry) => entry.keeps.includes(key));
  const summaries = keepers.map(({ id }) => {
    const statement = files.unit(file, id)?.statement ?? null;
    const node = functionOf(statement);
    return statement && node ? world.summary(functionValue(file, id, statement, node)) : flow(file);
  });
  const values = [...new Set(summaries)]
    .flatMap((one) => (one.keeps ?? []).filter((row) => row.key === key))
    .flatMap(({ value }) => (value.kind === 'null' ? [] : [value]));
  const [first] = values;
  return first ? choiceOf(values, first.place) : null;
}

function keep(frame: Frame, key: string, value: Value): void {
  frame.names.set(key, value);
  if (frame.isRecording) frame.keeps.push({ key, value });
}

const kept = (frame: Frame, key: string): Value | null => frame.names.get(key) ?? frame.world.kept(frame.file, key);
