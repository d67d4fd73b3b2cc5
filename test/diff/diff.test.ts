import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { diffDocumentSchema } from '../../server/diff/diff-document.ts';
import { type CliAnswer, runCli } from '../cli/run-cli.ts';
import { withFolder } from '../host/folder.ts';

// Each test starts several processes.
vi.setConfig({ testTimeout: 120_000 });

const agent = (model: string, cap: number): string => `import anthropic

client = anthropic.Anthropic()


def answer():
    return client.messages.create(model="${model}", max_tokens=${cap}, messages=[{"role": "user", "content": "Say hello."}])
`;
const triage = `from openai import OpenAI

client = OpenAI()


def triage():
    return client.chat.completions.create(model="gpt-4o-mini", max_tokens=5, messages=[{"role": "user", "content": "Sort this."}])
`;

interface Repository {
  readonly folder: string;
  write(file: string, text: string): void;
  remove(file: string): void;
  diff(...options: readonly string[]): Promise<CliAnswer>;
}

/** A repository whose first commit holds these files. */
const inRepository = <Answer>(files: Readonly<Record<string, string>>, use: (repository: Repository) => Promise<Answer>): Promise<Answer> =>
  withFolder(files, (folder) => {
    const git = (...args: readonly string[]): void => {
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], { cwd: folder, stdio: 'ignore' });
    };
    git('init');
    git('add', '--all');
    git('commit', '--message', 'First');
    return use({
      folder,
      write: (file, text) => writeFileSync(path.join(folder, file), text),
      remove: (file) => rmSync(path.join(folder, file)),
      diff: (...options) => runCli(['diff', '--base', 'HEAD', ...options], { folder }),
    });
  });

describe('lineitem diff', () => {
  it('says nothing where nothing changed', () =>
    inRepository({ 'agent.py': agent('claude-haiku-4-5', 64) }, async ({ diff }) => {
      const text = await diff();
      expect(text.stdout).toContain('Nothing changed: 1 paid calls say the same.');
      expect(text.code).toBe(0);
      expect((await diff('--format', 'markdown')).stdout).toBe('');
    }));

  it('sets the money of a changed call beside what it was, and lists what is new and gone', () =>
    inRepository({ 'agent.py': agent('claude-haiku-4-5', 64), 'triage.py': triage }, async ({ write, remove, diff }) => {
      write('agent.py', agent('claude-sonnet-4-5', 64));
      write('new.py', triage);
      remove('triage.py');
      write('other.py', agent('claude-haiku-4-5', 8));
      const { stdout } = await diff('--format', 'json');
      const { rows } = diffDocumentSchema.parse(JSON.parse(stdout));
      const told = rows.map(({ before, after, what }) => [before?.file ?? null, after?.file ?? null, what]);
      expect(told).toEqual(
        expect.arrayContaining([
          ['agent.py', 'agent.py', expect.arrayContaining(['model claude-haiku-4-5 → claude-sonnet-4-5'])],
          [null, 'other.py', ['new call']],
        ]),
      );
      // The same request in another file is the same call, moved.
      expect(told).not.toContainEqual(['triage.py', null, ['call removed']]);
      expect(told).not.toContainEqual([null, 'new.py', ['new call']]);
    }));

  it('fails where a budget is exceeded, and where a rise is', () =>
    inRepository({ 'agent.py': agent('claude-haiku-4-5', 64) }, async ({ write, diff }) => {
      write('agent.py', agent('claude-sonnet-4-5', 64));
      const rise = await diff('--max-rise', '10%');
      expect(rise.stdout).toMatch(/exceeded\s+agent\.py#answer/);
      expect(rise.code).toBe(1);
      write('lineitem.json', '{ "budgets": { "callSites": { "agent.py#*": { "call": 0.000001 } } } }');
      const budget = await diff();
      expect(budget.stdout).toContain('the budget is $0.000001 a call');
      expect(budget.code).toBe(1);
      write('lineitem.json', '{ "budgets": { "callSites": { "agent.py#*": { "call": 1 } } } }');
      expect((await diff()).code).toBe(0);
    }));

  it('says that a budget a month needs volumes', () =>
    inRepository({ 'agent.py': agent('claude-haiku-4-5', 64) }, async ({ write, diff }) => {
      write('agent.py', agent('claude-haiku-4-5', 65));
      write('lineitem.json', '{ "budgets": { "project": { "month": 100 } } }');
      const { stdout, code } = await diff();
      expect(stdout).toMatch(/unknown\s+project: no volume is known: declare it in\s+lineitem\.usage\.json/);
      expect(code).toBe(0);
    }));

  it('holds an unknown model back where that is asked for', () =>
    inRepository({ 'agent.py': agent('claude-haiku-4-5', 64) }, async ({ write, diff }) => {
      write('agent.py', agent('some-model-of-ours', 64));
      expect((await diff()).code).toBe(0);
      const { code, stderr } = await diff('--block-unknown-model');
      expect(code).toBe(1);
      expect(stderr).toContain("agent.py:7: no price is known of this call's model");
    }));

  it('is misuse without a commit to compare with', async () => {
    await withFolder({ 'agent.py': '' }, async (folder) => {
      const { code, stderr } = await runCli(['diff', '--base', 'main'], { folder });
      expect(code).toBe(2);
      expect(stderr).toContain('this is no git work tree');
    });
    await inRepository({ 'agent.py': '' }, async ({ folder }) => {
      const { code, stderr } = await runCli(['diff', '--base', '--output=x'], { folder });
      expect(code).toBe(2);
      expect(stderr).toContain('There is no commit --output=x.');
    });
  });
});
