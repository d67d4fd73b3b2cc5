import type { Wait } from './summary.ts';
import type { Value } from './value.ts';

/** Calls that wait for a person or for the world, by the end of their name. A loop that waits in each pass is paced by it. */
const WAITS: readonly { readonly wait: Wait; readonly paths: RegExp; readonly source: string }[] = [
  {
    wait: 'person',
    paths:
      /^(builtins\.)?(input|raw_input|prompt|confirm)$|^getpass\.|(^|\.)(question|readline|chat_input|prompt_async|text_input)$|^(rich\.prompt|rich)\..*(ask|input)$|^(click|typer)\.(prompt|confirm)$|^(inquirer|questionary|prompts|enquirer|@inquirer\/prompts|@clack\/prompts|prompt_toolkit)\b|(^|\.)(Prompt|Confirm)\.ask$|console\.input$|stdin\.(readline|read)$/,
    source: 'Python and Node standard libraries; rich, click, inquirer, prompt_toolkit documentation',
  },
  {
    wait: 'event',
    paths:
      /(^|\.)(brpop|blpop|bzpopmin|xread|xreadgroup|receive_text|receive_json|receive_bytes|recv|recv_json|recv_string|recv_multipart|receive_message|receive_messages|get_message|get_updates|getUpdates|wait_for_message|consume|accept|reserve|dequeue|wait_for_event|waitForEvent|waitForMessage)$|(^|[._])(queue|q|inbox|mailbox|consumer|channel|subscription|pubsub|socket|websocket|ws)\.(get|poll|receive|recv|pop|pull|take|read|listen|next)$/i,
    source: 'redis-py, aio-pika, kafka-python, websockets, asyncio.Queue documentation',
  },
];

export function waitOf(callee: Value): Wait | null {
  const name = dotted(callee);
  return WAITS.find((row) => row.paths.test(name))?.wait ?? null;
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
      return dotted(value.callee);
    case 'choice':
      return value.options.map(dotted).find((one) => one !== '') ?? '';
    default:
      return '';
  }
}

/** Iterating over standard input, a socket or a queue waits too: `for line in sys.stdin`, `async for m in websocket`. */
export function loopWait(iterable: Value): Wait | null {
  const name = dotted(iterable);
  if (/(^|\.)stdin$|readline.*createInterface$/.test(name)) return 'person';
  if (/(^|\.)\w*(Consumer|Subscriber|Subscription)$/.test(name)) return 'event';
  if (/(^|[._])(websocket|ws|socket|consumer|subscriber|subscription|pubsub|queue|listener)$/i.test(name)) return 'event';
  if (
    /\.(listen|consume|iterator|iter_messages|events|receive)$/.test(name) &&
    /(pubsub|queue|consumer|socket|channel|subscri)/i.test(name)
  )
    return 'event';
  return null;
}
