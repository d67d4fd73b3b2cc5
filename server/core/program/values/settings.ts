import { type CallArguments, choiceOf, hole, noArguments, type RecordValue, type Value } from '../value.ts';
import { nameOfExternal } from '../workspace/file-paths.ts';
import type { World } from '../world.ts';
import { dotted } from './waits.ts';

/** A setting from the environment, with what the code falls back to. */
export function environment(name: Value | string | undefined, fallback: Value | null | undefined, place: Value['place']): Value {
  const text = typeof name === 'string' ? name : name?.kind === 'text' ? name.text : 'environment';
  const setting = hole(text, 'read from the environment', place, 'per-process');
  return fallback && fallback.kind !== 'null' ? choiceOf([setting, fallback], place) : setting;
}

/** The name of a setting that a value is read from: `os.environ["MODEL"]`, `process.env.MODEL`. */
export function environmentName(value: Value): string | null {
  if (value.kind === 'hole') return value.why === 'read from the environment' ? value.name : null;
  return ENVIRONMENT.exec(dotted(value))?.[1] ?? null;
}

const ENVIRONMENT = /^(?:os\.environ|(?:node:)?process(?:\.default)?\.env|import\.meta\.env|Bun\.env)\.(\w+)$/;
const WHOLE_ENVIRONMENT = /^(?:os\.environ|(?:node:)?process(?:\.default)?\.env|import\.meta\.env|Bun\.env)$/;

/** Calls that read settings, and libraries that check them. Null where the call is none. */
export function settingCall(world: World, callee: Value, given: CallArguments, place: Value['place']): Value | null {
  const [first, second] = given.positional;
  if (callee.kind === 'external') {
    const name = nameOfExternal(callee);
    if (READERS.has(name)) return environment(first, second ?? named(given, 'default'), place);
    if (name === 'vars' || name === 'dataclasses.asdict') return first ?? null;
    if (CHECKERS.has(name) && second?.kind === 'record') return checked(world, second, place);
    if (name === 'envsafe.envsafe' && first?.kind === 'record') return checked(world, first, place);
    if (/^@t3-oss\/env-\w+\.createEnv$/.test(name) && first?.kind === 'record') return ofParts(world, first, place);
    return name === 'util.parseArgs' && first?.kind === 'record' ? parsedArguments(first, place) : null;
  }
  if (callee.kind !== 'member') return null;
  if (isReaderObject(callee.object)) return environment(first, second ?? named(given, 'default'), place);
  if (!first || !/^(?:safe)?[pP]arse(?:Async)?$/.test(callee.name)) return null;
  const shape = shapeOf(callee.object);
  const source = isEnvironmentLike(first) ? shape && parsed(world, shape, first, place) : null;
  return source && callee.name.startsWith('safe')
    ? { kind: 'record', entries: [{ key: 'data', value: source }], unknowns: [], place }
    : source;
}

/** `env.str("MODEL", "gpt-5")`, `config("MODEL")` of an object that reads the environment. */
function isReaderObject(object: Value): boolean {
  if (object.kind === 'member') return isReaderObject(object.object);
  return object.kind === 'called' && object.callee.kind === 'external' && READER_OBJECTS.has(nameOfExternal(object.callee));
}

const isEnvironmentLike = (value: Value): boolean =>
  WHOLE_ENVIRONMENT.test(dotted(value)) ||
  (value.kind === 'record' &&
    (value.entries.some((entry) => environmentName(entry.value) !== null) || value.unknowns.some(isEnvironmentLike)));

/** The fields of `z.object({ … })`, also behind further methods. */
function shapeOf(schema: Value): RecordValue | null {
  let at: Value = schema;
  for (let step = 0; step < LONGEST_CHAIN && at.kind === 'called'; step++) {
    const [first] = at.arguments.positional;
    if (/(^|\.)(?:object|strictObject|looseObject)$/.test(dotted(at.callee))) return first?.kind === 'record' ? first : null;
    if (at.callee.kind !== 'member') return null;
    at = at.callee.object;
  }
  return null;
}

function parsed(world: World, shape: RecordValue, source: Value, place: Value['place']): RecordValue {
  const entries = shape.entries.map(({ key, value }) => {
    const given = source.kind === 'record' ? source.entries.findLast((entry) => entry.key === key)?.value : undefined;
    const name = given ? environmentName(given) : key;
    return { key, value: name === null && given ? given : environment(name ?? key, chainDefault(world, value), place) };
  });
  return { kind: 'record', entries, unknowns: [], place };
}

/** `z.string().min(1).default('gpt-5')` */
function chainDefault(world: World, schema: Value): Value | null {
  let at: Value = schema;
  for (let step = 0; step < LONGEST_CHAIN; step++) {
    const [first] = at.kind === 'called' ? at.arguments.positional : [];
    const callee: Value | null = at.kind === 'called' ? at.callee : null;
    const name = callee?.kind === 'member' ? callee.name : callee?.kind === 'external' ? callee.path.at(-1) : null;
    if (first && (name === 'default' || name === 'catch' || name === 'prefault')) return made(world, first);
    if (callee?.kind !== 'member') return null;
    at = callee.object;
  }
  return null;
}

function checked(world: World, shape: RecordValue, place: Value['place']): RecordValue {
  const entries = shape.entries.map(({ key, value }) => {
    const [options] = value.kind === 'called' ? value.arguments.positional : [];
    const fallback = options?.kind === 'record' ? options.entries.find((entry) => entry.key === 'default')?.value : null;
    return { key, value: environment(key, fallback ?? chainDefault(world, value), place) };
  });
  return { kind: 'record', entries, unknowns: [], place };
}

function ofParts(world: World, options: RecordValue, place: Value['place']): RecordValue {
  const parts = ['shared', 'server', 'client'].flatMap((key) => {
    const part = options.entries.find((entry) => entry.key === key)?.value;
    return part?.kind === 'record' ? checked(world, part, place).entries : [];
  });
  return { kind: 'record', entries: parts, unknowns: [], place };
}

/** `parseArgs({ options: { model: { type: 'string', default: 'gpt-5' } } })` */
function parsedArguments(given: RecordValue, place: Value['place']): Value | null {
  const options = given.entries.find((entry) => entry.key === 'options')?.value;
  if (options?.kind !== 'record') return null;
  const entries = options.entries.map(({ key, value }) => ({
    key,
    value: commandLine(`--${key}`, value.kind === 'record' ? value.entries.find((entry) => entry.key === 'default')?.value : null, place),
  }));
  return { kind: 'record', entries: [{ key: 'values', value: { kind: 'record', entries, unknowns: [], place } }], unknowns: [], place };
}

/** What the command line gives, with what the program falls back to. */
export function commandLine(flag: string, fallback: Value | null | undefined, place: Value['place']): Value {
  const given = hole(flag, 'given on the command line', place, 'per-process');
  return fallback && fallback.kind !== 'null' ? choiceOf([given, fallback], place) : given;
}

const named = (given: CallArguments, name: string): Value | undefined => given.named.find((one) => one.name === name)?.value;

/** What a field's own call falls back to: `Field(default="gpt-5")`, `field(default_factory=…)`, `typer.Option("gpt-5")`; the value itself where it is none. */
export function fieldDefault(world: World, value: Value): Value | null {
  if (value.kind !== 'called' || value.callee.kind !== 'external' || !FIELDS.test(nameOfExternal(value.callee))) return value;
  const given = value.arguments;
  const [first] = given.positional;
  const factory = named(given, 'default_factory') ?? named(given, 'factory');
  if (factory) return made(world, factory);
  const fallback = named(given, 'default') ?? first;
  // `Field(...)` says that there is none.
  return !fallback || fallback.kind === 'hole' || dotted(fallback) === 'Ellipsis' ? null : fallback;
}

/** Under which names of the environment a field is read, where it says so. */
export function fieldName(value: Value): string | null {
  if (value.kind !== 'called') return null;
  const said = named(value.arguments, 'validation_alias') ?? named(value.arguments, 'env') ?? named(value.arguments, 'alias');
  const first = said?.kind === 'called' ? said.arguments.positional[0] : said?.kind === 'list' ? said.items[0]?.value : said;
  return first?.kind === 'text' ? first.text : null;
}

/** A factory without arguments gives what it returns. */
function made(world: World, factory: Value): Value | null {
  const { place } = factory;
  if (factory.kind === 'class') return { kind: 'instance', of: factory, arguments: noArguments, place };
  if (factory.kind === 'external') return { kind: 'called', callee: factory, arguments: noArguments, place };
  if (factory.kind !== 'function') return factory;
  return world.summary(factory).returns;
}

const LONGEST_CHAIN = 12;
const FIELDS =
  /^(?:pydantic(?:\.fields|\.v1)?\.Field|dataclasses\.field|attrs?\.(?:ib|field)|attr\.attrib|sqlmodel\.Field|typer\.(?:Option|Argument)|(?:fastapi|fastapi\.params)\.(?:Query|Body|Form|Header|Param)|cyclopts\.Parameter)$/;

/** Sources: the documentation of Python's os, python-decouple, environs, django-environ, Starlette, Deno and envalid. */
const READERS = new Set(['os.getenv', 'os.environ.get', 'os.environ.setdefault', 'decouple.config', 'Deno.env.get']);
const READER_OBJECTS = new Set(['environs.Env', 'environ.Env', 'starlette.config.Config', 'decouple.Config', 'decouple.AutoConfig']);
const CHECKERS = new Set(['envalid.cleanEnv', 'envalid.customCleanEnv']);
