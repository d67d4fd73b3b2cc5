import type { Expression } from '../../module/expression.ts';
import type { LoopStatement, Statement, TryStatement } from '../../module/statement.ts';
import type { Loop } from '../call-site.ts';
import type { Frame, OpenLoop } from '../frame.ts';
import { fromModel } from '../values/taint.ts';
import { childExpressions, childStatements, eachExpression, eachStatement } from '../workspace/walk.ts';

/** Errors of a request that failed, by the end of their names. Sources: the SDKs' and HTTP libraries' own exception classes. */
const TRANSPORT =
  /(RateLimit|Timeout|TimedOut|Connection|Connect|APIStatus|APIResponse|InternalServer|ServiceUnavailable|ServerError|Overloaded|ResourceExhausted|TooManyRequests|Throttl|HTTP|Http|Network|Transport|RequestException|ClientError|APIError|OpenAIError|AnthropicError|Remote|Socket|SSL)/;
/** Errors of looking at an answer that came. Sources: Python's and Node's own libraries, Pydantic, zod, LangChain. */
const CONTENT =
  /(JSONDecode|Validation|Value|Key|Index|Type|Attribute|Assertion|Parse|Parser|Parsing|Syntax|Zod|Schema|Format|Output)\w*(Error|Exception)$/;

/** What a hand-written retry asks again for. */
export function retriedBy(frame: Frame, loop: LoopStatement, open: OpenLoop, isFailureLoop: boolean): Loop['retries'] {
  if (!isFailureLoop) return isNamedRetry(loop) && asksModelToLeave(frame, loop) ? 'content' : null;
  let found: Loop['retries'] = null;
  eachStatement(loop.body, (statement) => {
    if (statement.kind === 'try' && statement.handlers.length > 0) found = triedAgainFor(frame, statement, found);
    return true;
  });
  return found ?? (open.usesAnswer || usesAnswer(frame, loop.body) ? 'content' : 'transport');
}

function triedAgainFor(frame: Frame, statement: TryStatement, before: Loop['retries']): Loop['retries'] {
  const names = statement.handlers.flatMap((handler) => errorNames(handler.types));
  if (names.some((name) => CONTENT.test(name)) || before === 'content') return 'content';
  if (names.length > 0 && names.every((name) => TRANSPORT.test(name))) return before ?? 'transport';
  return usesAnswer(frame, statement.body) ? 'content' : (before ?? null);
}

/** `except (ValueError, KeyError)`. */
export function errorNames(types: Expression | null): readonly string[] {
  if (!types) return [];
  if (types.kind === 'list') return types.items.flatMap(errorNames);
  if (types.kind === 'name' || types.kind === 'member') return [types.name];
  return [];
}

export const isTransportError = (name: string): boolean => TRANSPORT.test(name) && !CONTENT.test(name);
export const isContentError = (name: string): boolean => CONTENT.test(name);

/** Whether the answer is parsed, checked or refused here, so that a failure behind it throws a paid answer away. */
export const usesAnswer = (frame: Frame, statements: readonly Statement[]): boolean =>
  parsedIn(statements).some((one) => isAnswer(frame, one)) || refuses(frame, statements, false);

export const isAnswer = (frame: Frame, expression: Expression): boolean => {
  const value = frame.worth.get(expression);
  return value !== undefined && fromModel(value);
};

/** What is parsed or checked: `json.loads(answer)`, `Plan.model_validate_json(answer)`, `answer.parse()`. */
export function parsedIn(statements: readonly Statement[]): readonly Expression[] {
  const found: Expression[] = [];
  eachStatement(statements, (statement) => {
    for (const expression of childExpressions(statement))
      eachExpression(expression, (one) => {
        if (one.kind !== 'call' || !PARSERS.test(calleeName(one.callee))) return;
        found.push(...one.arguments.map(({ value }) => value), ...(one.callee.kind === 'member' ? [one.callee.object] : []));
      });
    return true;
  });
  return found;
}

/** `if "sorry" in answer: raise …` */
function refuses(frame: Frame, statements: readonly Statement[], isGuarded: boolean): boolean {
  return statements.some((statement) => {
    if (statement.kind === 'throw' && isGuarded) return true;
    const guards = statement.kind === 'if' && reads(statement.test, (one) => isAnswer(frame, one));
    return refuses(frame, childStatements(statement), isGuarded || guards);
  });
}

function reads(test: Expression, fits: (expression: Expression) => boolean): boolean {
  let found = false;
  eachExpression(test, (one) => {
    if (fits(one)) found = true;
  });
  return found;
}

/** Functions that fail where an answer is not as it should be, by their names. */
const PARSERS =
  /(^|[._])(loads?|parse\w*|safe_?parse|decode|validate\w*|model_validate\w*|from_json|literal_eval|extract\w*|check\w*|verify\w*|assert\w*|eval|exec|compile|int|float)$|(^|\.)(parse|validate|extract|check|verify|assert)[A-Z]\w*$/;

const calleeName = (callee: Expression): string => (callee.kind === 'member' || callee.kind === 'name' ? callee.name : '');

const RETRY_NAMES = /(attempt|retr(y|ies)|tries|trial)/i;

/** `for attempt in range(max_retries)`, `while retries < 3`. */
function isNamedRetry(loop: LoopStatement): boolean {
  const words = [loop.target, loop.iterable, loop.test].flatMap((one) => one ?? []);
  const counters = loop.before.flatMap((statement) => (statement.kind === 'assign' ? statement.targets : []));
  return [...words, ...counters].some((expression) =>
    reads(expression, (one) => (one.kind === 'name' || one.kind === 'member') && RETRY_NAMES.test(one.name)),
  );
}

/** Whether it leaves where the answer is as it should be. */
function asksModelToLeave(frame: Frame, loop: LoopStatement): boolean {
  let found = false;
  const leaves = (list: readonly Statement[]): boolean =>
    list.some((one) => one.kind === 'return' || one.kind === 'break' || leaves(childStatements(one)));
  eachStatement(loop.body, (statement) => {
    if (statement.kind === 'if' && (leaves(statement.then) || leaves(statement.otherwise)))
      found ||= reads(statement.test, (one) => {
        const value = frame.worth.get(one);
        return value !== undefined && fromModel(value);
      });
    return true;
  });
  return found;
}
