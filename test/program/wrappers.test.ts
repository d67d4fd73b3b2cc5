import { beforeAll, describe, expect, it } from 'vitest';
import type { Grammars } from '../../server/core/languages/grammars.ts';
import { link, loadGrammars } from './linked.ts';

let grammars: Grammars;
beforeAll(async () => {
  grammars = await loadGrammars();
});

/** The lines of one file that call through a wrapper, one for each request. */
function through(file: string, texts: Readonly<Record<string, string>>): readonly number[] {
  const { program, line } = link(grammars, texts);
  return program.file(file).calls.flatMap((call) => (call.via.length > 0 ? [line(call.place)] : []));
}

const PY = `from openai import OpenAI\nclient = OpenAI()\ndef send(text):\n    return client.responses.create(model="gpt-5-mini", input=text)\n`;
const TS = `import OpenAI from 'openai';\nconst openai = new OpenAI();\nexport const send = (text: string) => openai.responses.create({ model: 'gpt-5-mini', input: text });\n`;

describe('a wrapper that is looked up', () => {
  const HANDLERS = "[{ kind: 'a', run: (t: string) => send(t) }, { kind: 'b', run: (t: string) => send(`Sum up: ${t}`) }]";
  const PAIRS = "[['a', (t: string) => send(t)], ['b', (t: string) => fetch(t)]]";
  const ways: readonly (readonly [how: string, code: string, lines: readonly number[]])[] = [
    [
      'in a list by what it is',
      `const all = ${HANDLERS};\nexport const run = (k: string, t: string) => all.find((one) => one.kind === k)?.run(t);`,
      [3],
    ],
    ['in a map by a key', `const all = new Map(${PAIRS});\nexport const run = (k: string, t: string) => all.get(k)?.(t);`, [3]],
    ['in a map by the key of another', `const all = new Map(${PAIRS});\nexport const run = (t: string) => all.get('b')?.(t);`, []],
  ];
  it.each(ways)('%s', (_, code, lines) => {
    const texts = { 'llm.ts': TS, 'main.ts': `import { send } from './llm';\n${code}\n` };
    expect(through('main.ts', texts).filter((line) => line > 2)).toEqual(lines);
  });
});

describe('a wrapper whose request is made from what it is given', () => {
  const bodies: readonly (readonly [how: string, body: string])[] = [
    ['element by element', 'lines = []\n    for row in given:\n        lines.append(row["text"])\n    return send("\\n".join(lines))'],
    [
      'by key and value',
      'out = []\n    for key, value in given.items():\n        out.append(f"{key}: {value}")\n    return send("\\n".join(out))',
    ],
    ['by a comprehension', 'return send("\\n".join(f"- {row}" for row in given))'],
    ['as a text that grows', 'text = "Sum up: "\n    for row in given.splitlines():\n        text += row\n    return send(text)'],
    [
      'added to a list that starts in one of two ways',
      'rows = []\n    if is_first():\n        rows = ["Be brief."]\n    for row in given:\n        rows.append(row)\n    return send(rows)',
    ],
    ['as a slice', 'return send(given[:100])'],
    ['as the rest of a list', 'first, *others = given\n    return send(others)'],
    ['as what is taken from its end', 'return send(given.pop())'],
    ['by a helper that loops', 'return send(listed(given))\ndef listed(rows):\n    return [row.strip() for row in rows]'],
  ];
  it.each(bodies)('%s', (_, body) => {
    const texts = { 'llm.py': `${PY}def ask(given):\n    ${body}\n`, 'main.py': 'from llm import ask\ndef run(data):\n    ask(data)\n' };
    expect(through('main.py', texts)).toEqual([3]);
  });

  it('is not told apart by its callers where it loops over its own data', () => {
    const texts = {
      'llm.py': `${PY}ROWS = load()\ndef ask(given):\n    return send("\\n".join(row.text for row in ROWS))\n`,
      'main.py': 'from llm import ask\ndef run(data):\n    ask(data)\n',
    };
    expect(through('main.py', texts)).toEqual([]);
  });
});

describe('one of several wrapped functions', () => {
  it('makes a request once, whichever of them is called', () => {
    const texts = {
      'llm.py': PY,
      'main.py': `from llm import send
def logged(ask):
    def inner(text):
        return ask(text)
    return inner
def counted(ask):
    def inner(text):
        return ask(text)
    return inner
def pipeline(config):
    ask = send
    if config.counts:
        ask = counted(ask)
    if config.logs:
        ask = logged(ask)
    return ask
def run(config, text):
    ask = pipeline(config)
    return ask(text)
`,
    };
    expect(through('main.py', texts).filter((line) => line === 19)).toEqual([19]);
  });

  it('is not called where a factory gives it back beside another', () => {
    const texts = {
      'llm.py': `from openai import OpenAI\ndef make(model):\n    client = OpenAI()\n    def ask(text):\n        return client.responses.create(model=model, input=text)\n    async def ask_later(text):\n        return ask(text)\n    return ask, ask_later\n`,
      'main.py': 'from llm import make\nask, ask_later = make("gpt-5-mini")\ndef run(text):\n    return ask(text)\n',
    };
    expect(through('main.py', texts)).toEqual([4]);
  });
});

describe('an interface with one class that asks a model', () => {
  it.each(['MockModel', 'FakeModel', 'ModelStub'])('and %s to stand in for it asks that model', (name) => {
    const texts = {
      'base.py': 'from abc import ABC, abstractmethod\nclass Model(ABC):\n    @abstractmethod\n    def ask(self, text): ...\n',
      'gpt.py': `from base import Model\nfrom llm import send\nclass Gpt(Model):\n    def ask(self, text):\n        return send(text)\n`,
      'echo.py': `from base import Model\nclass ${name}(Model):\n    def ask(self, text):\n        return text\n`,
      'llm.py': PY,
      'main.py': 'from base import Model\ndef run(model: Model):\n    return model.ask("Hi")\n',
    };
    expect(through('main.py', texts)).toEqual([3]);
  });
});

describe('a function that is handed to a framework', () => {
  const bot = `import { Bot } from 'grammy';\nimport { send } from './llm';\nexport function connect(token: string) {\n  const bot = new Bot(token);\n  bot.on('message', async (context) => {\n    await send(context.text);\n  });\n}\n`;

  it('is not called by who hands it over', () => {
    const texts = {
      'llm.ts': TS,
      'bot.ts': bot,
      'main.ts': "import { connect } from './bot';\nexport const start = () => connect('token');\n",
    };
    expect(through('bot.ts', texts)).toEqual([6]);
    expect(through('main.ts', texts)).toEqual([]);
  });

  it('is not called by the route that names it', () => {
    const texts = {
      'llm.ts': TS,
      'chat.ts': "import { send } from './llm';\nexport const chat = async (request: any) => send(request.body.text);\n",
      'main.ts': "import { chat } from './chat';\nexport const routes = (app: any) => {\n  app.post('/chat', chat);\n};\n",
    };
    expect(through('main.ts', texts)).toEqual([]);
  });

  it('is repeated by no loop around its making', () => {
    const code = `import { Bot } from 'grammy';\nimport { send } from './llm';\nwhile (true) {\n  new Bot('token').on('message', async (context) => {\n    await send(context.text);\n  });\n}\n`;
    expect(link(grammars, { 'llm.ts': TS, 'bots.ts': code }).program.file('bots.ts').loops).toEqual([]);
  });

  it('is called where what an adapter made of it is called', () => {
    const code = `import chainlit as cl\nfrom llm import send\nasync def main(text):\n    ask = cl.make_async(send)\n    return await ask(text)\n`;
    expect(through('main.py', { 'llm.py': PY, 'main.py': code })).toEqual([5]);
  });

  it('is called at once by an executor', () => {
    const code = `from concurrent.futures import ThreadPoolExecutor\nfrom llm import send\nwith ThreadPoolExecutor() as pool:\n    pool.submit(send, "Hi")\n`;
    expect(through('main.py', { 'llm.py': PY, 'main.py': code })).toEqual([4]);
  });
});
