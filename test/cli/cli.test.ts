import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { machineOutputSchema } from '../../server/reports/machine-output.ts';
import { withFolder } from '../host/folder.ts';
import { type CliAnswer, type CliOptions, runCli } from './run-cli.ts';

// Each test starts processes, and a busy machine starts them slowly.
vi.setConfig({ testTimeout: 60_000 });

const agent = `import anthropic

client = anthropic.Anthropic()


def answer(question):
    messages = [{"role": "user", "content": question}]
    while True:
        reply = client.messages.create(
            model="claude-sonnet-5",
            max_tokens=1024,
            messages=messages,
        )
        messages.append({"role": "assistant", "content": reply.content})
        if reply.stop_reason != "tool_use":
            return reply
`;
const quiet = `import anthropic

client = anthropic.Anthropic()
reply = client.messages.create(model="claude-sonnet-5", max_tokens=64, messages=[{"role": "user", "content": "Say hello."}])
print(reply.content[0].text)
`;
const request = (id: string, text: string): string =>
  JSON.stringify({
    custom_id: id,
    method: 'POST',
    url: '/v1/chat/completions',
    body: { model: 'gpt-4o-mini', max_tokens: 50, messages: [{ role: 'user', content: text }] },
  });

const inFolder = (
  files: Readonly<Record<string, string | Uint8Array>>,
  args: readonly string[],
  options: Partial<CliOptions> = {},
): Promise<CliAnswer> =>
  withFolder({ 'lineitem.json': '{"root": true}', ...files }, (folder) =>
    runCli(args, { ...options, folder: path.join(folder, options.folder ?? '') }),
  );

const callable = `import anthropic
class Summarizer:
    def __init__(self, model):
        self.client = anthropic.Anthropic()
        self.model = model
    def __call__(self, text):
        return self.client.messages.create(model=self.model, max_tokens=64, messages=[{"role": "user", "content": text}])
`;
const caller = 'from summarizer import Summarizer\nsummarize = Summarizer("claude-haiku-4-5")\nprint(summarize("A long text."))\n';

describe('callers of wrappers', () => {
  it('are found where a package hands the wrapper on', async () => {
    const ask = `import anthropic\ndef ask(text):\n    return anthropic.Anthropic().messages.create(model="claude-haiku-4-5", max_tokens=64, messages=[{"role": "user", "content": text}])\n`;
    const files = {
      'llm/__init__.py': 'from .client import ask\n',
      'llm/client.py': ask,
      'main.py': 'from llm import ask\nask("A long text.")\n',
    };
    const { calls } = machineOutputSchema.parse(JSON.parse((await inFolder(files, ['check', '--format', 'json'])).stdout));
    expect(calls.map(({ file, line }) => `${file}:${line}`)).toContain('main.py:2');
  });

  it('are found where they name only the class of an object that is called', async () => {
    const { stdout } = await inFolder({ 'summarizer.py': callable, 'main.py': caller }, ['check', '--format', 'json']);
    const { calls } = machineOutputSchema.parse(JSON.parse(stdout));
    expect(calls.map(({ file, line, model }) => `${file}:${line} ${model}`)).toContain('main.py:3 claude-haiku-4-5');
  });
});

describe('exit codes', () => {
  it('0 where nothing is wrong', async () => {
    const { code, stdout, stderr } = await inFolder({ 'a.py': quiet }, ['check']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe('No waste found: 1 call in 1 file.\n');
  });

  it('1 for a warning, 0 where it is allowed, chosen or ignored', async () => {
    const check = (...more: string[]): Promise<CliAnswer> => inFolder({ 'a.py': agent }, ['check', ...more]);
    const found = await check();
    expect(found.code).toBe(1);
    expect(found.stdout).toContain('8:5  warning  unbounded-tool-loop LI301');
    expect((await check('--max-warnings', '9')).code).toBe(0);
    expect((await check('--ignore', 'LI3,LI4')).code).toBe(0);
    expect((await check('--rule', 'missing-output-cap')).code).toBe(0);
    expect((await check('--select', 'LI3')).code).toBe(1);
  });

  it.each([
    [['check', 'gone.py'], 'lineitem: There is no file or folder gone.py.\n'],
    [['check', '--rule', 'no-such-rule'], 'lineitem: There is no rule no-such-rule; see: lineitem rules\n'],
    [['bill', 'empty.json'], /^lineitem: empty\.json holds no request: [^\n]+\n$/],
    [['bill', '--as-of', 'soon'], /^lineitem: .*A date looks like 2026-11-23\..*\n$/],
    [['check', '--format', 'xml'], /^lineitem: [^\n]*xml[^\n]*text, json[^\n]*\n$/],
    [['check', '--nonsense'], /^lineitem: unknown option '--nonsense'[^\n]*\n$/],
    [['nonsense'], /^lineitem: [^\n]*nonsense[^\n]*\n$/],
    [['explain', 'a.py'], /^lineitem: A place looks like FILE:LINE[^\n]*\n$/],
    [['explain', 'a.py:1'], 'lineitem: There is no LLM call at a.py:1; calls stand at line 4.\n'],
    [['check', 'empty.json'], /^lineitem: check reads code and prompts[^\n]*\n$/],
    [['rules', 'LI999'], 'lineitem: There is no rule LI999; see: lineitem rules\n'],
  ])('2 and one line for %j', async (args, line) => {
    const { code, stdout, stderr } = await inFolder({ 'a.py': quiet, 'empty.json': '{}' }, args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    if (typeof line === 'string') expect(stderr).toBe(line);
    else expect(stderr).toMatch(line);
  });
});

describe('the answer', () => {
  it('fits the published schema and is the same document for check and bill', async () => {
    const files = { 'a.py': agent, 'lib/b.py': quiet };
    const [checked, billed] = await Promise.all([
      inFolder(files, ['check', '--format', 'json', '--as-of', '2026-11-23']),
      inFolder(files, ['bill', '--format', 'json', '--as-of', '2026-11-23']),
    ]);
    const document = machineOutputSchema.parse(JSON.parse(checked.stdout));
    expect(document.calls.map(({ file, line, column }) => `${file}:${line}:${column}`)).toEqual(['a.py:9:17', 'lib/b.py:4:9']);
    expect(document.evaluatedAt).toBe('2026-11-23T00:00:00.000Z');
    expect(machineOutputSchema.parse(JSON.parse(billed.stdout))).toEqual(document);
  });

  it('names files from the root and speaks of the named paths only', async () => {
    const { stdout } = await inFolder({ 'a.py': quiet, 'lib/b.py': quiet }, ['bill', '.', '--format', 'json'], { folder: 'lib' });
    expect(machineOutputSchema.parse(JSON.parse(stdout)).calls.map(({ file }) => file)).toEqual(['lib/b.py']);
  });

  it('has the right lines behind a byte-order mark, CRLF and emoji', async () => {
    const text = `\uFEFF# 🧾 "bill"\r\n${quiet.replaceAll('\n', '\r\n').replace('reply = ', 'x = "🧾"; reply = ')}`;
    const { stdout } = await inFolder({ 'a.py': text }, ['bill', '--format', 'json']);
    expect(machineOutputSchema.parse(JSON.parse(stdout)).calls.map(({ line, column }) => [line, column])).toEqual([[5, 19]]);
  });

  it('passes over what is no source and lists it when asked', async () => {
    const files = {
      'a.py': quiet,
      'b.py': Uint8Array.of(0, 1, 2),
      'c.py': `import anthropic\n${'#'.repeat(2 * 1024 * 1024)}`,
      'd.py': 'import anthropic\ndef (((\n',
    };
    const silent = await inFolder(files, ['check']);
    expect({ code: silent.code, stderr: silent.stderr }).toEqual({ code: 0, stderr: '' });
    const { stderr } = await inFolder(files, ['check', '--verbose']);
    expect(stderr).toContain('b.py: binary');
    expect(stderr).toContain('c.py: too large');
  });

  it('explains the call at a line', async () => {
    const { code, stdout } = await inFolder({ 'a.py': agent }, ['explain', 'a.py:11']);
    expect(code).toBe(0);
    expect(stdout).toContain('claude-sonnet-5');
    expect(stdout).toContain('loop at a.py:8');
  });

  it('has no colour unless asked, and never with NO_COLOR', async () => {
    const ask = (environment: NodeJS.ProcessEnv): Promise<CliAnswer> => inFolder({ 'a.py': agent }, ['check'], { environment });
    expect((await ask({})).stdout).not.toContain('\u001b');
    expect((await ask({ FORCE_COLOR: '1' })).stdout).toContain('\u001b');
    expect((await ask({ FORCE_COLOR: '1', NO_COLOR: '1' })).stdout).not.toContain('\u001b');
  });
});

describe('saved requests', () => {
  it('are priced one by one and as a whole', async () => {
    const lines = `${request('one', 'Say hello.')}\r\nnot json\r\n\r\n${request('two', 'Say goodbye.')}`;
    const text = await inFolder({ 'batch.jsonl': lines }, ['bill', 'batch.jsonl']);
    expect(text.code).toBe(1);
    expect(text.stdout).toContain('All of it, sent once: 2 requests');
    expect(text.stderr).toMatch(/^batch\.jsonl:2 {2}Line 2 is not valid JSON[^\n]*\n$/);
    const json = await inFolder({ 'batch.jsonl': lines }, ['bill', 'batch.jsonl', '--format', 'json']);
    const { calls } = machineOutputSchema.parse(JSON.parse(json.stdout));
    expect(calls.map(({ id, file, line, model, maxOutputTokens }) => ({ id, file, line, model, maxOutputTokens }))).toEqual([
      { id: 'one', file: 'batch.jsonl', line: 1, model: 'gpt-4o-mini', maxOutputTokens: 50 },
      { id: 'two', file: 'batch.jsonl', line: 4, model: 'gpt-4o-mini', maxOutputTokens: 50 },
    ]);
    expect(calls[0]?.input.likely).toBe(10);
  });

  it('stand beside the code of the same command', async () => {
    const { stdout } = await inFolder({ 'a.py': quiet, 'batch.jsonl': request('one', 'Hi') }, [
      'bill',
      'a.py',
      'batch.jsonl',
      '--format',
      'json',
    ]);
    expect(machineOutputSchema.parse(JSON.parse(stdout)).calls.map(({ file }) => file)).toEqual(['a.py', 'batch.jsonl']);
  });

  it('show what the vendor billed', async () => {
    const line = JSON.stringify({
      ...JSON.parse(request('one', 'Say hello.')),
      response: { body: { usage: { prompt_tokens: 10, completion_tokens: 4 } } },
    });
    const { stdout } = await inFolder({ 'out.jsonl': line }, ['bill', 'out.jsonl']);
    expect(stdout).toContain('billed: 10 in, 4 out');
  });

  it('stop where nobody reads on', async () => {
    const lines = Array.from({ length: 5000 }, (_, index) => request(`r${index}`, 'Say hello.')).join('\n');
    const { code, stderr } = await inFolder({ 'batch.jsonl': lines }, ['bill', 'batch.jsonl'], { closesEarly: true });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});

describe('help', () => {
  it('fits 80 columns and has examples', async () => {
    for (const args of [['--help'], [], ['check', '--help'], ['bill', '--help']]) {
      const { code, stdout } = await inFolder({}, args);
      expect(code).toBe(0);
      for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
    }
    expect((await inFolder({}, ['--help'])).stdout).toContain('$ lineitem bill batch.jsonl');
  });

  it('knows its version and its rules', async () => {
    expect((await inFolder({}, ['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect((await inFolder({}, ['rules'])).stdout).toContain('LI301  unbounded-tool-loop');
    expect((await inFolder({}, ['rules', 'unbounded-tool-loop'])).stdout).toContain('LI301');
  });
});
