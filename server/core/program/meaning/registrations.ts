import type { CallExpression, Expression } from '../../module/expression.ts';
import type { EntryPoint } from '../call-site.ts';

/** How a call hands its functions to a framework that calls them when something happens; null where it calls them itself. */
export function registrationOf(call: CallExpression): EntryPoint['kind'] | null {
  return rowOf(call)?.kind ?? null;
}

/** Whether the functions that a call is given are surely called by somebody else, at another time. */
export const isRunLater = (call: CallExpression): boolean => {
  const row = rowOf(call);
  return row !== undefined && row.isAlsoExecutor !== true;
};

function rowOf(call: CallExpression): (typeof REGISTRATIONS)[number] | undefined {
  const callee = dottedName(call.callee);
  const text = firstText(call);
  return REGISTRATIONS.find((row) => row.callee.test(callee) && (!row.first || (text !== null && row.first.test(text))));
}

/** The text that it is called with first: a route's path, an event's name. */
export function firstText(call: CallExpression): string | null {
  const [first] = call.arguments;
  return first?.value.kind === 'text' ? first.value.text : null;
}

/** A callee as it is written, without what is in its parentheses. */
export function dottedName(expression: Expression): string {
  if (expression.kind === 'name') return expression.name;
  if (expression.kind === 'member') return `${dottedName(expression.object)}.${expression.name}`;
  return expression.kind === 'call' ? dottedName(expression.callee) : '';
}

/** Calls that are given a function to run later: `app.post('/chat', chat)`, `cron.schedule('0 * * * *', report)`. */
const REGISTRATIONS: readonly {
  readonly kind: EntryPoint['kind'];
  readonly callee: RegExp;
  /** What the first argument's text must look like; absent where any will do. */
  readonly first?: RegExp;
  /** Executors have methods of this name too, which call at once. */
  readonly isAlsoExecutor?: true;
}[] = [
  {
    kind: 'route',
    callee: /\.(get|post|put|patch|delete|all|use|route|ws|add_api_route|add_route|add_url_rule|add_post|add_get|on|openapi)$/,
    first: /^(\/|\*|[A-Z]+ \/|https?:)/,
  },
  { kind: 'route', callee: /(^|\.)(defineEventHandler|eventHandler|defineCachedEventHandler|serve|Deno\.serve|Bun\.serve|createServer)$/ },
  {
    kind: 'handler',
    callee:
      /(^|\.)(onRequest|onCall|onDocumentCreated|onDocumentWritten|onMessagePublished|onObjectFinalized|cloudEvent|http|httpsCallable|storageQueue|serviceBusQueue|eventGrid)$/,
  },
  {
    kind: 'scheduled',
    callee:
      /(^|\.)(schedule|scheduleJob|onSchedule|CronJob|CronJob\.from|setInterval|add_job|timer|cron|every|schedules\.task|run_repeating|run_daily)$/,
  },
  { kind: 'route', callee: /(^|[._])(createTRPCRouter|createRouter|router|procedure|publicProcedure|protectedProcedure)(\.[\w.]+)?$/ },
  { kind: 'command', callee: /\.(action|set_defaults)$/ },
  { kind: 'handler', callee: /(^|\.)(submit|process)$/, isAlsoExecutor: true },
  {
    kind: 'handler',
    callee:
      /(^|\.)(on|once|command|hears|message|event|action|shortcut|view|callbackQuery|onMessage|add_handler|createFunction|task|Worker|addEventListener|tool|registerTool|click|change|ChatInterface|Interface|setRequestHandler|subscribe|consume|middleware)$/,
  },
];
