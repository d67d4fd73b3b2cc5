import { beforeAll, describe, expect, it } from 'vitest';
import type { Grammars } from '../../../server/core/languages/grammars.ts';
import { link, loadGrammars } from '../linked.ts';

let grammars: Grammars;
beforeAll(async () => {
  grammars = await loadGrammars();
});

const ASK_TS = `
import OpenAI from 'openai';
export const client = new OpenAI();
export const ask = (text: string) => client.responses.create({ model: 'gpt-5-mini', input: text });
export default ask;
`;
const ASK_PY = `
from openai import OpenAI
client = OpenAI()
def ask(text):
    return client.responses.create(model="gpt-5-mini", input=text)
`;

/** Whether the file's call of `ask` is seen as one of the wrapper in another file. */
const follows = (texts: Readonly<Record<string, string>>, file: string): boolean =>
  link(grammars, texts)
    .program.file(file)
    .calls.some((call) => call.via.length === 1 && call.request.model.id === 'gpt-5-mini');

const caller = (source: string): string => `import { ask } from '${source}';\nexport const run = () => ask('Hi');\n`;

describe('a script import', () => {
  const cases: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
    [
      'goes by the paths of the nearest tsconfig',
      {
        'web/tsconfig.json': '{ // comment\n "compilerOptions": { "paths": { "@/*": ["./src/*"] }, }, }',
        'web/src/lib/llm.ts': ASK_TS,
        'web/src/app/page.tsx': caller('@/lib/llm'),
      },
      'web/src/app/page.tsx',
    ],
    [
      'goes by baseUrl',
      { 'tsconfig.json': '{"compilerOptions":{"baseUrl":"src"}}', 'src/lib/llm.ts': ASK_TS, 'src/a/b.ts': caller('lib/llm') },
      'src/a/b.ts',
    ],
    [
      'takes paths that a tsconfig inherits',
      {
        'config/base.json': '{"compilerOptions":{"baseUrl":"..","paths":{"~lib/*":["lib/*"]}}}',
        'tsconfig.json': '{"extends":"./config/base"}',
        'lib/llm.ts': ASK_TS,
        'app/a.ts': caller('~lib/llm'),
      },
      'app/a.ts',
    ],
    [
      'takes paths of the last of several bases, and of a package of the workspace',
      {
        'packages/tsconfig/package.json': '{"name":"@acme/tsconfig"}',
        'packages/tsconfig/app.json': '{"compilerOptions":{"paths":{"@lib":["../../lib/llm.ts"]}}}',
        'tsconfig.json': '{"extends":["./none.json","@acme/tsconfig/app.json"]}',
        'lib/llm.ts': ASK_TS,
        'app/a.ts': caller('@lib'),
      },
      'app/a.ts',
    ],
    [
      'looks into the projects that a tsconfig only refers to',
      {
        'tsconfig.json': '{"files":[],"references":[{"path":"./tsconfig.app.json"}]}',
        'tsconfig.app.json': '{"compilerOptions":{"paths":{"@/*":["./src/*"]}}}',
        'src/llm.ts': ASK_TS,
        'src/a.ts': caller('@/llm'),
      },
      'src/a.ts',
    ],
    [
      'goes by jsconfig in JavaScript',
      {
        'jsconfig.json': '{"compilerOptions":{"paths":{"@/*":["./*"]}}}',
        'lib/llm.js': ASK_TS.replace(': string', ''),
        'app/a.js': caller('@/lib/llm'),
      },
      'app/a.js',
    ],
    [
      'goes by the imports of its package',
      {
        'package.json': '{"name":"app","imports":{"#lib/*":{"types":"./types/*.d.ts","default":"./src/lib/*.js"}}}',
        'src/lib/llm.ts': ASK_TS,
        'src/a.ts': caller('#lib/llm'),
      },
      'src/a.ts',
    ],
    [
      'finds a package of the workspace by its name and exports',
      {
        'package.json': '{"workspaces":["packages/*"]}',
        'packages/ai/package.json':
          '{"name":"@acme/ai","exports":{".":{"types":"./dist/index.d.ts","import":"./dist/index.js"},"./*":"./dist/*.js"}}',
        'packages/ai/src/index.ts': "export * from './llm.js';",
        'packages/ai/src/llm.ts': ASK_TS,
        'apps/web/a.ts': caller('@acme/ai'),
      },
      'apps/web/a.ts',
    ],
    [
      'finds a path below a package of the workspace',
      {
        'packages/ai/package.json': '{"name":"@acme/ai","exports":{"./*":{"import":"./dist/*.js"}}}',
        'packages/ai/src/llm.ts': ASK_TS,
        'apps/web/a.ts': caller('@acme/ai/llm'),
      },
      'apps/web/a.ts',
    ],
    [
      'finds a package that names its source in main, or nothing at all',
      {
        'packages/ai/package.json': '{"name":"ai-core","main":"source/llm.ts"}',
        'packages/ai/source/llm.ts': ASK_TS,
        'apps/web/a.ts': caller('ai-core'),
      },
      'apps/web/a.ts',
    ],
    [
      'goes by the import map of Deno',
      { 'deno.json': '{"imports":{"lib/":"./lib/"}}', 'lib/llm.ts': ASK_TS, 'main.ts': caller('lib/llm.ts') },
      'main.ts',
    ],
    [
      'knows the alias that a framework makes',
      { 'svelte.config.js': '', 'src/lib/llm.ts': ASK_TS, 'src/routes/+server.ts': caller('$lib/llm') },
      'src/routes/+server.ts',
    ],
    [
      'follows an index that names what it hands on',
      {
        'lib/llm.ts': ASK_TS,
        'lib/index.ts': "export { ask as request, default as again } from './llm';\nexport * as all from './llm';",
        'a.ts': "import { request } from './lib';\nexport const run = () => request('Hi');\n",
      },
      'a.ts',
    ],
    [
      'follows a namespace that an index exports',
      {
        'lib/llm.ts': ASK_TS,
        'lib/index.ts': "export * as all from './llm';",
        'a.ts': "import { all } from './lib';\nexport const run = () => all.ask('Hi');\n",
      },
      'a.ts',
    ],
    [
      'follows a circle of imports',
      {
        'lib/llm.ts': `import { name } from '../a';\n${ASK_TS}\nexport const who = name;`,
        'a.ts': "import { ask } from './lib/llm';\nexport const name = 'x';\nexport const run = () => ask('Hi');\n",
      },
      'a.ts',
    ],
    [
      'follows import() and require',
      {
        'lib/llm.ts': ASK_TS,
        'a.ts': "export const run = async () => { const { ask } = await import('./lib/llm'); return ask('Hi'); };\n",
      },
      'a.ts',
    ],
  ];
  it.each(cases)('%s', (_, texts, file) => {
    expect(follows(texts, file)).toBe(true);
  });

  it('means a package from outside where no alias fits', () => {
    expect(
      follows(
        { 'tsconfig.json': '{"compilerOptions":{"paths":{"@/*":["./src/*"]}}}', 'lib/llm.ts': ASK_TS, 'a.ts': caller('@/lib/llm') },
        'a.ts',
      ),
    ).toBe(false);
  });

  it('is looked at again when the tsconfig changes, and nothing else is', () => {
    const texts = {
      'tsconfig.json': '{"compilerOptions":{"paths":{"@/*":["./old/*"]}}}',
      'src/llm.ts': ASK_TS,
      'a.ts': caller('@/llm'),
      'b.ts': caller('./src/llm'),
    };
    const { program } = link(grammars, texts);
    const calls = (): number => program.file('a.ts').calls.length;
    const other = program.file('b.ts');
    expect(calls()).toBe(0);
    program.setText('tsconfig.json', '{"compilerOptions":{"paths":{"@/*":["./src/*"]}}}');
    expect(calls()).toBe(1);
    expect(program.file('b.ts')).toBe(other);
    const before = program.computed();
    program.setText('tsconfig.json', '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }');
    program.file('a.ts');
    program.file('b.ts');
    expect(program.computed() - before).toBe(1);
  });

  it('asks for a tsconfig that nobody has brought', () => {
    const { program } = link(grammars, { 'a.ts': caller('@/llm') });
    program.setPaths(['a.ts', 'tsconfig.json']);
    program.file('a.ts');
    expect(program.wanted()).toEqual(['tsconfig.json']);
  });
});

describe('a Python import', () => {
  const from = (line: string, call = 'ask("Hi")'): string => `${line}\ndef run():\n    return ${call}\n`;
  const cases: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
    [
      'looks into src',
      { 'src/acme/__init__.py': '', 'src/acme/llm.py': ASK_PY, 'tests/a.py': from('from acme.llm import ask') },
      'tests/a.py',
    ],
    [
      'finds another package of the workspace',
      {
        'libs/core/pyproject.toml': '[project]\nname = "acme-core"\n',
        'libs/core/src/acme_core/__init__.py': 'from .llm import *\n',
        'libs/core/src/acme_core/llm.py': ASK_PY,
        'apps/api/main.py': from('from acme_core import ask'),
      },
      'apps/api/main.py',
    ],
    [
      'goes by the folders that a pyproject names',
      {
        'core/pyproject.toml': '[tool.setuptools.packages.find]\nwhere = ["python"]\n',
        'core/python/acme/__init__.py': '',
        'core/python/acme/llm.py': ASK_PY,
        'api/main.py': from('from acme.llm import ask'),
      },
      'api/main.py',
    ],
    [
      'finds modules of folders that are no packages by themselves',
      { 'app/services/llm.py': ASK_PY, 'main.py': from('import app.services.llm', 'app.services.llm.ask("Hi")') },
      'main.py',
    ],
    [
      'takes a folder without __init__ by name',
      { 'app/services/llm.py': ASK_PY, 'main.py': from('from app import services', 'services.llm.ask("Hi")') },
      'main.py',
    ],
    [
      'follows what __init__ hands on',
      {
        'app/__init__.py': 'from .llm import ask as request\n__all__ = ["request"]\n',
        'app/llm.py': ASK_PY,
        'main.py': from('from app import request as ask'),
      },
      'main.py',
    ],
    ['follows stars', { 'app/__init__.py': 'from .llm import *\n', 'app/llm.py': ASK_PY, 'main.py': from('from app import *') }, 'main.py'],
    ['goes up with dots', { 'app/a/b/c.py': from('from ...llm import ask'), 'app/llm.py': ASK_PY }, 'app/a/b/c.py'],
    [
      'follows a circle of imports',
      { 'a.py': `from b import name\n${ASK_PY}`, 'b.py': `from a import ask\nname = "x"\ndef run():\n    return ask("Hi")\n` },
      'b.py',
    ],
    [
      'follows importlib with a literal name',
      { 'app/llm.py': ASK_PY, 'main.py': from('import importlib\nllm = importlib.import_module("app.llm")', 'llm.ask("Hi")') },
      'main.py',
    ],
    [
      'follows an import inside a function',
      { 'app/llm.py': ASK_PY, 'main.py': 'def run():\n    from app.llm import ask\n    return ask("Hi")\n' },
      'main.py',
    ],
  ];
  it.each(cases)('%s', (_, texts, file) => {
    expect(follows(texts, file)).toBe(true);
  });

  it('takes by a star only what __all__ names', () => {
    const texts = {
      'app/__init__.py': 'from .llm import *\n',
      'app/llm.py': `__all__ = ["client"]\n${ASK_PY}`,
      'main.py': from('from app import ask'),
    };
    expect(follows(texts, 'main.py')).toBe(false);
  });

  it('means the SDK where a folder without __init__ has its name', () => {
    const texts = {
      'openai/notes.py': 'x = 1\n',
      'main.py': 'import openai\ndef run():\n    return openai.responses.create(model="gpt-5-mini", input="Hi")\n',
    };
    expect(link(grammars, texts).program.file('main.py').calls).toHaveLength(1);
  });
});
