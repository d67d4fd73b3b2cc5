import type { EntryPoint } from '../call-site.ts';

type Kind = EntryPoint['kind'];

/**
 * How frameworks are handed their functions. Sources: the documentation of FastAPI, Flask, Starlette, Django, Sanic, aiohttp, Tornado, Express,
 * Fastify, Hono, Koa's router, Elysia, Next.js, SvelteKit, Nuxt, Remix, Astro, NestJS, AWS Lambda, Google Cloud and Firebase
 * functions, Azure Functions, Cloudflare Workers, Deno, Bun, Celery, Dramatiq, Prefect, APScheduler, node-cron, BullMQ, Inngest,
 * Trigger.dev, discord.py, python-telegram-bot, aiogram, Slack Bolt, grammY, Telegraf, Chainlit, MCP, Click, Typer, Commander and yargs.
 */
export const DECORATORS: readonly { readonly kind: Kind; readonly names: RegExp }[] = [
  {
    kind: 'route',
    names:
      /\.(get|post|put|patch|delete|head|options|route|websocket|websocket_route|api_route|view|http|function_name|endpoint)$|^(Get|Post|Put|Patch|Delete|All|Sse|Query|Mutation|Subscription|api_view|action|require_http_methods|require_POST|csrf_exempt|on_request|on_call)$|(^|\.)(https_fn\.on_(request|call))$/,
  },
  { kind: 'command', names: /\.(command|callback|slash_command|hybrid_command|cli)$|^(command|group)$/ },
  {
    kind: 'scheduled',
    names:
      /(^|\.)(task|shared_task|scheduled_job|periodic_task|cron|Cron|Interval|job|flow|actor|scheduled|on_schedule|timer_trigger|schedule|loop|repeat_every|function)$/,
  },
  {
    kind: 'handler',
    names:
      /\.(on|event|handler|listener|message|on_(?!exception|predicate)\w+|listen|tool|resource|prompt|subscribe|consumer|subscriber|cloud_event|queue_trigger|message_handler|callback_query_handler|action|view_submission)$|^(OnEvent|EventPattern|MessagePattern|Process|Processor|SubscribeMessage|Tool|on_message)$/,
  },
];

/** Files whose exports a framework calls by their names. */
export const FILE_ROUTES: readonly { readonly files: RegExp; readonly exports: RegExp; readonly kind: Kind }[] = [
  { files: /(^|\/)app\/(.*\/)?route\.[cm]?[jt]sx?$/, exports: /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/, kind: 'route' },
  { files: /(^|\/)pages\/api\/.+\.[cm]?[jt]sx?$/, exports: /^default$/, kind: 'route' },
  { files: /(^|\/)\+server\.[cm]?[jt]s$/, exports: /^(GET|POST|PUT|PATCH|DELETE|fallback)$/, kind: 'route' },
  { files: /(^|\/)\+(page|layout)\.server\.[cm]?[jt]s$/, exports: /^(load|actions)$/, kind: 'route' },
  { files: /(^|\/)server\/(api|routes)\/.+\.[cm]?[jt]s$/, exports: /^default$/, kind: 'route' },
  { files: /(^|\/)app\/routes\/.+\.[cm]?[jt]sx?$/, exports: /^(loader|action)$/, kind: 'route' },
  { files: /(^|\/)src\/pages\/.+\.[cm]?[jt]s$/, exports: /^(GET|POST|PUT|PATCH|DELETE|ALL)$/, kind: 'route' },
  {
    files: /(^|\/)(netlify|api|functions)\/.+\.[cm]?[jt]sx?$/,
    exports: /^(handler|onRequest|onRequest(Get|Post|Put|Delete))$/,
    kind: 'handler',
  },
  { files: /\.[cm]?[jt]sx?$/, exports: /^(handler|lambdaHandler)$/, kind: 'handler' },
];

/** Methods that the class's base calls. */
export const CLASS_METHODS: readonly { readonly bases: RegExp; readonly methods: RegExp; readonly kind: Kind }[] = [
  {
    bases: /(View|ViewSet|APIView|Resource|RequestHandler|HTTPEndpoint|MethodView|Controller)$/,
    methods: /^(get|post|put|patch|delete|create|list|retrieve|update)$/,
    kind: 'route',
  },
  { bases: /HTTPRequestHandler$/, methods: /^do_[A-Z]+$/, kind: 'route' },
  { bases: /Consumer$/, methods: /^(receive|receive_json|connect)$/, kind: 'handler' },
  { bases: /^BaseCommand$/, methods: /^handle$/, kind: 'command' },
  {
    bases: /^(Agent|AIChatAgent|Think|DurableObject|WorkerEntrypoint|McpAgent)$/,
    methods: /^(fetch|onChatMessage|onRequest|onMessage|onEmail|alarm|scheduled|queue)$/,
    kind: 'handler',
  },
  { bases: /^(WorkflowEntrypoint|Workflow)$/, methods: /^run$/, kind: 'handler' },
  { bases: /^(Cog|Client|Bot|ActivityHandler|TeamsActivityHandler)$/, methods: /^on_\w+$/, kind: 'handler' },
];

/** Members of a record that a worker exports whole: `export default { async fetch(request, env) { … } }`. */
export const WORKER_MEMBERS = /^(fetch|scheduled|queue|email)$/;
