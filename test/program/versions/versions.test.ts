import { beforeAll, describe, expect, it } from 'vitest';
import type { Grammars } from '../../../server/core/languages/grammars.ts';
import { compareVersions, rangeOf, versionOf } from '../../../server/core/program/workspace/version-range.ts';
import { sdks } from '../../../server/core/sdks/index.ts';
import { link, loadGrammars } from '../linked.ts';

let grammars: Grammars;
beforeAll(async () => {
  grammars = await loadGrammars();
});

const GRAPH = `
from langgraph.prebuilt import create_react_agent
agent = create_react_agent("openai:gpt-5-mini", [])
def run(text):
    return agent.invoke({"messages": text})
`;
const RUN = `
import { generateText, stepCountIs } from 'ai';
export const run = (prompt: string) => generateText({ model: 'openai/gpt-5-mini', prompt, tools: {}, stopWhen: stepCountIs(7), maxSteps: 3 });
`;

function boundOf(texts: Readonly<Record<string, string>>, file: string): string {
  const [loop] = link(grammars, texts)
    .program.file(file)
    .loops.filter((one) => one.kind === 'agent-run');
  return loop ? `${loop.bound} ${loop.max} ${loop.boundBy}` : 'none';
}
const versionIn = (texts: Readonly<Record<string, string>>, file: string): string => {
  const found = link(grammars, texts).program.file(file).calls[0]?.package;
  return found ? `${found.name} ${found.version} ${found.isExact ? 'in' : 'asked by'} ${found.file}` : 'unknown';
};

describe('a default limit', () => {
  it.each<readonly [string, Readonly<Record<string, string>>, string]>([
    [
      'comes from the locked version',
      { 'uv.lock': '[[package]]\nname = "langgraph"\nversion = "0.6.11"\n' },
      'bounded 25 default 25 steps (langgraph 0.6.11, from uv.lock)',
    ],
    [
      'comes from a newer one',
      { 'poetry.lock': '[[package]]\nname = "LangGraph"\nversion = "1.0.7"\n' },
      'bounded 10000 default 10,000 steps (langgraph 1.0.7, from poetry.lock)',
    ],
    [
      'comes from a range that allows one answer',
      { 'requirements.txt': 'langgraph>=0.2,<1  # agents\n' },
      'bounded 25 default 25 steps (langgraph >=0.2,<1, from requirements.txt)',
    ],
    [
      'is a range where versions differ',
      { 'pyproject.toml': '[project]\ndependencies = ["langgraph>=0.4"]\n' },
      'bounded 10007 default 25 to 10,007 steps by version (langgraph >=0.4, from pyproject.toml)',
    ],
    ['is a range where nothing tells the version', {}, 'bounded 10007 default 25 to 10,007 steps by version'],
  ])('%s', (_, files, expected) => {
    expect(boundOf({ ...files, 'app/main.py': GRAPH }, 'app/main.py')).toBe(expected);
  });

  it('reads the option that the version knows', () => {
    const withVersion = (version: string) => boundOf({ 'package.json': `{"dependencies":{"ai":"${version}"}}`, 'a.ts': RUN }, 'a.ts');
    expect(withVersion('^4.3.0')).toBe('bounded 3 maxSteps 3');
    expect(withVersion('6.0.1')).toBe('bounded 7 stepCountIs(7)');
  });

  it('is looked at again when the lock file changes', () => {
    const { program } = link(grammars, { 'uv.lock': '[[package]]\nname = "langgraph"\nversion = "0.6.11"\n', 'main.py': GRAPH });
    const max = () => program.file('main.py').loops[0]?.max;
    expect(max()).toBe(25);
    program.setText('uv.lock', '[[package]]\nname = "langgraph"\nversion = "1.2.0"\n');
    expect(max()).toBe(10_007);
  });
});

const PYTHON = 'from openai import OpenAI\nx = OpenAI().responses.create(model="m", input="Hi")\n';
const SCRIPT = "import OpenAI from 'openai';\nnew OpenAI().responses.create({ model: 'm', input: 'Hi' });\n";

describe('the version of a package', () => {
  it.each<readonly [string, string, string]>([
    ['requirements.txt', '-r base.txt\nopenai[voice]==1.40.2 ; python_version > "3.8"\n', 'openai 1.40.2 in requirements.txt'],
    ['requirements/base.txt', 'openai ~= 1.4\n', 'openai ~= 1.4 asked by requirements/base.txt'],
    ['pyproject.toml', '[tool.poetry.dependencies]\nopenai = {version = "^1.3", extras = ["x"]}\n', 'openai ^1.3 asked by pyproject.toml'],
    ['pyproject.toml', '[dependency-groups]\ndev = ["openai>=1"]\n', 'openai >=1 asked by pyproject.toml'],
    ['Pipfile.lock', '{"default":{"openai":{"version":"==1.2.3"}}}', 'openai 1.2.3 in Pipfile.lock'],
    ['setup.py', 'setup(install_requires=["openai>=0.27"])', 'openai >=0.27 asked by setup.py'],
    ['requirements.txt', 'openai\n', 'unknown'],
    ['requirements.txt', 'openai-agents==0.4\n', 'unknown'],
  ])('stands in %s: %s', (file, text, expected) => {
    expect(versionIn({ [file]: text, 'main.py': PYTHON }, 'main.py')).toBe(expected);
  });

  const asks = '{"dependencies":{"openai":"^4.1.0"}}';
  it.each<readonly [string, string, string]>([
    ['package-lock.json', '{"lockfileVersion":3,"packages":{"node_modules/openai":{"version":"4.20.1"}}}', 'openai 4.20.1 in package.json'],
    ['package-lock.json', '{"dependencies":{"openai":{"version":"4.2.0"}}}', 'openai 4.2.0 in package.json'],
    [
      'pnpm-lock.yaml',
      'importers:\n  .:\n    dependencies:\n      openai:\n        specifier: ^4.1.0\n        version: 4.9.0(zod@3.1.0)\n',
      'openai 4.9.0 in package.json',
    ],
    ['pnpm-lock.yaml', 'dependencies:\n  openai: 4.8.0\n', 'openai 4.8.0 in package.json'],
    [
      'yarn.lock',
      'openai@^3.0.0:\n  version "3.3.0"\n\nopenai@^4.1.0, openai@^4.2.0:\n  version "4.7.0"\n  resolved "x"\n',
      'openai 4.7.0 in package.json',
    ],
    ['yarn.lock', '"openai@npm:^4.1.0":\n  version: 4.6.0\n  resolution: "openai@npm:4.6.0"\n', 'openai 4.6.0 in package.json'],
    ['bun.lock', '{"packages":{"openai":["openai@4.5.0","",{}],"x/openai":["openai@3.0.0","",{}],}}', 'openai 4.5.0 in package.json'],
    ['other.lock', '', 'openai ^4.1.0 asked by package.json'],
  ])('is locked in %s: %s', (file, text, expected) => {
    expect(versionIn({ [file]: text, 'package.json': asks, 'main.ts': SCRIPT }, 'main.ts')).toBe(expected);
  });

  it('is that of the nearest package of a monorepo, in the lock file at its root', () => {
    const lock =
      'importers:\n  apps/web:\n    dependencies:\n      openai:\n        version: 5.1.0\n  apps/api:\n    dependencies:\n      openai:\n        version: 4.1.0\n';
    const texts = {
      'pnpm-lock.yaml': lock,
      'apps/web/package.json': '{"dependencies":{"openai":"catalog:"}}',
      'apps/web/src/main.ts': SCRIPT,
    };
    expect(versionIn(texts, 'apps/web/src/main.ts')).toBe('openai 5.1.0 in apps/web/package.json');
  });

  it('comes from the import map of Deno', () => {
    expect(versionIn({ 'deno.json': '{"imports":{"openai":"npm:openai@^4.2"}}', 'main.ts': SCRIPT }, 'main.ts')).toBe(
      'openai ^4.2 asked by deno.json',
    );
  });
});

describe('a range', () => {
  it.each([
    ['^4.1.0', '4.1.0', '5'],
    ['^0.2.3', '0.2.3', '0.3'],
    ['~1.2.3', '1.2.3', '1.3'],
    ['~=1.4', '1.4', '2'],
    ['~=1.4.2', '1.4.2', '1.5'],
    ['>=1.2,<2', '1.2', '2'],
    ['>=1.2 <2', '1.2', '2'],
    ['1.x', '1', '2'],
    ['==1.*', '1', '2'],
    ['1', '1', '2'],
    ['>=1', '1', null],
    ['^3.0.0 || ^4.0.0', '3.0.0', '5'],
    ['v1.2.3', '1.2.3', '1.2.3.0.1'],
  ])('%s is from %s to %s', (text, low, high) => {
    const range = rangeOf(text);
    expect([range?.low.join('.'), range?.high?.join('.') ?? null]).toEqual([low, high]);
  });

  it.each(['*', 'latest', 'workspace:*', 'catalog:'])('%s says nothing', (text) => {
    expect(rangeOf(text)).toBeNull();
  });
});

describe('the tables', () => {
  it('list versions from the oldest on, and end with what the row itself says', () => {
    const rows = sdks.flatMap((sdk) =>
      [...sdk.exports, ...sdk.methods].flatMap((row) => (row.spends?.bound?.versions ? [row.spends.bound] : [])),
    );
    expect(rows.length).toBeGreaterThan(5);
    for (const { versions = [], default: newest } of rows) {
      const numbers = versions.map((one) => versionOf(one.since) ?? []);
      expect(numbers.every((one, at) => at === 0 || compareVersions(numbers[at - 1] ?? [], one) < 0)).toBe(true);
      expect(versions.at(-1)?.default).toBe(newest);
      expect(versions.every((one) => one.source !== '')).toBe(true);
    }
  });
});
