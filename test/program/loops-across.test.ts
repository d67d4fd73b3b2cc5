import { beforeAll, describe, expect, it } from 'vitest';
import type { Grammars } from '../../server/core/languages/grammars.ts';
import { link, loadGrammars } from './linked.ts';

let grammars: Grammars;
beforeAll(async () => {
  grammars = await loadGrammars();
});

/** The loops of every file, as `file:line kind bound max calls`. */
function loopsOf(texts: Readonly<Record<string, string>>): readonly string[] {
  const { program, line } = link(grammars, texts);
  return Object.keys(texts)
    .sort()
    .flatMap((file) =>
      program
        .file(file)
        .loops.map(
          (loop) => `${file}:${line(loop.place)} ${loop.kind} ${loop.bound}${loop.max === null ? '' : ` ${loop.max}`} ${loop.calls.length}`,
        ),
    );
}

const agent = `from anthropic import AsyncAnthropic
client = AsyncAnthropic()
async def run(messages):
    while True:
        answer = await client.messages.create(model="claude-haiku-4-5", max_tokens=200, messages=messages)
        if answer.stop_reason == "end_turn":
            return answer
`;
const guarded = `import asyncio
from agent import run
async def main(messages):
    return await asyncio.wait_for(run(messages), timeout=120)
`;
const free = 'from agent import run\nasync def other(messages):\n    return await run(messages)\n';

describe('a loop and its callers in other files', () => {
  it('is bounded where every caller sets a deadline', () => {
    expect(loopsOf({ 'agent.py': agent, 'main.py': guarded })).toEqual(['agent.py:4 loop bounded 1']);
  });
  it('is not where one of them sets none', () => {
    expect(loopsOf({ 'agent.py': agent, 'main.py': guarded, 'other.py': free })).toEqual(['agent.py:4 loop unbounded 1']);
  });
  it('is judged alone where nobody calls it', () => {
    expect(loopsOf({ 'agent.py': agent })).toEqual(['agent.py:4 loop unbounded 1']);
  });
});

const steps = `from openai import OpenAI
client = OpenAI()
class Agent:
    def __init__(self, task):
        self.turn = 0
        self.task = task
    def run(self):
        while self.turn < 8:
            self.step()
    def step(self):
        self.turn += 1
        print(self.ask())
    def ask(self):
        return client.responses.create(model="gpt-5", input=self.task)
`;
const service = `from tenacity import retry, stop_after_attempt
from agent import Agent
agent = Agent("plan")
def act():
    agent.ask()
@retry(stop=stop_after_attempt(3))
def handle():
    act()
def every(topics):
    for topic in topics:
        handle()
`;

describe('a call behind several functions that give it nothing', () => {
  it('is repeated by the loops around each of them', () => {
    expect(loopsOf({ 'agent.py': steps, 'service.py': service })).toEqual([
      'agent.py:8 loop bounded 8 1',
      'service.py:6 retry bounded 3 1',
      'service.py:10 loop bounded 1',
    ]);
  });
});

const decorator = `import functools
def retry(times):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            for attempt in range(times):
                try:
                    return function(*args, **kwargs)
                except Exception:
                    continue
        return wrapper
    return decorate
`;
const decorated = `from anthropic import Anthropic
from retrying_helpers import retry
client = Anthropic()
@retry(3)
def ask(messages):
    return client.messages.create(model="claude-haiku-4-5", max_tokens=200, messages=messages)
`;
const helper = `export async function withRetry<T>(ask: () => Promise<T>): Promise<T> {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      return await ask();
    } catch {}
  }
  throw new Error('gave up');
}
`;
const user = `import OpenAI from 'openai';
import { withRetry } from './helper';
const client = new OpenAI();
export const ask = (messages: OpenAI.ChatCompletionMessageParam[]) =>
  withRetry(() => client.chat.completions.create({ model: 'gpt-5-mini', max_completion_tokens: 300, messages }));
`;

describe('a helper that repeats what it is given', () => {
  it('repeats what a decorator in another file gives it', () => {
    expect(loopsOf({ 'retrying_helpers.py': decorator, 'ask.py': decorated })).toEqual([
      'ask.py:4 retry bounded 1',
      'retrying_helpers.py:6 retry bounded 1',
    ]);
  });
  it('repeats what a callback in another file calls', () => {
    expect(loopsOf({ 'helper.ts': helper, 'user.ts': user })).toEqual(['helper.ts:2 retry bounded 3 1']);
  });
  it('is nothing where no caller gives it a call of a model', () => {
    expect(loopsOf({ 'retrying_helpers.py': decorator, 'helper.ts': helper })).toEqual([]);
  });
});

it('says the same in whatever order the files come', () => {
  const texts = {
    'agent.py': agent,
    'main.py': guarded,
    'retrying_helpers.py': decorator,
    'ask.py': decorated,
    'helper.ts': helper,
    'user.ts': user,
  };
  const turned = Object.fromEntries(Object.entries(texts).reverse());
  expect(loopsOf(turned)).toEqual(loopsOf(texts));
});
