import { sdkNamed } from '../../sdks/index.ts';
import type { GlobalModel } from '../../sdks/sdk.ts';
import type { Frame } from '../frame.ts';
import type { Summary } from '../summary.ts';
import { type CallArguments, choiceOf, functionValue, type Value } from '../value.ts';
import { functionOf } from '../workspace/file-index.ts';
import type { Files } from '../workspace/files.ts';
import { parents } from '../workspace/imports.ts';
import type { World } from '../world.ts';
import { sdkOfExternal } from './sdk-meaning.ts';

/** `Settings.llm = OpenAI(…)`: noted where it stands, for every call that names no model of its own. */
export function noteAssignedGlobal(frame: Frame, object: Value, name: string, value: Value): void {
  if (object.kind !== 'external') return;
  const path = [...object.path, name].join('.');
  for (const { sdk, row } of globalsOf(frame, object)) if (row.assigned.includes(path)) frame.globals.push({ sdk, value });
}

/** `dspy.configure(lm=dspy.LM(…))` */
export function noteConfiguredGlobal(frame: Frame, callee: Value, given: CallArguments): void {
  if (callee.kind !== 'external') return;
  const path = callee.path.join('.');
  for (const { sdk, row } of globalsOf(frame, callee)) {
    const value = row.configured.includes(path) ? given.named.find((one) => one.name === row.argument)?.value : null;
    if (value) frame.globals.push({ sdk, value });
  }
}

function globalsOf(
  frame: Frame,
  value: Extract<Value, { kind: 'external' }>,
): readonly { readonly sdk: string; readonly row: GlobalModel }[] {
  return sdkOfExternal(value, frame.world.language(frame.file)).flatMap((sdk) =>
    sdk.globalModel ? [{ sdk: sdk.name, row: sdk.globalModel }] : [],
  );
}

/** The model that a file's own code sets for an SDK, else that of the nearest files of the same program. */
export function globalModel(world: World, files: Files, setIn: (file: string) => Value | null, file: string, sdk: string): Value | null {
  const own = setIn(file);
  const row = sdkNamed(sdk)?.globalModel;
  if (own || !row) return own;
  const found = files.declaring(row.names).flatMap((other) => {
    const isCandidate = other !== file && world.language(other) === world.language(file) && areTogether(world, file, other);
    const value = isCandidate ? setIn(other) : null;
    return value ? [{ value, near: sharedFolders(file, other) }] : [];
  });
  const nearest = Math.max(...found.map((one) => one.near));
  const [first, ...rest] = found.filter((one) => one.near === nearest).map((one) => one.value);
  return first ? choiceOf([first, ...rest], first.place) : null;
}

/** What a file sets, at its top level or in any of its functions. */
export function globalsSetIn(world: World, files: Files, flow: (file: string) => Summary, file: string, sdk: string): Value | null {
  const functions = (files.index(file)?.entries ?? []).flatMap((entry) => {
    const statement = entry.kind === 'function' ? files.unit(file, entry.id)?.statement : null;
    const node = functionOf(statement ?? null);
    return statement && node ? [world.summary(functionValue(file, entry.id, statement, node))] : [];
  });
  const [first, ...rest] = [flow(file), ...functions].flatMap((one) =>
    (one.globals ?? []).flatMap((set) => (set.sdk === sdk ? [set.value] : [])),
  );
  return first ? choiceOf([first, ...rest], first.place) : null;
}

/** Examples stand side by side and share nothing: files run together where one's folder holds the other's, or both are of a package. */
function areTogether(world: World, a: string, b: string): boolean {
  const [ofA = '', ofB = ''] = [parents(a)[0], parents(b)[0]];
  const isIn = (inner: string, outer: string): boolean => outer === '' || inner === outer || inner.startsWith(`${outer}/`);
  if (isIn(ofA, ofB) || isIn(ofB, ofA)) return true;
  const shared = parents(a).find((folder) => isIn(ofB, folder));
  return shared !== undefined && PACKAGES.some((name) => world.exists(shared === '' ? name : `${shared}/${name}`));
}

const PACKAGES = ['__init__.py', 'package.json'];

function sharedFolders(a: string, b: string): number {
  const folders = new Set(parents(a));
  return parents(b).filter((one) => folders.has(one)).length;
}
