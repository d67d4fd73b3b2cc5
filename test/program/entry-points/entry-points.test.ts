import { beforeAll, describe, expect, it } from 'vitest';
import type { Grammars } from '../../../server/core/languages/grammars.ts';
import { link, loadGrammars } from '../linked.ts';

let grammars: Grammars;
beforeAll(async () => {
  grammars = await loadGrammars();
});

type Case = readonly [what: string, file: string, code: string, expected: readonly string[], others?: Readonly<Record<string, string>>];

const entriesIn = (file: string, code: string, others: Readonly<Record<string, string>>): readonly string[] =>
  link(grammars, { ...others, [file]: code })
    .program.file(file)
    .entryPoints.map((one) => `${one.kind} ${one.name}: ${one.calls.map((id) => id.slice(0, id.lastIndexOf('/'))).join(', ')}`);

const PY = {
  'llm.py':
    'from openai import OpenAI\nclient = OpenAI()\ndef ask(text):\n    return client.responses.create(model="gpt-5", input=text)\ndef hello():\n    return client.responses.create(model="gpt-5", input="Hello")\n',
};
const TS = {
  'llm.ts':
    "import OpenAI from 'openai';\nconst client = new OpenAI();\nexport const ask = (text: string) => client.responses.create({ model: 'gpt-5', input: text });\nexport const hello = () => client.responses.create({ model: 'gpt-5', input: 'Hello' });\n",
};

const python: readonly Case[] = [
  [
    'a FastAPI route',
    'a.py',
    'from fastapi import FastAPI\nfrom llm import ask\napp = FastAPI()\n@app.post("/chat")\nasync def chat(q: str):\n    return ask(q)\n',
    ['route chat: a.py#chat'],
    PY,
  ],
  [
    'a route that reaches a call two files away',
    'a.py',
    'from flask import Flask\nfrom service import serve\napp = Flask(__name__)\n@app.route("/")\ndef index():\n    return serve()\n',
    ['route index: service.py#serve'],
    { ...PY, 'service.py': 'from llm import ask\ndef serve():\n    return ask("Hi")\n' },
  ],
  [
    'a route to a call that its caller does not shape',
    'a.py',
    'from fastapi import FastAPI\nfrom llm import hello\napp = FastAPI()\n@app.get("/")\ndef index():\n    return hello()\n',
    ['route index: llm.py#hello'],
    PY,
  ],
  [
    'a Django view',
    'views.py',
    'from django.http import JsonResponse\nfrom llm import ask\ndef chat(request):\n    return JsonResponse(ask(request.POST["q"]))\ndef helper(x):\n    return ask(x)\n',
    ['route chat: views.py#chat'],
    PY,
  ],
  [
    'a class-based view',
    'views.py',
    'from rest_framework.views import APIView\nfrom llm import ask\nclass Chat(APIView):\n    def post(self, request):\n        return ask(request.data)\n',
    ['route Chat.post: views.py#Chat.post'],
    PY,
  ],
  [
    'a management command',
    'run.py',
    'from django.core.management.base import BaseCommand\nfrom llm import ask\nclass Command(BaseCommand):\n    def handle(self, *args, **options):\n        ask("Hi")\n',
    ['command Command.handle: run.py#Command.handle'],
    PY,
  ],
  [
    'a Lambda handler',
    'app.py',
    'from llm import ask\ndef lambda_handler(event, context):\n    return ask(event["q"])\n',
    ['handler lambda_handler: app.py#lambda_handler'],
    PY,
  ],
  [
    'a Discord event',
    'bot.py',
    'import discord\nfrom llm import ask\nclient = discord.Client()\n@client.event\nasync def on_message(message):\n    await message.reply(ask(message.content))\n',
    ['handler on_message: bot.py#on_message'],
    PY,
  ],
  [
    'a Slack event',
    'bot.py',
    'from slack_bolt import App\nfrom llm import ask\napp = App()\n@app.event("app_mention")\ndef mention(event, say):\n    say(ask(event["text"]))\n',
    ['handler mention: bot.py#mention'],
    PY,
  ],
  [
    'a Telegram handler',
    'bot.py',
    'from telegram.ext import ApplicationBuilder, MessageHandler\nfrom llm import ask\nasync def reply(update, context):\n    ask(update.message.text)\napp = ApplicationBuilder().build()\napp.add_handler(MessageHandler(None, reply))\n',
    ['handler add_handler: bot.py#'],
    PY,
  ],
  [
    'a Celery task',
    'tasks.py',
    'from celery import shared_task\nfrom llm import ask\n@shared_task\ndef digest(text):\n    return ask(text)\n',
    ['scheduled digest: tasks.py#digest'],
    PY,
  ],
  [
    'a scheduled job',
    'jobs.py',
    'from apscheduler.schedulers.blocking import BlockingScheduler\nfrom llm import hello\ns = BlockingScheduler()\ndef job():\n    hello()\ns.add_job(job, "interval", hours=1)\n',
    ['scheduled add_job: llm.py#hello'],
    PY,
  ],
  [
    'a click command',
    'cli.py',
    'import click\nfrom llm import ask\n@click.command()\n@click.argument("q")\ndef run(q):\n    ask(q)\n',
    ['command run: cli.py#run'],
    PY,
  ],
  [
    'main, through functions',
    'main.py',
    'from llm import ask\ndef step(q):\n    return ask(q)\ndef main():\n    step("Hi")\nif __name__ == "__main__":\n    main()\n',
    ['main main: main.py#main'],
    PY,
  ],
  [
    'main of a package that only its scripts name',
    'cli.py',
    'from llm import ask\ndef main():\n    ask("Hi")\n',
    ['main main: cli.py#main'],
    PY,
  ],
  ['a script', 'a.py', 'from llm import ask\nprint(ask("Hi"))\n', ['main main: a.py#'], PY],
  [
    'an MCP tool',
    'a.py',
    'from mcp.server.fastmcp import FastMCP\nfrom llm import ask\nmcp = FastMCP("x")\n@mcp.tool()\ndef summarise(text: str) -> str:\n    return ask(text)\n',
    ['handler summarise: a.py#summarise'],
    PY,
  ],
  [
    'a Gradio chat',
    'a.py',
    'import gradio as gr\nfrom llm import ask\ndef reply(message, history):\n    return ask(message)\ngr.ChatInterface(reply).launch()\n',
    ['handler ChatInterface: a.py#reply'],
    PY,
  ],
];

const script: readonly Case[] = [
  [
    'an Express route',
    'a.ts',
    "import express from 'express';\nimport { ask } from './llm';\nconst app = express();\napp.post('/chat', async (req, res) => { res.json(await ask(req.body.q)); });\n",
    ['route POST /chat: a.ts#'],
    TS,
  ],
  [
    'an Express route by name',
    'a.ts',
    "import { Router } from 'express';\nimport { chat } from './chat';\nconst router = Router();\nrouter.get('/chat', chat);\n",
    ['route GET /chat: chat.ts#chat'],
    {
      ...TS,
      'chat.ts': "import { ask } from './llm';\nexport async function chat(req: any, res: any) { res.json(await ask(req.query.q)); }\n",
    },
  ],
  [
    'a Hono route',
    'a.ts',
    "import { Hono } from 'hono';\nimport { ask } from './llm';\nconst app = new Hono();\napp.get('/x', async (c) => c.json(await ask('Hi')));\nexport default app;\n",
    ['route GET /x: a.ts#'],
    TS,
  ],
  [
    'a Next.js route',
    'src/app/api/chat/route.ts',
    "import { ask } from '../../../../llm';\nexport async function POST(req: Request) { return Response.json(await ask('Hi')); }\n",
    ['route POST: src/app/api/chat/route.ts#POST'],
    TS,
  ],
  [
    'a wrapped Next.js route',
    'src/app/api/chat/route.ts',
    "import { ask } from '../../../../llm';\nexport const POST = withAuth(async (req: Request) => Response.json(await ask('Hi')));\n",
    ['route POST: src/app/api/chat/route.ts#POST'],
    TS,
  ],
  [
    'a page’s API',
    'pages/api/chat.ts',
    "import { ask } from '../../llm';\nexport default async function handler(req: any, res: any) { res.json(await ask(req.body)); }\n",
    ['route handler: pages/api/chat.ts#handler'],
    TS,
  ],
  [
    'a SvelteKit endpoint',
    'src/routes/chat/+server.ts',
    "import { ask } from '../../../llm';\nexport const POST = async () => new Response(await ask('Hi'));\n",
    ['route POST: src/routes/chat/+server.ts#POST'],
    TS,
  ],
  [
    'a Nuxt endpoint',
    'server/api/chat.post.ts',
    "import { ask } from '../../llm';\nexport default defineEventHandler(async (event) => ask('Hi'));\n",
    ['route defineEventHandler: server/api/chat.post.ts#'],
    TS,
  ],
  [
    'a Nest controller',
    'a.ts',
    "import { Controller, Post } from '@nestjs/common';\nimport { ask } from './llm';\n@Controller()\nexport class Chat {\n  @Post('chat')\n  async chat() { return ask('Hi'); }\n}\n",
    ['route Chat.chat: a.ts#Chat.chat'],
    TS,
  ],
  [
    'a Lambda handler',
    'a.ts',
    "import { ask } from './llm';\nexport const handler = async (event: any) => ask(event.q);\n",
    ['handler handler: a.ts#handler'],
    TS,
  ],
  [
    'a Firebase function',
    'a.ts',
    "import { onRequest } from 'firebase-functions/v2/https';\nimport { ask } from './llm';\nexport const chat = onRequest(async (req, res) => { res.send(await ask(req.body)); });\n",
    ['handler chat: a.ts#chat'],
    TS,
  ],
  [
    'a Cloudflare worker',
    'a.ts',
    "import { ask } from './llm';\nexport default { async fetch(request: Request) { return new Response(await ask('Hi')); } };\n",
    ['handler fetch: a.ts#'],
    TS,
  ],
  [
    'a bot',
    'a.ts',
    "import { Client } from 'discord.js';\nimport { ask } from './llm';\nconst client = new Client({});\nclient.on('messageCreate', async (m) => { await m.reply(await ask(m.content)); });\n",
    ['handler on messageCreate: a.ts#'],
    TS,
  ],
  [
    'a schedule',
    'a.ts',
    "import cron from 'node-cron';\nimport { hello } from './llm';\ncron.schedule('0 * * * *', hello);\n",
    ['scheduled schedule 0 * * * *: llm.ts#hello'],
    TS,
  ],
  [
    'a command',
    'a.ts',
    "import { program } from 'commander';\nimport { ask } from './llm';\nprogram.command('ask <q>').description('x').action(async (q) => { await ask(q); });\nprogram.parse();\n",
    ['command ask: a.ts#'],
    TS,
  ],
  [
    'an exported function',
    'a.ts',
    "import { ask } from './llm';\nexport async function summarise(text: string) { return ask(text); }\nfunction hidden(text: string) { return ask(text); }\n",
    ['exported-function summarise: a.ts#summarise'],
    TS,
  ],
  [
    'what an exported constant holds',
    'a.ts',
    "import { ask } from './llm';\nexport const artifact = createArtifact({ onCreate: async () => ask('Hi') });\n",
    ['exported-function artifact: a.ts#artifact'],
    TS,
  ],
  [
    'a tRPC router',
    'a.ts',
    "import { ask } from './llm';\nexport const agent = createTRPCRouter({ run: procedure.mutation(async () => ask('Hi')) });\n",
    ['route agent: a.ts#agent'],
    TS,
  ],
  [
    'main',
    'a.ts',
    "import { ask } from './llm';\nasync function main() { await ask('Hi'); }\nmain().catch(console.error);\n",
    ['main main: a.ts#main'],
    TS,
  ],
];

describe.each([
  ['Python', python],
  ['TypeScript', script],
] as const)('an entry point in %s', (_, cases) => {
  for (const [what, file, code, expected, others = {}] of cases)
    it(`is ${what}`, () => {
      expect(entriesIn(file, code, others)).toEqual(expected);
    });
});

describe('the calls that an entry point reaches', () => {
  it('come and go with the functions between', () => {
    const { program } = link(grammars, {
      ...PY,
      'a.py': 'from fastapi import FastAPI\nfrom llm import hello\napp = FastAPI()\n@app.get("/")\ndef index():\n    return hello()\n',
    });
    const calls = () => program.file('a.py').entryPoints.flatMap((one) => one.calls);
    expect(calls()).toHaveLength(1);
    program.removeModule('llm.py');
    expect(calls()).toHaveLength(0);
  });

  it('are each counted once where functions call each other in a circle', () => {
    const code =
      'from llm import ask\ndef a(n):\n    ask("Hi")\n    return b(n)\ndef b(n):\n    return a(n - 1) if n else None\nif __name__ == "__main__":\n    a(3)\n';
    expect(entriesIn('a.py', code, PY)).toEqual(['main main: a.py#a']);
  });

  it('are not those of functions that are only made', () => {
    const code = 'import functools\nfrom llm import ask\nHANDLERS = {"a": lambda text: ask(text)}\n';
    expect(entriesIn('a.py', code, PY)).toEqual([]);
  });

  it('are not those of a retry', () => {
    const code =
      'import backoff\nfrom llm import ask\n@backoff.on_exception(backoff.expo, Exception)\ndef tried(text):\n    return ask(text)\n';
    expect(entriesIn('a.py', code, PY)).toEqual([]);
  });

  it('are not those of tests', () => {
    expect(entriesIn('tests/test_a.py', 'from llm import ask\nask("Hi")\n', PY)).toEqual([]);
  });
});
