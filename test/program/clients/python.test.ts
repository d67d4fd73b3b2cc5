import { describe, expect, it } from 'vitest';
import { link, loadGrammars } from '../linked.ts';
import { type Case, callsIn } from './calls-in.ts';

const grammars = await loadGrammars();

const ASK = 'messages.create(model="claude-haiku-4-5", max_tokens=9, messages=[])';
const LLM = `
from anthropic import Anthropic
class LLM:
    def __init__(self, model="claude-haiku-4-5"):
        self.client = Anthropic()
        self.model = model
    def ask(self, text):
        return self.client.messages.create(model=self.model, max_tokens=9, messages=[{"role": "user", "content": text}])
`;

const SEVERAL_CLASSES = {
  'providers.py': `from abc import ABC, abstractmethod\nclass Base(ABC):\n    @abstractmethod\n    def ask(self, text): ...\n    def twice(self, text):\n        return self.ask(self.ask(text))\n`,
  'claude.py': `from anthropic import Anthropic\nfrom providers import Base\nclass Claude(Base):\n    def __init__(self):\n        self.c = Anthropic()\n    def ask(self, text):\n        return self.c.messages.create(model="claude-haiku-4-5", max_tokens=9, messages=[{"role": "user", "content": text}])\n`,
  'gpt.py': `from openai import OpenAI\nfrom providers import Base\nclass Gpt(Base):\n    def __init__(self):\n        self.c = OpenAI()\n    def ask(self, text):\n        return self.c.chat.completions.create(model="gpt-5-mini", messages=[{"role": "user", "content": text}])\n`,
  'tests/test_echo.py': `from providers import Base\nclass Echo(Base):\n    def ask(self, text):\n        return text\n`,
};

const python: readonly Case[] = [
  [
    'an attribute',
    `from anthropic import Anthropic\nclass A:\n    def __init__(self):\n        self.c = Anthropic()\n    def run(self):\n        self.c.${ASK}\n`,
    ['6 claude-haiku-4-5'],
  ],
  [
    'an attribute set late',
    `from anthropic import Anthropic\nclass A:\n    c = None\n    def setup_client(self):\n        self.c = Anthropic()\n    def run(self):\n        self.c.${ASK}\n`,
    ['7 claude-haiku-4-5'],
  ],
  [
    'a lazy property',
    `from anthropic import Anthropic\nclass A:\n    _c = None\n    @property\n    def c(self):\n        if self._c is None:\n            self._c = Anthropic()\n        return self._c\n    def run(self):\n        self.c.${ASK}\n`,
    ['10 claude-haiku-4-5'],
  ],
  [
    'a cached property',
    `from functools import cached_property\nfrom anthropic import Anthropic\nclass A:\n    @cached_property\n    def c(self):\n        return Anthropic()\n    def run(self):\n        self.c.${ASK}\n`,
    ['8 claude-haiku-4-5'],
  ],
  [
    'a dictionary',
    `from anthropic import Anthropic\nclients = {"a": Anthropic()}\ndef run():\n    clients["a"].${ASK}\n`,
    ['4 claude-haiku-4-5'],
  ],
  [
    'a dictionary by a variable',
    `from anthropic import Anthropic\nclients = {"a": Anthropic(), "b": Anthropic()}\ndef run(name):\n    clients[name].${ASK}\n`,
    ['4 claude-haiku-4-5'],
  ],
  [
    'a global filled later',
    `from anthropic import Anthropic\n_client = None\ndef get():\n    global _client\n    if _client is None:\n        _client = Anthropic()\n    return _client\ndef run():\n    get().${ASK}\n`,
    ['9 claude-haiku-4-5'],
  ],
  [
    'a singleton',
    `from anthropic import Anthropic\nclass A:\n    _instance = None\n    def __new__(cls):\n        if cls._instance is None:\n            cls._instance = super().__new__(cls)\n            cls._instance.c = Anthropic()\n        return cls._instance\n    def run(self):\n        return self.c.${ASK}\n`,
    ['10 claude-haiku-4-5'],
  ],
  [
    'a singleton by a class method',
    `from anthropic import Anthropic\nclass A:\n    _i = None\n    def __init__(self):\n        self.c = Anthropic()\n    @classmethod\n    def get(cls):\n        if cls._i is None:\n            cls._i = cls()\n        return cls._i\ndef run():\n    A.get().c.${ASK}\n`,
    ['12 claude-haiku-4-5'],
  ],
  [
    'FastAPI Depends',
    `from anthropic import Anthropic\nfrom fastapi import Depends, FastAPI\napp = FastAPI()\ndef get_client():\n    return Anthropic()\n@app.get("/")\ndef run(client=Depends(get_client)):\n    return client.${ASK}\n`,
    ['8 claude-haiku-4-5'],
  ],
  [
    'FastAPI Depends with a yield',
    `from anthropic import Anthropic\nfrom fastapi import Depends, FastAPI\napp = FastAPI()\ndef get_client():\n    client = Anthropic()\n    try:\n        yield client\n    finally:\n        client.close()\n@app.get("/")\ndef run(client=Depends(get_client)):\n    return client.${ASK}\n`,
    ['12 claude-haiku-4-5'],
  ],
  [
    'FastAPI Annotated',
    `from typing import Annotated\nfrom anthropic import Anthropic\nfrom fastapi import Depends\ndef get_client():\n    return Anthropic()\nClient = Annotated[Anthropic, Depends(get_client)]\ndef run(client: Client):\n    return client.${ASK}\n`,
    ['8 claude-haiku-4-5'],
  ],
  [
    'a service given by Depends',
    `from fastapi import Depends\nfrom llm import LLM\ndef get():\n    return LLM()\ndef run(q: str, llm: LLM = Depends(get)):\n    return llm.ask(q)\n`,
    ['6 claude-haiku-4-5 via'],
    { 'llm.py': LLM },
  ],
  [
    'a constructor parameter with a type',
    `from anthropic import Anthropic\nclass A:\n    def __init__(self, client: Anthropic):\n        self.c = client\n    def run(self):\n        self.c.${ASK}\n`,
    ['6 claude-haiku-4-5'],
  ],
  [
    'a constructor parameter without one',
    `from anthropic import Anthropic\nclass A:\n    def __init__(self, client):\n        self.c = client\n    def run(self):\n        return self.c.${ASK}\nA(Anthropic()).run()\n`,
    ['6 claude-haiku-4-5', '7 claude-haiku-4-5 via'],
  ],
  [
    'a with statement',
    `from anthropic import AsyncAnthropic\nasync def run():\n    async with AsyncAnthropic() as c:\n        await c.${ASK}\n`,
    ['4 claude-haiku-4-5'],
  ],
  [
    'a context manager of its own',
    `from contextlib import contextmanager\nfrom anthropic import Anthropic\n@contextmanager\ndef client():\n    yield Anthropic()\ndef run():\n    with client() as c:\n        c.${ASK}\n`,
    ['8 claude-haiku-4-5'],
  ],
  [
    'a class with __enter__',
    `from anthropic import Anthropic\nclass Session:\n    def __enter__(self):\n        return Anthropic()\n    def __exit__(self, *a):\n        pass\ndef run():\n    with Session() as c:\n        c.${ASK}\n`,
    ['9 claude-haiku-4-5'],
  ],
  [
    'to_thread',
    `import asyncio\nfrom anthropic import Anthropic\nc = Anthropic()\nasync def run():\n    await asyncio.to_thread(c.messages.create, model="claude-haiku-4-5", max_tokens=9, messages=[])\n`,
    ['5 claude-haiku-4-5'],
  ],
  [
    'run_in_executor with a partial',
    `import asyncio, functools\nfrom anthropic import Anthropic\nc = Anthropic()\nasync def run():\n    await asyncio.get_event_loop().run_in_executor(None, functools.partial(c.messages.create, model="claude-haiku-4-5", max_tokens=9, messages=[]))\n`,
    ['5 claude-haiku-4-5'],
  ],
  [
    'run_in_executor with a lambda',
    `import asyncio\nfrom anthropic import Anthropic\nc = Anthropic()\nasync def run():\n    await asyncio.get_event_loop().run_in_executor(None, lambda: c.${ASK})\n`,
    ['5 claude-haiku-4-5'],
  ],
  [
    'executor.submit of a method',
    `from concurrent.futures import ThreadPoolExecutor\nfrom llm import LLM\nllm = LLM()\nwith ThreadPoolExecutor() as pool:\n    pool.submit(llm.ask, "Hi")\n`,
    ['5 claude-haiku-4-5 via'],
    { 'llm.py': LLM },
  ],
  [
    'a partial bound to a name',
    `from functools import partial\nfrom anthropic import Anthropic\nask = partial(Anthropic().messages.create, model="claude-haiku-4-5", max_tokens=9)\ndef run():\n    ask(messages=[])\n`,
    ['5 claude-haiku-4-5'],
  ],
  [
    'a bound method kept',
    `from anthropic import Anthropic\ncreate = Anthropic().messages.create\ndef run():\n    create(model="claude-haiku-4-5", max_tokens=9, messages=[])\n`,
    ['4 claude-haiku-4-5'],
  ],
  [
    'a subclass',
    `from llm import LLM\nclass Big(LLM):\n    def __init__(self):\n        super().__init__(model="claude-sonnet-5")\n    def twice(self, text):\n        return self.ask(text)\ndef run():\n    Big().ask("Hi")\n`,
    ['6 claude-sonnet-5 via', '8 claude-sonnet-5 via'],
    { 'llm.py': LLM },
  ],
  [
    'super().ask',
    `from llm import LLM\nclass Loud(LLM):\n    def ask(self, text):\n        return super().ask(text.upper())\nLoud().ask("Hi")\n`,
    ['4 claude-haiku-4-5 via', '5 claude-haiku-4-5 via'],
    { 'llm.py': LLM },
  ],
  [
    'a subclass of an abstract class',
    `from abc import ABC, abstractmethod\nfrom anthropic import Anthropic\nclass Base(ABC):\n    @abstractmethod\n    def ask(self, text): ...\n    def twice(self, text):\n        return self.ask(self.ask(text))\nclass Claude(Base):\n    def __init__(self):\n        self.c = Anthropic()\n    def ask(self, text):\n        return self.c.messages.create(model="claude-haiku-4-5", max_tokens=9, messages=[{"role": "user", "content": text}])\ndef run():\n    Claude().twice("Hi")\n`,
    ['7 claude-haiku-4-5 via', '7 claude-haiku-4-5 via', '12 claude-haiku-4-5', '14 claude-haiku-4-5 via'],
  ],
  [
    'an abstract base with one class',
    `from abc import ABC, abstractmethod\nfrom anthropic import Anthropic\nclass Base(ABC):\n    @abstractmethod\n    def ask(self, text): ...\nclass Claude(Base):\n    def __init__(self):\n        self.c = Anthropic()\n    def ask(self, text):\n        return self.c.messages.create(model="claude-haiku-4-5", max_tokens=9, messages=[{"role": "user", "content": text}])\ndef run(b: Base):\n    return b.ask("Hi")\n`,
    ['10 claude-haiku-4-5', '12 claude-haiku-4-5 via'],
  ],
  [
    'a factory of classes',
    `from llm import LLM\nCLASSES = {"a": LLM}\ndef make(name):\n    return CLASSES[name]()\ndef run():\n    make("a").ask("Hi")\n`,
    ['6 claude-haiku-4-5 via'],
    { 'llm.py': LLM },
  ],
  [
    'a factory with branches',
    `from openai import OpenAI\nfrom anthropic import Anthropic\ndef make(kind):\n    if kind == "x":\n        return OpenAI()\n    return Anthropic()\ndef run():\n    make("a").${ASK}\n`,
    ['8 claude-haiku-4-5'],
  ],
  [
    'a decorator that keeps the function',
    `import functools\nfrom anthropic import Anthropic\nc = Anthropic()\ndef traced(f):\n    @functools.wraps(f)\n    def inner(*a, **k):\n        return f(*a, **k)\n    return inner\n@traced\ndef ask(text):\n    return c.messages.create(model="claude-haiku-4-5", max_tokens=9, messages=[{"role": "user", "content": text}])\ndef run():\n    ask("Hi")\n`,
    ['11 claude-haiku-4-5', '13 claude-haiku-4-5 via'],
  ],
  [
    'a generator',
    `from anthropic import Anthropic\nc = Anthropic()\ndef stream(text):\n    with c.messages.stream(model="claude-haiku-4-5", max_tokens=9, messages=[{"role": "user", "content": text}]) as s:\n        yield from s.text_stream\ndef run():\n    for part in stream("Hi"):\n        print(part)\n`,
    ['4 claude-haiku-4-5', '7 claude-haiku-4-5 via'],
  ],
  [
    'app state',
    `from anthropic import Anthropic\nfrom fastapi import FastAPI, Request\napp = FastAPI()\napp.state.client = Anthropic()\n@app.get("/")\ndef run(request: Request):\n    return request.app.state.client.${ASK}\n`,
    ['7 claude-haiku-4-5'],
  ],
  [
    'a dataclass field',
    `from dataclasses import dataclass, field\nfrom anthropic import Anthropic\n@dataclass\nclass A:\n    c: Anthropic = field(default_factory=Anthropic)\n    def run(self):\n        self.c.${ASK}\n`,
    ['7 claude-haiku-4-5'],
  ],
  [
    'nested objects',
    `from llm import LLM\nclass Service:\n    def __init__(self):\n        self.llm = LLM(model="claude-sonnet-5")\nclass App:\n    def __init__(self):\n        self.service = Service()\n    def run(self):\n        return self.service.llm.ask("Hi")\n`,
    ['9 claude-sonnet-5 via'],
    { 'llm.py': LLM },
  ],
  ['a walrus', `from anthropic import Anthropic\ndef run():\n    if (c := Anthropic()):\n        c.${ASK}\n`, ['4 claude-haiku-4-5']],
  [
    'a match',
    `from anthropic import Anthropic\ndef run(kind):\n    match kind:\n        case "a":\n            c = Anthropic()\n        case _:\n            c = Anthropic()\n    c.${ASK}\n`,
    ['8 claude-haiku-4-5'],
  ],
  [
    'the state of a Streamlit session, by attribute and by key',
    `import streamlit as st\nfrom anthropic import Anthropic\nif "c" not in st.session_state:\n    st.session_state.c = Anthropic()\ndef run():\n    st.session_state["c"].${ASK}\n`,
    ['6 claude-haiku-4-5'],
  ],
  [
    'a Chainlit session',
    `import chainlit as cl\nfrom langchain_openai import ChatOpenAI\n@cl.on_chat_start\nasync def start():\n    cl.user_session.set("llm", ChatOpenAI(model="gpt-5-mini"))\n@cl.on_message\nasync def main(message):\n    llm = cl.user_session.get("llm")\n    await llm.ainvoke(message.content)\n`,
    ['9 gpt-5-mini'],
  ],
  [
    'the state of an application',
    `from anthropic import Anthropic\nfrom fastapi import FastAPI, Request\napp = FastAPI()\n@app.on_event("startup")\ndef start():\n    app.state.c = Anthropic()\n@app.post("/")\ndef run(request: Request):\n    request.app.state.c.${ASK}\n`,
    ['9 claude-haiku-4-5'],
  ],
  [
    'nothing that a function is given under a name like a store',
    `from langchain_openai import ChatOpenAI\ndef first(state):\n    state["llm"] = ChatOpenAI(model="gpt-5-mini")\ndef second(state):\n    state["llm"].invoke("Hi")\n`,
    [],
  ],
  [
    'getattr with a literal',
    `from anthropic import Anthropic\nc = Anthropic()\ndef run():\n    getattr(c, "messages").create(model="claude-haiku-4-5", max_tokens=9, messages=[])\n`,
    ['4 claude-haiku-4-5'],
  ],
  [
    'an abstract base with several classes, of which most ask a model',
    `from providers import Base\ndef run(b: Base):\n    return b.ask("Hi")\n`,
    ['3 ? via'],
    SEVERAL_CLASSES,
  ],
  [
    'an attribute that is one of several classes',
    `from providers import Base\nclass Job:\n    def __init__(self, base: Base):\n        self.base = base\n    def run(self):\n        return self.base.twice("Hi")\n`,
    ['6 ? via'],
    SEVERAL_CLASSES,
  ],
  [
    'an abstract base with several classes, of which few ask a model',
    `from abc import ABC, abstractmethod\nfrom bot import LLM\nclass Tool(ABC):\n    @abstractmethod\n    def use(self, text): ...\nclass Search(Tool):\n    def use(self, text):\n        return text.lower()\nclass Ask(Tool):\n    def use(self, text):\n        return LLM().ask(text)\ndef run(tool: Tool):\n    return tool.use("Hi")\n`,
    ['11 claude-haiku-4-5 via'],
    { 'bot.py': LLM },
  ],
  [
    'what each subclass makes for itself',
    `from openai import AzureOpenAI, OpenAI\nclass Base:\n    def ask(self, text):\n        return self.completions.create(model="gpt-5-mini", messages=[{"role": "user", "content": text}])\nclass Plain(Base):\n    def __init__(self):\n        self.completions = OpenAI().chat.completions\nclass Azure(Base):\n    def __init__(self):\n        self.completions = AzureOpenAI().chat.completions\n`,
    ['4 gpt-5-mini'],
  ],
  [
    'a module called like a function',
    `import dspy\nclass Answer(dspy.Module):\n    def __init__(self):\n        self.ask = dspy.Predict("question -> answer")\n    def forward(self, question):\n        return self.ask(question=question)\nclass Engine:\n    def __init__(self):\n        self.answer = Answer()\n    def run(self, text):\n        return self.answer(question=text)\n`,
    ['6 ?', '11 ? via'],
  ],
  [
    'an object called like a function',
    `from bot import LLM\nclass Ask(LLM):\n    def __call__(self, text):\n        return self.ask(text)\nask = Ask()\ndef run():\n    return ask("Hi")\n`,
    ['4 claude-haiku-4-5 via', '7 claude-haiku-4-5 via'],
    { 'bot.py': LLM },
  ],
];

describe('a client in Python is followed through', () => {
  for (const [what, code, expected, others = {}] of python)
    it(what, () => {
      expect(callsIn(grammars, 'main.py', code, others)).toEqual(expected);
    });
});

describe('a method that several classes have', () => {
  it('says of a request what all of them share, and nothing that one alone sends', () => {
    const code = `from providers import Base\ndef run(b: Base):\n    return b.ask("Hi")\n`;
    const [call] = link(grammars, { ...SEVERAL_CLASSES, 'main.py': code }).program.file('main.py').calls;
    expect(call).toMatchObject({ sdk: 'unknown', api: 'ask' });
    expect(call?.request).toMatchObject({ provider: null, wire: 'unknown', model: { id: null }, maxOutput: { kind: 'unknown' } });
    expect(call?.request.parts.flatMap((part) => part.pieces.map((piece) => piece.kind))).toEqual(['hole']);
  });
});
