import type { Expression } from '../module/expression.ts';
import type { Unit } from '../module/module.ts';
import type { CallSite, EntryPoint } from './call-site.ts';
import { type FileIndex, functionOf } from './file-index.ts';
import { isMainTest } from './statements.ts';

type UnitOf = (file: string, id: string) => Unit | null;

/** Where a user's task enters a file: routes, commands, handlers, scheduled jobs, exported functions and `main`, with the calls each reaches. */
export function entryPoints(index: FileIndex, unit: UnitOf, file: string, calls: readonly CallSite[]): readonly EntryPoint[] {
  const found: EntryPoint[] = [];
  const byUnit = new Map<string, string[]>();
  for (const call of calls)
    if (!call.inTest && call.operation === 'generate') byUnit.set(call.place.unit, [...(byUnit.get(call.place.unit) ?? []), call.id]);
  for (const entry of index.entries) {
    const inside = byUnit.get(entry.id);
    if (!inside) continue;
    const statement = unit(file, entry.id)?.statement;
    if (!statement) continue;
    const node = functionOf(statement);
    const kind = node
      ? kindOf(node.decorators, entry.owner === null && isExported(statement))
      : isMainTest(statement) || entry.owner === null
        ? 'main'
        : null;
    if (!kind) continue;
    const name = node ? (entry.owner ? `${entry.owner}.${entry.name ?? ''}` : (entry.name ?? 'function')) : 'main';
    const before = found.find((one) => one.kind === 'main' && kind === 'main');
    if (before) found.splice(found.indexOf(before), 1, { ...before, calls: [...before.calls, ...inside] });
    else found.push({ id: `${file}#${name}`, kind, name, place: { file, unit: entry.id, span: statement.span }, calls: inside });
  }
  return found;
}

const isExported = (statement: { readonly kind: string }): boolean => 'isExported' in statement && statement.isExported === true;

/** Decorators that hand a function to a framework. Sources: FastAPI, Flask, Typer, Click, Celery, APScheduler documentation. */
const HANDLERS: readonly { readonly kind: EntryPoint['kind']; readonly names: RegExp }[] = [
  { kind: 'route', names: /\.(get|post|put|patch|delete|route|websocket|api_route|view)$|^(Get|Post|Put|Patch|Delete)$/ },
  { kind: 'command', names: /\.(command|callback)$|^(command)$/ },
  { kind: 'scheduled', names: /(^|\.)(task|shared_task|scheduled_job|periodic_task|cron|job|flow)$/ },
  { kind: 'handler', names: /\.(on|event|handler|listener|message|on_message|listen)$/ },
];

function kindOf(decorators: readonly Expression[], isExportedFunction: boolean): EntryPoint['kind'] | null {
  for (const decorator of decorators) {
    const name = dottedName(decorator.kind === 'call' ? decorator.callee : decorator);
    const row = HANDLERS.find((one) => one.names.test(name));
    if (row) return row.kind;
  }
  return isExportedFunction ? 'exported-function' : null;
}

function dottedName(expression: Expression): string {
  if (expression.kind === 'name') return expression.name;
  return expression.kind === 'member' ? `${dottedName(expression.object)}.${expression.name}` : '';
}
