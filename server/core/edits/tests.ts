import type { Expression } from '../module/expression.ts';

/** Whether a loop's test never ends it. */
export function isAlwaysTrue(test: Expression): boolean {
  switch (test.kind) {
    case 'boolean':
      return test.value;
    case 'number':
      return test.value !== 0;
    case 'text':
      return test.text !== '';
    default:
      return false;
  }
}

/** Whether an operand of `and`/`&&` needs parentheses around it. */
export function bindsLooserThanAnd(test: Expression): boolean {
  switch (test.kind) {
    case 'choice':
      return test.operator !== 'and';
    case 'function':
    case 'assignment':
    case 'yield':
    case 'comprehension':
    case 'unknown':
      return true;
    default:
      return false;
  }
}
