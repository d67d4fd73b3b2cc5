import { beforeAll, describe, expect, it } from 'vitest';
import type { Grammars } from '../../server/core/languages/grammars.ts';
import { link, loadGrammars } from './linked.ts';

let grammars: Grammars;
beforeAll(async () => {
  grammars = await loadGrammars();
});

/** The calls of every file, as `file:line model`, `via` added for one through a wrapper. */
function callsOf(texts: Readonly<Record<string, string>>): readonly string[] {
  const { program, line } = link(grammars, texts);
  return Object.keys(texts).flatMap((file) =>
    program.file(file).calls.map((call) => `${file}:${line(call.place)} ${call.request.model.id}${call.via.length > 0 ? ' via' : ''}`),
  );
}

const helper = `def ask(llm, question):
    return llm.invoke(question)
def twice(llm, question):
    return ask(llm, question)
`;
const kept = `from langchain_openai import ChatOpenAI
class Chat:
    def __init__(self, chat):
        self.chat = chat
    def complete(self, text):
        return self.chat.invoke(text)
def make(model):
    return Chat(ChatOpenAI(model=model))
print(make("gpt-5-mini").complete("Hello"))
`;

describe('a call of something that only a caller knows', () => {
  it('is one where a caller of its file gives a model', () => {
    const main = `${helper}from langchain_openai import ChatOpenAI\nask(ChatOpenAI(model="gpt-5"), "Hello")\n`;
    expect(callsOf({ 'a.py': main })).toEqual(['a.py:2 null', 'a.py:6 gpt-5 via']);
  });
  it('is one of the caller in another file, through several functions', () => {
    const main = 'from langchain_openai import ChatOpenAI\nfrom helper import twice\ntwice(ChatOpenAI(model="gpt-5"), "Hello")\n';
    expect(callsOf({ 'helper.py': helper, 'main.py': main })).toEqual(['main.py:3 gpt-5']);
  });
  it('is one of an object that was made with the model', () => {
    expect(callsOf({ 'a.py': kept })).toEqual(['a.py:6 null', 'a.py:9 gpt-5-mini via']);
  });
  it('is none where a caller gives something else', () => {
    const main = `${helper}class Tool:\n    def invoke(self, text):\n        return text\nask(Tool(), "Hello")\n`;
    expect(callsOf({ 'a.py': main })).toEqual([]);
  });
  it('is none where nobody calls it', () => {
    expect(callsOf({ 'a.py': helper })).toEqual([]);
  });
});

describe('a parameter with an annotation and a default', () => {
  it('is what the default was made with', () => {
    const text = `from langchain_openai import ChatOpenAI
def ask(question, llm: ChatOpenAI = ChatOpenAI(model="gpt-5-mini")):
    return llm.invoke(question)
`;
    expect(callsOf({ 'a.py': text })).toEqual(['a.py:3 gpt-5-mini']);
  });
});
