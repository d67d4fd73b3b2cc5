import { beforeAll, describe, expect, it } from 'vitest';
import type { Grammars } from '../../server/core/languages/grammars.ts';
import { lowerText, openSource } from '../../server/core/languages/source-file.ts';
import { link, loadGrammars } from './linked.ts';
import { printCall } from './print-call.ts';

let grammars: Grammars;
beforeAll(async () => {
  grammars = await loadGrammars();
});

const calls = (texts: Readonly<Record<string, string>>, file: string): string[] =>
  link(grammars, texts).program.file(file).calls.map(printCall);

describe('a request', () => {
  it('is read from literals, constants and messages appended to a list', () => {
    expect(
      calls(
        {
          'a.py': `
from anthropic import Anthropic
MODEL = "claude-haiku-4-5"
client = Anthropic()
def answer(question):
    messages = [{"role": "user", "content": "Hello"}]
    messages.append({"role": "user", "content": f"Q: {question}"})
    return client.messages.create(model=MODEL, max_tokens=300, system="Be brief.", messages=messages)
`,
        },
        'a.py',
      ),
    ).toEqual([
      'a.py#answer/messages.create~1 model=claude-haiku-4-5 (constant) cap=300\n  system [constant] Be brief.\n  user [constant] Hello\n  user [unknown] Q: {question}',
    ]);
  });

  it('names what it cannot know, and never guesses', () => {
    expect(
      calls(
        {
          'a.py': `
import os
from openai import OpenAI
def ask(options, text):
    return OpenAI().chat.completions.create(model=os.environ["MODEL"], messages=[{"role": "user", "content": text}], **options)
`,
        },
        'a.py',
      ),
    ).toEqual(['a.py#ask/chat.completions.create~1 model=? (env) cap=unknown\n  user [unknown] {text}']);
  });

  it('leaves the count open where the fields come from a variable', () => {
    const texts = {
      'a.py': `
from openai import OpenAI
def ask(params):
    return OpenAI().chat.completions.create(**params)
`,
    };
    expect(calls(texts, 'a.py')).toEqual([
      'a.py#ask/chat.completions.create~1 model=? (unknown) cap=unknown\n  history [unknown] {params}',
    ]);
  });

  it('says when a model is only what a setting falls back to', () => {
    const texts = {
      'a.ts': `
import OpenAI from 'openai';
const client = new OpenAI();
export const ask = (text: string) => client.responses.create({ model: process.env.MODEL ?? 'gpt-5-mini', input: text });
`,
    };
    expect(calls(texts, 'a.ts')).toEqual([
      'a.ts#ask/responses.create~1 model=gpt-5-mini (env-fallback) cap=absent\n  history [unknown] {text}',
    ]);
  });

  it('follows format, percent, join, dedent and replace', () => {
    const texts = {
      'a.py': `
from textwrap import dedent
from anthropic import Anthropic
client = Anthropic()
PROMPT = dedent("""
    Say {what}.
    In {language}.
""").strip()
def a(language):
    return client.messages.create(model="claude-haiku-4-5", max_tokens=9, messages=[{"role": "user", "content": PROMPT.format(what="hello", language=language)}])
def b(name):
    return client.messages.create(model="claude-haiku-4-5", max_tokens=9, messages=[{"role": "user", "content": "Hi %s, %d times" % (name, 3)}])
def c():
    return client.messages.create(model="claude-haiku-4-5", max_tokens=9, messages=[{"role": "user", "content": ", ".join(["a", "b"]).replace("a", "z")}])
`,
    };
    expect(calls(texts, 'a.py').map((one) => one.split('\n')[1])).toEqual([
      '  user [unknown] Say hello.\\nIn {language}.',
      '  user [unknown] Hi {name}, 3 times',
      '  user [constant] z, b',
    ]);
  });

  it('tells how often a piece changes', () => {
    const texts = {
      'a.py': `
import uuid
from datetime import date, datetime
from anthropic import Anthropic
client = Anthropic()
STARTED = datetime.now()
def ask(q):
    return client.messages.create(model="claude-haiku-4-5", max_tokens=9, system=[
        {"type": "text", "text": f"Up since {STARTED}"},
        {"type": "text", "text": f"Today: {date.today()}"},
        {"type": "text", "text": f"Day {datetime.now().strftime('%Y-%m-%d')}"},
        {"type": "text", "text": f"Now {datetime.now().isoformat()}"},
        {"type": "text", "text": f"Request {uuid.uuid4()}", "cache_control": {"type": "ephemeral"}},
    ], messages=q)
`,
    };
    const stabilities = link(grammars, texts)
      .program.file('a.py')
      .calls[0]?.request.parts.map((part) => part.stability);
    expect(stabilities).toEqual(['per-process', 'per-day', 'per-day', 'per-call', 'per-call', 'unknown']);
  });
});

describe('a client', () => {
  it('is known in attributes, factories, typed parameters and aliases', () => {
    const texts = {
      'llm.py': `
import anthropic as an
from openai import AsyncOpenAI as Client
def make():
    return an.Anthropic()
class Bot:
    def __init__(self, size=64):
        self.client = make()
        self.size = size
    def say(self, text):
        return self.client.messages.create(model="claude-haiku-4-5", max_tokens=self.size, messages=[{"role": "user", "content": text}])
async def typed(client: Client, text: str):
    return await client.chat.completions.create(model="gpt-5-mini", messages=[{"role": "user", "content": text}])
`,
    };
    expect(calls(texts, 'llm.py').map((one) => one.split('\n')[0])).toEqual([
      'llm.py#Bot.say/messages.create~1 model=claude-haiku-4-5 (literal) cap=64',
      'llm.py#typed/chat.completions.create~1 model=gpt-5-mini (literal) cap=absent',
    ]);
  });

  it('is not anything that merely has a create method', () => {
    const texts = {
      'a.py': `
from twilio.rest import Client
from myapp import db, store
client = Client()
client.messages.create(body="hi", from_="+1", to="+2")
db.sessions.create(model="Session")
def save(thing):
    thing.messages.create(text="x")
    store.responses.create(name="y")
`,
    };
    expect(calls(texts, 'a.py')).toEqual([]);
  });
});

describe('a wrapper', () => {
  const files = {
    'app/llm.py': `
from anthropic import Anthropic
client = Anthropic()
def ask(prompt, model="claude-haiku-4-5", limit=100):
    return client.messages.create(model=model, max_tokens=limit, messages=[{"role": "user", "content": prompt}])
`,
    'app/main.py': `
from app.llm import ask
def summarise(text):
    return ask(f"Summarise: {text}", limit=500)
`,
    'app/other.py': `
from . import llm
def translate(text):
    return llm.ask("Translate this.", model="claude-sonnet-5")
`,
  };

  it('is a template, and each of its calls an instance with its own request', () => {
    expect(calls(files, 'app/main.py')).toEqual([
      'app/main.py#summarise/wrapper:messages.create~1 via app/llm.py#ask/messages.create~1 model=claude-haiku-4-5 (argument) cap=500\n  user [unknown] Summarise: {text}',
    ]);
    expect(calls(files, 'app/other.py')).toEqual([
      'app/other.py#translate/wrapper:messages.create~1 via app/llm.py#ask/messages.create~1 model=claude-sonnet-5 (argument) cap=100\n  user [constant] Translate this.',
    ]);
  });

  it('takes only those of its branches that the caller can reach', () => {
    const texts = {
      'a.py': `
from anthropic import Anthropic
from openai import OpenAI
def ask(prompt, model):
    if "claude" in model:
        return Anthropic().messages.create(model=model, max_tokens=9, messages=[{"role": "user", "content": prompt}])
    elif model.startswith("gpt"):
        return OpenAI().responses.create(model=model, input=prompt)
def main():
    ask("hi", "gpt-5-mini")
`,
    };
    expect(calls(texts, 'a.py').filter((one) => one.includes('#main/'))).toEqual([
      'a.py#main/wrapper:responses.create~1 via a.py#ask/responses.create~1 model=gpt-5-mini (argument) cap=absent\n  user [constant] hi',
    ]);
  });
});

describe('an edit', () => {
  const texts = {
    'prompts.py': 'GREETING = "Hello there, how can I help you?"\n\ndef unused():\n    return 1\n',
    'a.py':
      'from anthropic import Anthropic\nfrom prompts import GREETING\nclient = Anthropic()\ndef ask(q):\n    return client.messages.create(model="claude-haiku-4-5", max_tokens=9, system=GREETING, messages=q)\n',
  };
  const relink = (program: ReturnType<typeof link>['program'], file: string, text: string): number => {
    const before = program.computed();
    program.setModule(lowerText({ file, language: 'python', text, grammars }));
    program.file('a.py');
    return program.computed() - before;
  };

  it('reaches those that import what changed, and stops where an export stays the same', () => {
    const { program } = link(grammars, texts);
    expect(program.file('a.py').calls[0]?.request.parts[0]?.pieces).toMatchObject([{ text: 'Hello there, how can I help you?' }]);
    const other = relink(program, 'prompts.py', texts['prompts.py'].replace('return 1', 'return 2'));
    expect(other).toBeLessThanOrEqual(2);
    relink(program, 'prompts.py', texts['prompts.py'].replace('Hello there', 'Good day'));
    expect(program.file('a.py').calls[0]?.request.parts[0]?.pieces).toMatchObject([{ text: 'Good day, how can I help you?' }]);
  });

  it('of a line above redoes no linked answer', () => {
    const { program } = link(grammars, texts);
    const source = openSource({ file: 'a.py', language: 'python', text: texts['a.py'], grammars });
    program.setModule(source.module);
    const before = program.file('a.py');
    const computed = program.computed();
    program.setModule(source.update(`\n\n${texts['a.py']}`));
    expect(program.file('a.py')).toBe(before);
    expect(program.computed()).toBe(computed);
    source.dispose();
  });
});
