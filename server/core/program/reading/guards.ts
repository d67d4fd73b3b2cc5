import type { Expression } from '../../module/expression.ts';
import type { Frame } from '../frame.ts';
import { hole, holeOf } from '../value.ts';
import { cut, originOf } from '../values/origin.ts';
import { nameOf } from '../values/texts.ts';
import { eachExpression } from '../workspace/walk.ts';

/** Past `if len(text) > 20_000: return`, the text that is left is limited. */
export function limitTested(frame: Frame, test: Expression): void {
  for (const name of measuredNames(test)) {
    const value = frame.names.get(name);
    if (!value || (value.kind !== 'called' && value.kind !== 'hole' && value.kind !== 'member')) continue;
    const origin = originOf(value);
    if (!origin || origin.isLimited || origin.kind === 'model') continue;
    const isModel = value.kind === 'hole' && value.fromModel;
    frame.names.set(name, holeOf(hole(nameOf(value), 'no longer than a test allows', value.place, 'unknown', isModel), cut(origin)));
  }
}

/** Names whose length (or number of tokens) a comparison reads: `len(text) > n`, `text.length`, `count_tokens(text) > n`. */
function measuredNames(test: Expression): readonly string[] {
  const found: string[] = [];
  eachExpression(test, (one) => {
    if (one.kind !== 'operation' || !/^[<>]=?$/.test(one.operator)) return;
    for (const operand of one.operands)
      eachExpression(operand, (part) => {
        if (part.kind === 'member' && part.name === 'length' && part.object.kind === 'name') found.push(part.object.name);
        if (part.kind === 'call' && MEASURES.test(calleeName(part.callee)))
          for (const { value } of part.arguments) if (value.kind === 'name') found.push(value.name);
      });
  });
  return found;
}

const MEASURES = /^len$|count|token|size|length/i;
const calleeName = (callee: Expression): string => (callee.kind === 'name' || callee.kind === 'member' ? callee.name : '');
