import type { CallExpression, Expression } from '../../module/expression.ts';
import type { Unit } from '../../module/module.ts';
import type { ClassStatement, Statement } from '../../module/statement.ts';
import type { EntryPoint } from '../call-site.ts';
import { dottedName, firstText, registrationOf } from '../meaning/registrations.ts';
import { isMainTest } from '../reading/statements.ts';
import { type FileIndex, functionOf, type IndexEntry } from '../workspace/file-index.ts';
import { CLASS_METHODS, DECORATORS, FILE_ROUTES, WORKER_MEMBERS } from './entry-rows.ts';

/** Where a user's task enters a file, before it is known which calls it reaches. */
export interface EntryStart {
  readonly kind: EntryPoint['kind'];
  readonly name: string;
  readonly unit: string;
  readonly span: Statement['span'];
  /** Names of functions that are handed over there. */
  readonly handlers: readonly Expression[];
}

interface EntryFile {
  readonly index: FileIndex;
  readonly unit: (id: string) => Unit | null;
  readonly file: string;
}

/** What a unit is: routes, commands, handlers, scheduled jobs, an exported function or `main`. */
export function entryStarts({ index, unit, file }: EntryFile, entry: IndexEntry): readonly EntryStart[] {
  const statement = unit(entry.id)?.statement;
  if (!statement) return [];
  const isDjango = (): boolean =>
    index.entries.some(({ kind, id }) => kind === 'import' && isImportOf(unit(id)?.statement ?? null, /^(django|rest_framework)\b/));
  const above = entry.owner === null ? null : unit(entry.owner)?.statement;
  const owner = above?.kind === 'class' ? above : null;
  const found = functionOf(statement)
    ? ofFunction({ entry, statement, file, owner, isDjango })
    : entry.owner === null
      ? ofStatement(statement, file)
      : [];
  return found.map((one) => ({ ...one, unit: entry.id, span: statement.span }));
}

type Found = Pick<EntryStart, 'kind' | 'name' | 'handlers'>;

interface Place {
  readonly entry: IndexEntry;
  readonly statement: Statement;
  readonly file: string;
  readonly owner: ClassStatement | null;
  readonly isDjango: () => boolean;
}

function ofFunction({ entry, statement, file, owner, isDjango }: Place): readonly Found[] {
  const node = functionOf(statement);
  if (!node) return [];
  const name = entry.owner ? `${entry.owner}.${entry.name ?? ''}` : (entry.name ?? 'function');
  const found = (kind: EntryPoint['kind']): readonly Found[] => [{ kind, name, handlers: [] }];
  const decorated = node.decorators.flatMap(
    (one) => DECORATORS.find((row) => row.names.test(dottedName(one.kind === 'call' ? one.callee : one))) ?? [],
  );
  const [first] = decorated;
  if (first) return found(first.kind);
  if (owner) {
    const bases = owner.bases.map(
      (base) =>
        dottedName(base.kind === 'index' ? base.object : base)
          .split('.')
          .at(-1) ?? '',
    );
    const row = CLASS_METHODS.find((one) => one.methods.test(entry.name ?? '') && bases.some((base) => one.bases.test(base)));
    return row ? found(row.kind) : [];
  }
  const exported = exportedName(statement);
  const route = exported ? FILE_ROUTES.find((row) => row.files.test(file) && row.exports.test(exported)) : null;
  if (route) return found(route.kind);
  const parameters = node.parameters.map((one) => (one.target.kind === 'name' ? one.target.name : ''));
  if (/^(lambda_)?handler$/.test(name) && parameters[0] === 'event') return found('handler');
  if (parameters[0] === 'request' && isDjango()) return found('route');
  if (exported) return found('exported-function');
  // A script's entry that only its package names (`[project.scripts]`).
  return name === 'main' && file.endsWith('.py') ? found('main') : [];
}

function exportedName(statement: Statement): string | null {
  if (statement.kind === 'function' && statement.isExported) return statement.isDefault ? 'default' : statement.function.name;
  if (statement.kind !== 'assign' || !statement.isExported) return null;
  const [target] = statement.targets;
  return target?.kind === 'name' ? target.name : null;
}

function ofStatement(statement: Statement, file: string): readonly Found[] {
  if (isMainTest(statement)) return MAIN;
  const value = statedValue(statement);
  const call = value && outerCall(value);
  const registered = call ? registrations(call)[0] : null;
  const exported = statement.kind === 'export' && statement.source === null ? 'default' : exportedName(statement);
  const route = exported ? FILE_ROUTES.find((row) => row.files.test(file) && row.exports.test(exported)) : null;
  if (registered) {
    const named = exported && exported !== 'default' ? exported : registered.name;
    return [{ kind: route?.kind ?? registered.kind, name: named, handlers: registered.handlers }];
  }
  if (route && exported) return [{ kind: route.kind, name: exported, handlers: call ? handlersOf(call) : value ? [value] : [] }];
  if (statement.kind === 'export' && value?.kind === 'record') {
    const members = value.entries.filter((entry) => entry.kind === 'entry' && WORKER_MEMBERS.test(entry.key));
    if (members.length > 0)
      return [{ kind: 'handler', name: members.map((one) => (one.kind === 'entry' ? one.key : '')).join(', '), handlers: [] }];
  }
  // Functions that are only made there run when somebody calls what is exported.
  return exported ? [...MAIN, { kind: 'exported-function', name: exported, handlers: [] }] : MAIN;
}

const MAIN: readonly Found[] = [{ kind: 'main', name: 'main', handlers: [] }];

function statedValue(statement: Statement): Expression | null {
  if (statement.kind === 'expression' || statement.kind === 'assign' || statement.kind === 'export') return statement.value;
  return null;
}

/** The call that is made last: of `program.command('x').action(run)` the action. */
function outerCall(value: Expression): CallExpression | null {
  const at = value.kind === 'await' ? value.value : value;
  return at.kind === 'call' ? at : null;
}

/** Of a chain of calls those that are given functions, the last one first: `ChatInterface(reply).launch()`. */
function registrations(call: CallExpression): readonly Found[] {
  const before = call.callee.kind === 'member' && call.callee.object.kind === 'call' ? registrations(call.callee.object) : [];
  const own = registration(call);
  return own ? [own, ...before] : before;
}

function registration(call: CallExpression): Found | null {
  const handlers = handlersOf(call);
  if (handlers.length === 0 && !hasFunction(call)) return null;
  const kind = registrationOf(call);
  if (!kind) return null;
  const text = firstText(call);
  const callee = dottedName(call.callee);
  const method = callee.split('.').at(-1) ?? callee;
  if (kind === 'route' && text !== null) return { kind, handlers, name: `${HTTP.test(method) ? `${method.toUpperCase()} ` : ''}${text}` };
  const named = kind === 'command' ? commandName(call.callee) : null;
  return { kind, handlers, name: named ?? (text !== null ? `${method} ${text}` : method) };
}

const HTTP = /^(get|post|put|patch|delete|all)$/;

/** `program.command('ask <question>').action(…)` */
function commandName(callee: Expression): string | null {
  let at: Expression | null = callee;
  while (at && (at.kind === 'member' || at.kind === 'call')) {
    const first: Expression | undefined = at.kind === 'call' ? at.arguments[0]?.value : undefined;
    if (at.kind === 'call' && at.callee.kind === 'member' && at.callee.name === 'command' && first?.kind === 'text')
      return first.text.split(' ')[0] ?? null;
    at = at.kind === 'member' ? at.object : at.callee;
  }
  return null;
}

const hasFunction = (call: CallExpression): boolean => call.arguments.some((one) => holdsFunction(one.value, 0));

function holdsFunction(value: Expression, depth: number): boolean {
  if (value.kind === 'function') return true;
  if (depth > MOST_DEPTH) return false;
  if (value.kind === 'call') return value.arguments.some((one) => holdsFunction(one.value, depth + 1));
  return value.kind === 'record' && value.entries.some((entry) => holdsFunction(entry.value, depth + 1));
}

/** Functions that are handed over by name, also inside wrappers and records: `app.post('/x', auth(chat))`. */
function handlersOf(call: CallExpression): readonly Expression[] {
  const visit = (value: Expression, depth: number): readonly Expression[] => {
    if (value.kind === 'name' || value.kind === 'member') return [value];
    if (depth > MOST_DEPTH) return [];
    if (value.kind === 'call') return value.arguments.flatMap((one) => visit(one.value, depth + 1));
    return value.kind === 'record' ? value.entries.flatMap((entry) => visit(entry.value, depth + 1)) : [];
  };
  return call.arguments.flatMap((one) => visit(one.value, 0));
}

const MOST_DEPTH = 2;

const isImportOf = (statement: Statement | null, source: RegExp): boolean => statement?.kind === 'import' && source.test(statement.source);
