import type { CallExpression, Expression, MemberExpression } from '../../module/expression.ts';
import type { Frame } from '../frame.ts';
import type { CallArguments, ClassValue, Value } from '../value.ts';
import { basesOf } from '../values/bases.ts';
import { memberOf } from '../values/members.ts';
import { madeObjectOfType } from './made-types.ts';

/** `super().ask`, `super.ask`: what the bases have under the name, with the object itself before the dot. Null where it is no such member. */
export function superMember(frame: Frame, expression: MemberExpression): Value | null {
  if (!isSuper(expression.object)) return null;
  const self = frame.lookup(frame.receiver ?? 'this');
  const of = self ? classOf(self) : null;
  if (!self || !of) return null;
  for (const base of basesOf(frame.world, of)) {
    const place = frame.place(expression.span);
    const object = base.kind === 'class' ? null : madeObjectOfType(frame.world, base, of.file, place);
    const found =
      base.kind === 'class'
        ? frame.world.attribute(base, expression.name)
        : object && memberOf(frame.world, object, expression.name, place);
    if (found) return found.kind === 'function' ? { ...found, receiver: self } : found;
  }
  return null;
}

/** What a constructor hands to its base's: `super().__init__(…)`, `super(…)`, `Base.__init__(self, …)`. */
export function noteBaseArguments(frame: Frame, { callee }: CallExpression, given: CallArguments): void {
  if (callee.kind === 'name' && callee.name === 'super' && frame.world.language(frame.file) !== 'python') frame.baseArguments = given;
  if (callee.kind !== 'member' || callee.name !== '__init__') return;
  if (isSuper(callee.object)) frame.baseArguments = given;
  else if (frame.worth.get(callee.object)?.kind === 'class') frame.baseArguments = { ...given, positional: given.positional.slice(1) };
}

const isSuper = (expression: Expression): boolean =>
  expression.kind === 'name'
    ? expression.name === 'super'
    : expression.kind === 'call' && expression.callee.kind === 'name' && expression.callee.name === 'super';

function classOf(self: Value): ClassValue | null {
  const typed = self.kind === 'parameter' ? self.typed : self;
  if (typed?.kind === 'instance') return typed.of;
  return typed?.kind === 'class' ? typed : null;
}
