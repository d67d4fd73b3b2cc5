import type { Wait } from '../summary.ts';
import type { CallArguments, FunctionValue, Value } from '../value.ts';

/** What a call waits for by its name, or by the end of its name. */
const WAITS: readonly { readonly wait: Wait; readonly names: RegExp; readonly source: string }[] = [
  {
    wait: 'person',
    names: /^((builtins|window|globalThis)\.)?(input|raw_input|prompt|confirm)$|^getpass\.|stdin\.(readline|read)$/,
    source: 'Python built-in functions, getpass, sys.stdin; Window.prompt, Deno and Bun',
  },
  { wait: 'person', names: /(^|\.)(question|readline)$|^readline-sync\b/, source: 'Node readline; readline-sync' },
  {
    wait: 'person',
    names: /^rich\..*(ask|input)$|(^|\.)(Prompt|Confirm)\.ask$|console\.input$|^(click|typer)\.(prompt|confirm)$/,
    source: 'rich, click, typer documentation',
  },
  {
    wait: 'person',
    names: /^(inquirer|questionary|prompts|prompt-sync|enquirer|@inquirer\/prompts|@clack\/prompts|prompt_toolkit)\b|(^|\.)prompt_async$/,
    source: 'inquirer, questionary, prompts, prompt-sync, enquirer, clack, prompt_toolkit documentation',
  },
  {
    wait: 'person',
    names:
      /(^|\.)(chat_input|text_input|showInputBox|showQuickPick|AskUserMessage\.send|(get|read|ask|wait)_?(for_?)?(user|human)_?(message|input|reply|response|feedback|text|prompt)s?)$/i,
    source: 'Streamlit, VS Code, Chainlit documentation; common helpers',
  },
  {
    wait: 'person',
    names: /(^|[._])(ui|io|cli|console|terminal|tty)\.(ask|prompt|input|confirm|question|select)\w*$/i,
    source: 'common names of the side where a person sits: aider, gpt-pilot, gpt-engineer',
  },
  {
    wait: 'event',
    names: /(^|\.)(brpop|blpop|brpoplpush|bl?move|bzpopmin|bzpopmax|xread|xreadgroup|get_message)$/i,
    source: 'redis-py, ioredis, node-redis documentation',
  },
  {
    wait: 'event',
    names: /(^|\.)(receive(_text|_json|_bytes|_message|_messages)?|recv(_\w+)?|accept|consume|reserve|dequeue|ReceiveMessageCommand)$/,
    source: 'Starlette, websockets, socket, pyzmq, boto3 and AWS SDK for JavaScript, amqp documentation',
  },
  { wait: 'event', names: /(^|\.)(get_updates|getUpdates)$/, source: 'Telegram bot libraries' },
  {
    wait: 'event',
    names: /^(node:)?events\.once$|(^|\.)wait_?for_?(event|message|signal|job|task|request|notification|update|command)$/i,
    source: 'Node events; Playwright, discord.py, Temporal documentation',
  },
  {
    wait: 'event',
    names:
      /(^|[._])(\w*queue|q|inbox|mailbox|consumer|channel|subscription|pubsub|socket|websocket|ws)\.(get|poll|receive|recv|pop|pull|take|read|listen|next|shift)$/i,
    source: 'asyncio.Queue, queue.Queue, kafka-python, confluent-kafka, aio-pika documentation',
  },
];

export const waitOf = (callee: Value): Wait | null => waitOfName(dotted(callee));

export const waitOfName = (name: string): Wait | null => WAITS.find((row) => row.names.test(name))?.wait ?? null;

/**
 * What a call outside waits for: by its name, by that of what it is handed (`asyncio.to_thread(input, "> ")`), or by what a promise
 * is made from (`new Promise((resolve) => rl.question("> ", resolve))`).
 */
export function callWaits(callee: Value, given: CallArguments, inside: (value: FunctionValue) => Wait | null): readonly Wait[] {
  const isPromise = dotted(callee) === 'Promise';
  const handed = given.positional.map((one) => {
    if (one.kind === 'function') return isPromise ? inside(one) : null;
    return one.kind === 'external' || one.kind === 'member' ? waitOf(one) : null;
  });
  return [waitOf(callee), ...handed].flatMap((one) => one ?? []);
}

/** The name under which the source calls it, as far as it is one. */
export function dotted(value: Value): string {
  switch (value.kind) {
    case 'external':
      return value.package === 'builtins' ? value.path.join('.') : [value.package, ...value.path].join('.');
    case 'member':
      return `${dotted(value.object)}.${value.name}`;
    case 'parameter':
      return value.typeName ?? value.name;
    case 'hole':
      return value.name;
    case 'called':
      return dottedCall(value.callee, value.arguments);
    case 'choice':
      return value.options.map(dotted).find((one) => one !== '') ?? '';
    default:
      return '';
  }
}

/** `promisify(rl.question).bind(rl)` goes by the name of what it was made from. */
function dottedCall(callee: Value, given: CallArguments): string {
  if (callee.kind === 'member' && callee.name === 'bind') return dotted(callee.object);
  // Named once: chains of calls on calls would be named again at each step.
  const name = dotted(callee);
  const [first] = given.positional;
  return first && /(^|\.)promisify$/.test(name) ? dotted(first) : name;
}

/** What iterating waits for: `for line in sys.stdin`, `async for m in websocket`, `for await (const [m] of on(bus, 'message'))`. */
const ITERATED: readonly { readonly wait: Wait; readonly names: RegExp; readonly source: string }[] = [
  { wait: 'person', names: /(^|\.)stdin$|readline.*createInterface$|^console$/, source: 'Python sys, Node readline, Bun console' },
  { wait: 'event', names: /(^|\.)\w*(Consumer|Subscriber|Subscription)$/, source: 'kafka-python, aiokafka, nats documentation' },
  {
    wait: 'event',
    names: /(^|[._])(websocket|ws|socket|consumer|subscriber|subscription|pubsub|queue|channel|inbox|mailbox|listener)$/i,
    source: 'websockets, aio-pika, asyncio documentation; common names',
  },
  {
    wait: 'event',
    names: /(pubsub|queue|consumer|socket|channel|subscri).*\.(listen|consume|iterator|iter_messages|events|receive)$/i,
    source: 'redis-py, aio-pika, aiokafka documentation',
  },
  {
    wait: 'event',
    names:
      /^(node:)?(events\.on|fs(\/promises|\.promises)?\.watch|timers\/promises\.setInterval)$|^watchfiles\.a?watch$|\.(subscribe|ws_connect)$/,
    source: 'Node events, fs, timers; watchfiles, NATS documentation',
  },
];

export function loopWait(iterable: Value): Wait | null {
  const name = dotted(iterable);
  return ITERATED.find((row) => row.names.test(name))?.wait ?? null;
}
