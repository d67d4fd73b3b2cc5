import type { CallExpression, Expression } from '../../module/expression.ts';
import type { Place } from '../../module/module.ts';
import type { Spending } from '../../sdks/sdk.ts';
import type { Frame } from '../frame.ts';
import type { CallRecord } from '../summary.ts';
import type { CallArguments, Value } from '../value.ts';
import { carries } from '../values/taint.ts';

/** Where a call stands. */
export interface Site {
  readonly expression: CallExpression | null;
  /** What is pointed at: the callee, or the reference that was handed over. */
  readonly at: Expression;
  readonly place: Place;
}

/** A call as it stands here, before it is known what it asks for. */
export function recordOf(frame: Frame, sdk: string, callee: Value, given: CallArguments, site: Site): CallRecord {
  return {
    key: `${frame.file}#${frame.unit}@${site.at.span.start}`,
    place: frame.place(site.at.span),
    whole: site.place,
    expression: null,
    sdk,
    api: sdk,
    spending: openRequest,
    receiver: callee,
    arguments: given,
    loops: frame.loops.map((loop) => loop.key).reverse(),
    via: [],
    isDiscarded: false,
    isRun: false,
    conditions: frame.conditions.filter(({ test }) => carries(test, (one) => one.kind === 'parameter', 0)),
  };
}

/** Nothing is known yet of what a request asks for. */
export const openRequest: Spending = {
  kind: 'call',
  operation: 'generate',
  fields: { python: 'named', javascript: -1 },
  positional: [],
  slots: {},
};
