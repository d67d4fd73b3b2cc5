import type { Expression } from '../../module/expression.ts';
import type { Unit } from '../../module/module.ts';
import type { Statement } from '../../module/statement.ts';
import type { CacheStorage } from '../call-site.ts';
import type { CallRecord } from '../summary.ts';
import { fieldsOf, slotGiven } from '../values/fields.ts';
import { childExpressions, childStatements } from '../workspace/walk.ts';
import type { World } from '../world.ts';

/** How long what a call stores is kept; null for calls that store nothing. */
export function storageOf(world: World, record: CallRecord, units: () => readonly Unit[]): CacheStorage | null {
  const { stores, slots } = record.spending;
  if (stores === undefined || record.via.length > 0) return null;
  const fields = fieldsOf(record.spending, record.arguments, world.language(record.place.file) === 'python');
  const given = slotGiven(world, slots.storedFor ?? [], fields, record.arguments, null);
  const config = slotGiven(world, ['config'], fields, record.arguments, null);
  const isShown = fields.unknowns.length === 0 && config?.kind === 'record' && config.unknowns.length === 0;
  const lifetime = given ? (given.kind === 'null' ? 'default' : 'set') : isShown ? 'default' : 'unknown';
  const path = stores.deletes.split('.');
  return { lifetime, isDeleted: units().some((unit) => unit.statement !== null && mentions(unit.statement, path)) };
}

/** Whether a call whose callee ends in this path stands anywhere in a statement. */
function mentions(statement: Statement, path: readonly string[]): boolean {
  const look = (node: Expression): boolean =>
    (node.kind === 'call' && endsIn(node.callee, path)) ||
    (node.kind === 'function' && node.function.body.some(visit)) ||
    childExpressions(node).some(look);
  const visit = (one: Statement): boolean =>
    (one.kind === 'function' && one.function.body.some(visit)) || childExpressions(one).some(look) || childStatements(one).some(visit);
  return visit(statement);
}

function endsIn(callee: Expression, path: readonly string[]): boolean {
  const [last, ...before] = [...path].reverse();
  if (callee.kind !== 'member' || callee.name !== last) return false;
  return before.length === 0 || endsIn(callee.object, before.reverse());
}
