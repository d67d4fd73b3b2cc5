import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPromptFile } from '../../../server/core/languages/prompt/read.ts';
import { mayBePromptFile } from '../../../server/core/languages/prompt/recognise.ts';
import type { PromptFile } from '../../../server/core/module/prompt-file.ts';
import { expectLawful } from './law.ts';
import { show } from './show.ts';

const root = path.join(import.meta.dirname, 'fixtures');
const fixtures = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8').replaceAll('\r\n', '\n') }))
  .sort((a, b) => (a.file < b.file ? -1 : 1));

const holes = (reading: PromptFile | null): readonly string[] =>
  [...(reading ? [reading, ...reading.more] : [])].flatMap(({ messages }) =>
    messages.flatMap(({ role, pieces }) =>
      pieces.flatMap((piece) => (piece.kind === 'hole' ? `${role} ${piece.name} ${piece.isRepeated}` : [])),
    ),
  );

describe.each(fixtures)('$file', ({ file, text }) => {
  it('reads as it should', async () => {
    const reading = readPromptFile({ file, text });
    if (reading) expectLawful(reading, text);
    await expect(show(reading)).toMatchFileSnapshot(`__snapshots__/${file}.txt`);
  });

  it('says the same with a byte-order mark', () => {
    expect(readPromptFile({ file, text: `\ufeff${text}` })).toEqual(readPromptFile({ file, text }));
  });

  it('says the same with CRLF', () => {
    const windows = text.replaceAll('\n', '\r\n');
    const reading = readPromptFile({ file, text: windows });
    if (reading) expectLawful(reading, windows);
    expect(reading?.format).toBe(readPromptFile({ file, text })?.format);
    expect(holes(reading)).toEqual(holes(readPromptFile({ file, text })));
    expect(reading?.model?.id).toBe(readPromptFile({ file, text })?.model?.id);
  });

  it('is a candidate by its name where it is a prompt', () => {
    if (readPromptFile({ file, text })) expect(mayBePromptFile(file)).toBe(true);
  });
});

describe('what is no prompt file', () => {
  it.each([
    'prompts/README.md',
    'prompts/CHANGELOG.md',
    'prompts/app.yaml',
    'docs/prompts/writing-prompts.md',
    'docs/system.md',
    'blog/prompt-engineering.md',
    'templates/nginx.conf.j2',
    'templates/prompt.html.j2',
    'instructions.md',
    'page.mdc',
    'notes.md',
  ])('%s', (file) => {
    const fixture = fixtures.find((one) => one.file === file);
    expect(fixture && readPromptFile(fixture)).toBeNull();
  });

  it.each(['README.md', 'src/index.ts', 'package.json', 'docs/guide.md', 'templates/nginx.conf.j2', '.github/agents/README.md'])(
    'by its name alone: %s',
    (file) => expect(mayBePromptFile(file)).toBe(false),
  );
});

describe('places', () => {
  it('point at the hole, behind indentation, escapes and folded lines', () => {
    const fixture = fixtures.find(({ file }) => file === 'triage.prompt.yml');
    const reading = fixture && readPromptFile(fixture);
    const spelled = reading?.messages.flatMap(({ pieces }) =>
      pieces.flatMap((piece) => (piece.kind === 'hole' ? fixture?.text.slice(piece.span.start, piece.span.end) : [])),
    );
    expect(spelled).toEqual(['{{labels}}', '{{ticket}}', '{{more}}']);
  });

  it('count UTF-16 units', () => {
    const text = '---\nmodel: gpt-4o\n---\nsystem:\n😀 {{ name }}';
    const piece = readPromptFile({ file: 'a.prompty', text })?.messages[0]?.pieces.find(({ kind }) => kind === 'hole');
    expect(piece && text.slice(piece.span.start, piece.span.end)).toBe('{{ name }}');
  });
});

describe('broken files', () => {
  it('say once, at its place, what is wrong with the front matter, and read the rest', () => {
    const text = '---\nmodel: gpt-4o\ntools: [a, b\nname: x\n---\nsystem:\nHello {{you}}';
    const reading = readPromptFile({ file: 'a.prompty', text });
    expect(reading?.problems).toHaveLength(1);
    expect(text.slice(0, reading?.problems[0]?.span.start).split('\n')).toHaveLength(4);
    expect(reading?.model?.id).toBe('gpt-4o');
    expect(holes(reading)).toEqual(['system you false']);
  });

  it('say that front matter is never closed', () => {
    expect(readPromptFile({ file: 'a.prompty', text: '---\nname: a\nsystem:\nHi' })?.problems[0]?.message).toMatch(/never closed/);
  });

  it('take a rule at the top of Markdown for what it is', () => {
    expect(readPromptFile({ file: 'AGENTS.md', text: '---\n\nRun the tests.\n' })?.problems).toEqual([]);
    expect(readPromptFile({ file: 'a.agent.md', text: '---\n\nRun the tests.\n' })?.problems).toEqual([]);
  });

  it.each(['{{', '{%', '{#', '{% raw %}', '{{#each x', '{{!-- ', '${', '<message role="'])('leave %s as text', (tag) => {
    const reading = readPromptFile({ file: 'a.prompty', text: `system:\nBefore ${tag} after` });
    expect(reading?.messages[0]?.pieces.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('')).toContain('Before');
  });
});
