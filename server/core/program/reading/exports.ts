import type { Unit } from '../../module/module.ts';
import type { Value } from '../value.ts';
import { memberOf } from '../values/members.ts';
import type { FileIndex } from '../workspace/file-index.ts';
import type { World } from '../world.ts';
import { readExpression } from './read-function.ts';

/** What a file gives under a name to those who import it. */
export function exportedValue(
  world: World,
  index: FileIndex | null,
  unit: (file: string, id: string) => Unit | null,
  file: string,
  name: string,
): Value | null {
  if (!index) return null;
  if (world.language(file) === 'python') return world.binding(file, name);
  for (const entry of index.entries) {
    if (entry.owner !== null) continue;
    const statement = unit(file, entry.id)?.statement;
    if (!statement) continue;
    const isDefault = (statement.kind === 'function' || statement.kind === 'class') && statement.isDefault;
    if (name === 'default' && isDefault && entry.name) return world.binding(file, entry.name);
    if (statement.kind !== 'export') continue;
    const place = { file, unit: entry.id, span: statement.span };
    const row = statement.names?.find((one) => one.exported === name);
    // `export * as name from 'm'` exports the module itself.
    if (row && statement.source !== null) return world.imported(file, statement.source, row.local === '*' ? null : row.local, place);
    if (row) return world.binding(file, row.local);
    if (statement.value && statement.source === null) {
      const whole = readExpression(world, file, entry.id, statement.value);
      if (name === 'default') return whole;
      // `module.exports = { ask, client }`
      if (whole.kind === 'record') {
        const member = memberOf(world, whole, name, place);
        if (member.kind !== 'hole') return member;
      }
    }
  }
  return world.binding(file, name) ?? fromStarExports(world, index, unit, file, name);
}

function fromStarExports(
  world: World,
  index: FileIndex,
  unit: (file: string, id: string) => Unit | null,
  file: string,
  name: string,
): Value | null {
  for (const entry of index.entries) {
    const statement = entry.kind === 'export' ? unit(file, entry.id)?.statement : null;
    if (statement?.kind !== 'export' || statement.source === null || statement.names !== null) continue;
    const value = world.imported(file, statement.source, name, { file, unit: entry.id, span: statement.span });
    if (value.kind !== 'hole') return value;
  }
  return null;
}
