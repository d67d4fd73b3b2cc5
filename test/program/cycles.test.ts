import { beforeAll, describe, expect, it } from 'vitest';
import type { Grammars } from '../../server/core/languages/grammars.ts';
import { lowerText } from '../../server/core/languages/source-file.ts';
import { createProgram } from '../../server/core/program/program.ts';
import { loadGrammars } from './linked.ts';

let grammars: Grammars;
beforeAll(async () => {
  grammars = await loadGrammars();
});

const texts = {
  'a.py': `
from b import second, Shared
from settings import MODEL
from openai import OpenAI
shared = Shared()
def first(text, depth):
    OpenAI().chat.completions.create(model=MODEL, messages=[{"role": "user", "content": text}])
    return second(text, depth - 1)
`,
  'b.py': `
from a import first, shared
from settings import MODEL
class Shared:
    def __init__(self):
        self.model = MODEL
        self.peer = shared
def second(text, depth):
    return first(text, depth) if depth > 0 else shared.model
`,
};

describe('files that import each other', () => {
  it.each([
    ['a.py', 'b.py'],
    ['b.py', 'a.py'],
  ])('are linked again when what both stand on changes, %s first', (one, other) => {
    const program = createProgram();
    const set = (file: string, text: string) => program.setModule(lowerText({ file, language: 'python', text, grammars }));
    const models = () => [one, other].flatMap((file) => program.file(file).calls.map((call) => call.request.model.id));
    program.setPaths([...Object.keys(texts), 'settings.py']);
    for (const [file, text] of Object.entries(texts)) set(file, text);
    models();
    for (const model of ['gpt-4o', 'gpt-4o-mini', 'gpt-5']) {
      set('settings.py', `MODEL = "${model}"\n`);
      program.file(other);
      expect(new Set(models())).toEqual(new Set([model]));
    }
  });
});
