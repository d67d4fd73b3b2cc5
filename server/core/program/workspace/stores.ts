import type { CallExpression, Expression } from '../../module/expression.ts';
import type { Statement } from '../../module/statement.ts';
import { childExpressions, childStatements, eachExpression, functionsOf } from './walk.ts';

/**
 * Objects in which frameworks let a program keep things by name from one call of its functions to the next. Sources: the
 * documentation of Streamlit, Chainlit, Starlette and FastAPI, Flask, python-telegram-bot and Express.
 */
const STORES: ReadonlySet<string> = new Set(['session_state', 'user_session', 'state', 'bot_data', 'chat_data', 'user_data', 'locals']);
/** Those that are imported by their own name; a plain `state` is mostly what a function is given. */
const NAMED_STORES: ReadonlySet<string> = new Set(['session_state', 'user_session', 'g']);

/** What a place in a store is known under: `session_state.llm` of `st.session_state["llm"]`; null for any other expression. */
export function keptUnder(place: Expression): string | null {
  if (place.kind === 'member') return under(place.object, place.name);
  return place.kind === 'index' && place.index.kind === 'text' ? under(place.object, place.index.text) : null;
}

/** What a call looks up or puts into a store: `user_session.get("agent")`. */
export function keptByCall({ callee, arguments: [first] }: CallExpression, methods: ReadonlySet<string>): string | null {
  return callee.kind === 'member' && methods.has(callee.name) && first?.value.kind === 'text'
    ? under(callee.object, first.value.text)
    : null;
}

export const SETTERS: ReadonlySet<string> = new Set(['set', 'setdefault']);
export const GETTERS: ReadonlySet<string> = new Set(['get']);

/** Everything that a statement keeps in stores, also in functions inside it. */
export function keepsOf(statement: Statement): readonly string[] {
  const found = new Set<string>();
  const note = (key: string | null): void => void (key !== null && found.add(key));
  const visit = (one: Statement): void => {
    if (one.kind === 'assign') for (const target of one.targets) note(keptUnder(target));
    for (const expression of childExpressions(one))
      eachExpression(expression, (part) => {
        if (part.kind === 'assignment') note(keptUnder(part.target));
        if (part.kind === 'call') note(keptByCall(part, SETTERS));
      });
    for (const inner of functionsOf(one)) inner.body.forEach(visit);
    childStatements(one).forEach(visit);
  };
  visit(statement);
  return [...found];
}

function under(store: Expression, name: string): string | null {
  if (store.kind === 'member') return STORES.has(store.name) ? `${store.name}.${name}` : null;
  return store.kind === 'name' && NAMED_STORES.has(store.name) ? `${store.name}.${name}` : null;
}
