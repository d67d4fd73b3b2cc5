import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { withFolder } from '../host/folder.ts';
import { type CliAnswer, runCli } from './run-cli.ts';

// Each test starts processes, and a busy machine starts them slowly.
vi.setConfig({ testTimeout: 60_000 });

const handbook = `HANDBOOK = """${'Answer in one short paragraph, and name the order that you speak of. '.repeat(200)}"""\n`;
/** One safe fix: the prompt is sent again on every pass, and no mark lets the vendor keep it. */
const agent = `import anthropic
from handbook import HANDBOOK

client = anthropic.Anthropic()


def answer(messages):
    for _ in range(8):
        reply = client.messages.create(
            model="claude-sonnet-5",
            max_tokens=1024,
            system=HANDBOOK,
            messages=messages,
        )
        if reply.stop_reason != "tool_use":
            return reply
        messages.append({"role": "assistant", "content": reply.content})
`;
const uncapped = (name: string): string => `from openai import OpenAI

client = OpenAI()


def ${name}(question):
    return client.responses.create(model="gpt-5.4", input=question)
`;
const root = { 'lineitem.json': '{ "root": true }', 'handbook.py': handbook };

type Run = (...args: string[]) => Promise<CliAnswer>;
const inProject = (files: Readonly<Record<string, string | Uint8Array>>, use: (folder: string, run: Run) => Promise<void>): Promise<void> =>
  withFolder({ ...root, ...files }, (folder) => use(folder, (...args) => runCli(args, { folder })));

describe('check --fix', () => {
  it('applies what is safe, says the money, and finds nothing to do the second time', () =>
    inProject({ 'agent.py': agent }, async (folder, run) => {
      const fixed = await run('check', '--fix');
      expect(fixed.stdout).toMatch(/^Fixed 1 finding in 1 file:\n {2}agent\.py {2}uncached-prefix LI401 .*saves .*\$\d/);
      expect(readFileSync(path.join(folder, 'agent.py'), 'utf8')).toContain('"cache_control": {"type": "ephemeral"}');
      expect(fixed.code).toBe(0);
      expect((await run('check', '--fix')).stdout).toMatch(/^No safe fixes to apply\./);
    }));

  it('shows a patch and writes nothing where it is only asked', () =>
    inProject({ 'agent.py': agent }, async (folder, run) => {
      const { stdout, stderr } = await run('check', '--fix', '--dry-run');
      expect(stdout).toMatch(/^--- a\/agent\.py\n\+\+\+ b\/agent\.py\n@@ -9,7 \+9,7 @@/);
      expect(stderr).toContain('Would fix 1 finding in 1 file:');
      expect(readFileSync(path.join(folder, 'agent.py'), 'utf8')).toBe(agent);
    }));

  it('keeps line endings, the byte-order mark and permissions', () =>
    inProject({ 'agent.py': `\uFEFF${agent.replaceAll('\n', '\r\n')}` }, async (folder, run) => {
      const file = path.join(folder, 'agent.py');
      chmodSync(file, 0o755);
      await run('check', '--fix');
      const text = readFileSync(file, 'utf8');
      expect(text).toContain('cache_control');
      expect(text.startsWith('\uFEFFimport')).toBe(true);
      expect(text.split('\r\n')).toHaveLength(text.split('\n').length);
      expect(statSync(file).mode & 0o777).toBe(0o755);
    }));

  it('leaves a file alone that is not UTF-8', () =>
    inProject({ 'agent.py': Buffer.from(`# caf\u00e9\n${agent}`, 'latin1') }, async (folder, run) => {
      const before = readFileSync(path.join(folder, 'agent.py'));
      const { stderr } = await run('check', '--fix');
      expect(stderr).toContain('agent.py is left alone: it is not UTF-8');
      expect(readFileSync(path.join(folder, 'agent.py')).equals(before)).toBe(true);
    }));

  it('needs a reason for a dry run', () =>
    inProject({}, async (_, run) => {
      expect((await run('check', '--dry-run')).code).toBe(2);
    }));
});

describe('settings', () => {
  it('weigh, turn off and leave out', () =>
    inProject(
      {
        'agent.py': agent,
        'tests/lineitem.json': '{ "rules": { "LI401": "off" } }',
        'tests/agent.py': agent.replace('from handbook', 'from ..handbook'),
        'vendor/agent.py': agent.replace('from handbook', 'from ..handbook'),
        'lineitem.json': '{ "root": true, "rules": { "cache": "error" }, "ignore": ["vendor/"] }',
      },
      async (_, run) => {
        const { code, stdout } = await run('check', '--format', 'github');
        expect(code).toBe(1);
        expect(stdout).toMatch(/^::error file=agent\.py,[^\n]*\n$/);
      },
    ));

  it('declare a function that asks a model, where its code does not show it', () =>
    inProject(
      {
        'lib/llm.ts':
          "import { post } from './wire';\nexport const ask = (prompt: string, model: string) => post('/v1/run', { prompt, model });\n",
        'src/app.ts':
          "import { ask } from '../lib/llm';\nexport const answer = (question: string) => ask(`You are a clerk. ${question}`, 'gpt-5.4');\n",
        'lib/lineitem.json': JSON.stringify({
          declared: [{ import: './llm#ask', role: 'call', provider: 'openai', arguments: { prompt: 0, model: 1 } }],
        }),
      },
      async (_, run) => {
        const { calls } = JSON.parse((await run('check', '--format', 'json')).stdout);
        expect(calls).toMatchObject([{ file: 'src/app.ts', line: 2, model: 'gpt-5.4', input: { floor: 11 } }]);
      },
    ));

  it('that are broken are said, also where they only govern what is named', () =>
    inProject({ 'src/a.py': agent, 'lineitem.json': '{ "root": true, "preveiw": true }' }, async (_, run) => {
      const { code, stdout } = await run('check', 'src', '--rule', 'LI002');
      expect(code).toBe(1);
      expect(stdout).toContain('lineitem.json\n  1:17  error  invalid-config LI002');
      expect(stdout).toContain('Did you mean `preview`?');
      expect((await run('check', 'lineitem.json')).stdout).toContain('Did you mean `preview`?');
    }));
});

describe('check --baseline', () => {
  it('tells only what is new, and forgets what is gone', () =>
    inProject({ 'agent.py': agent }, async (folder, run) => {
      expect((await run('baseline', 'write')).stdout).toBe('lineitem-baseline.json: 1 finding\n');
      const known = await run('check', '--baseline', 'lineitem-baseline.json');
      expect(known).toMatchObject({ code: 0, stdout: expect.stringContaining('1 finding of the baseline not shown.') });

      writeFileSync(path.join(folder, 'agent.py'), agent.replace('    for _', '    print("again")\n    for _'));
      expect((await run('check', '--baseline', 'lineitem-baseline.json')).code).toBe(0);
      writeFileSync(path.join(folder, 'more.py'), agent);
      const more = await run('check', '--baseline', 'lineitem-baseline.json');
      expect(more.code).toBe(1);
      expect(more.stdout).not.toContain('agent.py\n');

      writeFileSync(path.join(folder, 'agent.py'), 'print("nothing")\n');
      expect((await run('baseline', 'prune')).stdout).toContain('1 finding taken out, 0 left.');
    }));

  it('holds everywhere once the settings name it', () =>
    inProject({ 'agent.py': agent, 'lineitem.json': '{ "root": true, "baseline": "known.json" }' }, async (_, run) => {
      await run('baseline', 'write');
      const { stdout } = await run('check', '--format', 'json');
      expect(JSON.parse(stdout).findings).toMatchObject([{ code: 'LI401', severity: 'info', known: true }]);
    }));

  it('is refused where it is none', () =>
    inProject({ 'a.json': '{}' }, async (_, run) => {
      expect(await run('check', '--baseline', 'a.json')).toMatchObject({ code: 2, stderr: expect.stringContaining('is no baseline') });
      expect((await run('check', '--baseline', 'gone.json')).code).toBe(2);
    }));
});

describe('check --diff', () => {
  const git = (folder: string, ...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], { cwd: folder, encoding: 'utf8' });

  it('tells only of lines that changed since a commit, and of new files', () =>
    inProject({ 'old.py': uncapped('old') + uncapped('other') }, async (folder, run) => {
      git(folder, 'init', '-q');
      git(folder, 'add', '.');
      git(folder, 'commit', '-q', '-m', 'first');
      const told = async (): Promise<string[]> =>
        (await run('check', '--diff', 'HEAD', '--format', 'github')).stdout
          .split('\n')
          .flatMap((line) => /file=(.+?),line=(\d+)/.exec(line)?.slice(1, 3).join(':') ?? []);
      expect(await told()).toEqual([]);
      writeFileSync(
        path.join(folder, 'old.py'),
        `${uncapped('old')}${uncapped('other').replace('input=question', 'input=question + "."')}`,
      );
      writeFileSync(path.join(folder, 'a file.py'), uncapped('fresh'));
      expect(await told()).toEqual(['a file.py:7', 'old.py:14']);
    }));

  it('says what it lacks', () =>
    inProject({}, async (folder, run) => {
      git(folder, 'init', '-q');
      expect(await run('check', '--diff', 'nowhere')).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('There is no commit nowhere'),
      });
    }));
});

describe('check --stdin-filename', () => {
  it('reads the text of a file that need not be there, in its project', () =>
    withFolder(root, async (folder) => {
      const found = await runCli(['check', '--stdin-filename', 'new.py', '--format', 'github'], { folder, input: agent });
      expect(found.stdout).toContain('file=new.py,line=9');
      const fixed = await runCli(['check', '--stdin-filename', 'new.py', '--fix'], { folder, input: agent });
      expect(fixed.stdout).toBe(
        agent.replace('system=HANDBOOK', 'system=[{"type": "text", "text": HANDBOOK, "cache_control": {"type": "ephemeral"}}]'),
      );
      const quiet = await runCli(['check', '--stdin-filename', 'new.py', '--fix'], { folder, input: 'print("nothing")\n' });
      expect(quiet.stdout).toBe('print("nothing")\n');
    }));
});

describe('init', () => {
  it('writes settings that hold, from what is used, and nothing over what is there', () =>
    withFolder({ 'handbook.py': handbook, 'agent.py': agent }, async (folder) => {
      expect((await runCli(['init'], { folder })).code).toBe(0);
      const written = readFileSync(path.join(folder, 'lineitem.json'), 'utf8');
      expect(written).toContain('// 1 call found (anthropic 1).');
      expect(written).toContain('// 1 finding now: "uncached-prefix": "info",');
      expect((await runCli(['check', '--rule', 'LI002'], { folder })).stdout).toContain('No waste found');
      expect(await runCli(['init'], { folder })).toMatchObject({ code: 2, stderr: expect.stringContaining('is there already') });
      expect(readFileSync(path.join(folder, 'lineitem.json'), 'utf8')).toBe(written);
    }));
});

describe('a budget a month', () => {
  it('is held against declared volumes, where it is declared', () =>
    inProject(
      {
        'agent.py': agent,
        'lineitem.json':
          '{ "root": true, "rules": { "cache": "off" }, "budgets": { "project": { "month": 50 }, "callSites": { "*": { "month": 1000 } } } }',
        'lineitem.usage.json': '{ "calls": { "agent.py#answer/messages.create~1": { "callsPerMonth": 10000 } } }',
      },
      async (_, run) => {
        const { code, stdout } = await run('check', '--rule', 'LI507');
        expect(code).toBe(1);
        expect(stdout).toContain('lineitem.json\n  1:81  error  over-budget LI507');
        expect(stdout.replace(/\s+/g, ' ')).toMatch(/This project: \$\d+(\.\d+)? a month, and the budget is \$50\.00?\./);
        expect(stdout).toContain('1 error (1 call in 1 file)');
      },
    ));
});
