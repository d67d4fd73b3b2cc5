import { beforeAll, describe, expect, it } from 'vitest';
import type { Grammars } from '../../server/core/languages/grammars.ts';
import { lowerText } from '../../server/core/languages/source-file.ts';
import { createProgram } from '../../server/core/program/program.ts';
import { link, loadGrammars } from './linked.ts';
import { printCall } from './print-call.ts';

let grammars: Grammars;
beforeAll(async () => {
  grammars = await loadGrammars();
});

const python = (body: string): string => `
import os, pathlib, pkgutil, importlib.resources, aiofiles
from importlib import resources
from importlib.resources import files
from pathlib import Path
from anthropic import Anthropic
client = Anthropic()
${body}
client.messages.create(model="claude-haiku-4-5", max_tokens=9, messages=[{"role": "user", "content": text}])
`;
const script = (body: string): string => `
import fs, { readFileSync } from 'node:fs';
import { promises, readFile as later } from 'fs';
import { readFile } from 'fs/promises';
import path, { join } from 'node:path';
import { fileURLToPath } from 'url';
import Anthropic from '@anthropic-ai/sdk';
const client = new Anthropic();
${body}
await client.messages.create({ model: 'claude-haiku-4-5', max_tokens: 9, messages: [{ role: 'user', content: text }] });
`;
const around = {
  'app/prompts/system.md': 'You are brief.',
  'app/prompts/greet.txt': 'Hello {name}, {{ name }}, $name.',
  'shared.txt': 'From the root.',
  'app/prompts/__init__.py': '',
  'app/__init__.py': '',
};

/** The parts of the only call, each with its stability. */
function parts(file: string, text: string, more: Readonly<Record<string, string>> = {}): string[] {
  const [call] = link(grammars, { ...around, ...more, [file]: text }).program.file(file).calls;
  if (call === undefined) throw new Error('There is no call.');
  return printCall(call)
    .split('\n')
    .slice(1)
    .map((line) => line.trim());
}

describe('a prompt that code reads from a file is followed in Python', () => {
  it.each([
    'text = Path("prompts/system.md").read_text()',
    'text = Path("prompts", "system.md").read_text(encoding="utf-8")',
    'text = (Path(__file__).parent / "prompts" / "system.md").read_text()',
    'text = (Path(__file__).resolve().parents[1] / "app/prompts" / "system.md").read_text()',
    'text = pathlib.Path(__file__).with_name("prompts").joinpath("system.md").read_text()',
    'text = open("prompts/system.md").read()',
    'text = open(file="app/prompts/system.md", mode="r").read()',
    'with open("prompts/system.md", "r", encoding="utf8") as f:\n    text = f.read()',
    'with Path("prompts/system.md").open() as f:\n    text = f.read()',
    'text = open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "prompts", "system.md")).read()',
    'FOLDER = os.path.dirname(__file__)\ntext = open(f"{FOLDER}/prompts/system.md").read()',
    'text = files("app.prompts").joinpath("system.md").read_text()',
    'text = (resources.files("app") / "prompts" / "system.md").read_text()',
    'text = importlib.resources.read_text("app.prompts", "system.md")',
    'text = pkgutil.get_data(__name__, "prompts/system.md").decode("utf-8")',
    'FOLDER = Path(__file__).parent / "prompts"\ndef load(name):\n    return (FOLDER / f"{name}.md").read_text().strip()\ntext = load("system")',
    'def load(name):\n    with open(os.path.join("prompts", name + ".md")) as f:\n        return f.read()\ntext = load("system")',
    'class Store:\n    def __init__(self):\n        self.folder = Path(__file__).parent / "prompts"\n    def load(self, name):\n        return (self.folder / name).read_text()\ntext = Store().load("system.md")',
  ])('%s', (body) => {
    expect(parts('app/main.py', python(body))).toEqual(['user [per-process] You are brief.']);
  });

  it('also from the folder that the program runs in, where the file is the only one', () => {
    expect(parts('app/main.py', python('text = open("shared.txt").read()'))).toEqual(['user [per-process] From the root.']);
    const both = parts('app/main.py', python('text = open("shared.txt").read()'), { 'app/shared.txt': 'Another.' });
    expect(both).toEqual(['user [per-process] {shared.txt}']);
  });

  it('and filled by the call', () => {
    const filled = (call: string): string[] =>
      parts('app/main.py', python(`import jinja2, string\nFILE = open("prompts/greet.txt").read()\n${call}`));
    expect(filled('text = FILE')).toEqual(['user [per-process] Hello {name}, {{ name }}, $name.']);
    expect(filled('text = FILE.format(name="Ada")')).toEqual(['user [per-process] Hello Ada, { name }, $name.']);
    expect(filled('text = FILE.replace("{{ name }}", "Ada")')).toEqual(['user [per-process] Hello {name}, Ada, $name.']);
    expect(filled('text = jinja2.Template(FILE).render(name="Ada")')).toEqual(['user [per-process] Hello {name}, Ada, $name.']);
    expect(filled('text = string.Template(FILE).substitute(name="Ada")')).toEqual(['user [per-process] Hello {name}, {{ name }}, Ada.']);
  });

  it('and rendered from the folder of a template engine', () => {
    const rendered = (loader: string): string[] =>
      parts(
        'app/main.py',
        python(
          `from jinja2 import Environment, FileSystemLoader, PackageLoader\nengine = Environment(loader=${loader}, trim_blocks=True)\ntext = engine.get_template("ask.j2").render(name="Ada", items=[])`,
        ),
        { 'app/prompts/ask.j2': 'Dear {{ name }},{# no #}\n{% for item in items %}- {{ item }}\n{% endfor %}{{ name | upper }}.' },
      );
    const expected = ['user [unknown] Dear Ada,\\n{items}{name}.'];
    expect(rendered('FileSystemLoader("prompts")')).toEqual(expected);
    expect(rendered('FileSystemLoader(Path(__file__).parent / "prompts")')).toEqual(expected);
    expect(rendered('PackageLoader("app", "prompts")')).toEqual(expected);
  });

  it('in a method whose folder the object holds', () => {
    const text = `
from pathlib import Path
from anthropic import Anthropic
class Agent:
    def __init__(self):
        self.folder = Path(__file__).parent / "prompts"
        self.prompt = (self.folder / "greet.txt").read_text()
        self.client = Anthropic()
    def ask(self, name):
        system = (self.folder / "system.md").read_text()
        return self.client.messages.create(model="claude-haiku-4-5", max_tokens=9, system=system, messages=[{"role": "user", "content": self.prompt.format(name=name)}])
`;
    expect(parts('app/agent.py', text)).toEqual(['system [per-process] You are brief.', 'user [unknown] Hello {name}, { name }, $name.']);
  });

  it.each([
    ['a name that the source does not show', 'text = open(os.environ["PROMPT"]).read()'],
    ['a file that is not there', 'text = open("prompts/other.md").read()'],
    ['a path out of the workspace', 'text = (Path(__file__).parent.parent.parent / "app/prompts/system.md").read_text()'],
    ['an absolute path', 'text = open("/app/prompts/system.md").read()'],
    ['bytes', 'text = open("prompts/system.md", "rb").read()'],
    ['a piece of it', 'text = open("prompts/system.md").read(4)'],
  ])('but not %s', (_, body) => {
    expect(parts('app/main.py', python(body)).join('\n')).not.toContain('You are brief.');
  });

  it('whose place is in that file', () => {
    const { program } = link(grammars, { ...around, 'app/main.py': python('text = open("prompts/system.md").read()') });
    const piece = program.file('app/main.py').calls[0]?.request.parts[0]?.pieces[0];
    expect(piece?.place).toEqual({ file: 'app/prompts/system.md', unit: '', span: { start: 0, end: 14 } });
  });

  it('that is no text, or too long, stays a hole', () => {
    for (const bad of ['\ufffd\ufffd', 'x'.repeat(2 * 1024 * 1024 + 1)]) {
      const said = parts('app/main.py', python('text = open("prompts/bad.md").read()'), { 'app/prompts/bad.md': bad });
      expect(said).toEqual(['user [per-process] {app/prompts/bad.md}']);
    }
  });
});

describe('a prompt that code reads from a file is followed in TypeScript', () => {
  it.each([
    "const text = readFileSync('prompts/system.md', 'utf8');",
    "const text = fs.readFileSync(path.join(__dirname, 'prompts', 'system.md')).toString();",
    "const text = fs.readFileSync(path.resolve(__dirname, './prompts/system.md'), { encoding: 'utf-8' });",
    "const text = fs.readFileSync(join(process.cwd(), 'app', 'prompts', 'system.md'), 'utf-8').trim();",
    "const text = await readFile(new URL('./prompts/system.md', import.meta.url), 'utf8');",
    "const text = await promises.readFile(join(path.dirname(fileURLToPath(import.meta.url)), 'prompts/system.md'), 'utf8');",
    'const text = readFileSync(`${import.meta.dirname}/prompts/system.md`, "utf8");',
    "const text = await Bun.file('prompts/system.md').text();",
    "const text = await Deno.readTextFile('app/prompts/system.md');",
    "const load = (name: string) => readFileSync(join(__dirname, 'prompts', `${name}.md`), 'utf8');\nconst text = load('system');",
    "import text from './prompts/system.md?raw';",
    "import text from './prompts/system.md';",
    "const text = require('./prompts/system.md');",
  ])('%s', (body) => {
    expect(parts('app/main.ts', script(body))).toEqual(['user [per-process] You are brief.']);
  });

  it.each(["const text = readFileSync('prompts/system.md', 'base64');", "const text = readFileSync(name, 'utf8');"])(
    'but not %s',
    (body) => {
      expect(parts('app/main.ts', script(body)).join('\n')).not.toContain('You are brief.');
    },
  );
});

describe('a prompt file', () => {
  const file = 'app/main.py';
  const prompt = 'app/prompts/system.md';
  const open = () => {
    const program = createProgram();
    program.setPaths([file, prompt]);
    program.setModule(lowerText({ file, language: 'python', text: python('text = open("prompts/system.md").read()'), grammars }));
    const said = (): string => program.file(file).calls.map(printCall).join('\n');
    return { program, said };
  };

  it('is asked for until it is brought', () => {
    const { program, said } = open();
    expect(said()).toContain('user [per-process] {app/prompts/system.md}');
    expect(program.wanted()).toEqual([prompt]);
    program.setText(prompt, 'Be kind.');
    expect(program.wanted()).toEqual([]);
    expect(said()).toContain('user [per-process] Be kind.');
  });

  it('changes the call that reads it when it is edited, made or deleted', () => {
    const { program, said } = open();
    program.setText(prompt, 'Be kind.');
    expect(said()).toContain('Be kind.');
    program.setText(prompt, 'Be kinder.');
    expect(said()).toContain('Be kinder.');
    program.setPath(prompt, false);
    expect(said()).toContain('{open().read()}');
    program.setPath(prompt, true);
    expect(said()).toContain('Be kinder.');
  });
});
