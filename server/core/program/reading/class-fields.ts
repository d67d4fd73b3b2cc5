import type { Place, Unit } from '../../module/module.ts';
import type { AssignStatement } from '../../module/statement.ts';
import { madeObjectOfType } from '../meaning/made-types.ts';
import type { CallArguments, ClassValue, Value } from '../value.ts';
import { basesOf } from '../values/bases.ts';
import { environment, fieldDefault, fieldName } from '../values/settings.ts';
import type { FileIndex } from '../workspace/file-index.ts';
import type { World } from '../world.ts';
import { readAlone, readTyped } from './read-function.ts';

type UnitOf = (file: string, id: string) => Unit | null;

/** What a field of a class body is worth: a setting of the environment, the default that its own call gives, what it is annotated with. */
export function bodyField(world: World, of: ClassValue, name: string, id: string, statement: AssignStatement): Value | null {
  const written = statement.value ? (readAlone(world, of.file, id, statement).get(name) ?? null) : null;
  const setting = settingOf(world, of, name, written, { file: of.file, unit: id, span: statement.span });
  if (setting) return setting;
  const fallback = written && fieldDefault(world, written);
  const made = fallback?.kind === 'called' ? madeObjectOfType(world, fallback.callee, of.file, fallback.place) : null;
  return made ?? fallback ?? (statement.annotation ? readTyped(world, of.file, id, statement.annotation) : null);
}

/** What a type says that a property is. */
export function typeField(world: World, { file, unit, node }: ClassValue, name: string): Value | null {
  if (!node.isType) return null;
  for (const member of node.members) {
    const [target] = member.kind === 'assign' && member.annotation ? member.targets : [];
    if (target?.kind === 'name' && target.name === name && member.kind === 'assign' && member.annotation)
      return readTyped(world, file, unit, member.annotation);
  }
  return null;
}

/** A field of settings is read from the environment under its own name; null in any other class. */
function settingOf(world: World, of: ClassValue, name: string, written: Value | null, place: Place): Value | null {
  if (name === 'model_config' || !isSettings(world, of, 0)) return null;
  const config = world.attribute(of, 'model_config');
  const given = config?.kind === 'called' ? config.arguments.named.find((one) => one.name === 'env_prefix')?.value : null;
  const entry = config?.kind === 'record' ? config.entries.find((one) => one.key === 'env_prefix')?.value : given;
  const prefix = entry?.kind === 'text' ? entry.text : '';
  const own = written ? fieldName(written) : null;
  return environment(own ?? (prefix + name).toUpperCase(), written && fieldDefault(world, written), place);
}

function isSettings(world: World, of: ClassValue, depth: number): boolean {
  if (depth > DEEPEST) return false;
  return basesOf(world, of).some((base) =>
    base.kind === 'external' ? base.path.at(-1) === 'BaseSettings' : base.kind === 'class' && isSettings(world, base, depth + 1),
  );
}

const DEEPEST = 6;

/** Annotated names of the class body, behind those of its bases. */
export function fieldsOf(world: World, index: FileIndex | null, unit: UnitOf, of: ClassValue): readonly string[] {
  const inherited = basesOf(world, of).flatMap((base) => (base.kind === 'class' ? world.fields(base) : []));
  const own = (index?.members.get(of.unit) ?? []).flatMap((member) => {
    const statement = unit(of.file, member.id)?.statement;
    return statement?.kind === 'assign' && statement.annotation && member.name ? [member.name] : [];
  });
  return [...new Set([...inherited, ...own])];
}

/** An argument by its place among the fields: `Config("x", "gpt-5")`. */
export function givenByOrder(world: World, of: ClassValue, made: CallArguments, name: string): Value | null {
  const at = made.positional.length > 0 ? world.fields(of).indexOf(name) : -1;
  return at < 0 ? null : (made.positional[at] ?? null);
}
