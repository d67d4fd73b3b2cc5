import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/core/rules/index.ts';
import type { AnyRule } from '../../server/core/rules/rule.ts';
import { besideFixtures } from './fixtures.ts';
import { createLinter } from './lint.ts';
import { differences, readFixture } from './marks.ts';

const root = path.resolve(import.meta.dirname, '../..');
const folder = path.join(root, 'docs/rules');
const sections = ['What it finds', 'Why it costs', 'Costs', 'Instead', 'When not to use it', 'Known misses'];

describe('pages', () => {
  it('stand for every rule, and for nothing else', () => {
    expect(readdirSync(folder).sort()).toEqual(['README.md', ...rules.map((rule) => `${rule.name}.md`)].sort());
  });

  it('have a fresh table', () => {
    execFileSync(process.execPath, [path.join(root, 'scripts/generate-rules.ts'), '--check'], { stdio: 'pipe' });
  });
});

const all: readonly AnyRule[] = rules;
const described = all.map(({ name, code, summary, options = [] }) => ({ name, code, summary, options }));

describe.each(described)('the page of $name', ({ name, code, summary, options }) => {
  const page = readFileSync(path.join(folder, `${name}.md`), 'utf8');

  it('says what its rule says, in the usual order', () => {
    expect(page.split('\n')[0]).toBe(`# ${name} (${code})`);
    expect(page.replaceAll('\n', ' ')).toContain(`${summary}.`);
    expect([...page.matchAll(/^## (.+)$/gm)].map((match) => match[1])).toEqual(sections);
  });

  it('names the numbers that a project may set', () => {
    for (const { name: option, usual } of options)
      expect(page).toMatch(new RegExp(`"${name}": {[^}]*"${option}"[^;]*; the usual is ${usual.toLocaleString('en')}\\b`));
  });

  it.each(blocksOf(page))('is right in $section, block $index ($extension)', async ({ section, extension, text }) => {
    const { code: source, marks } = readFixture(text);
    const linter = createLinter(extension === 'md' ? 'CLAUDE.md' : `example.${extension}`, besideFixtures, name);
    const { findings, hasErrors } = await linter.lint(source);
    expect(hasErrors).toBe(false);
    expect(linter.faults).toEqual([]);
    expect(differences({ code: source, marks }, findings)).toEqual([]);
    expect(marks.some((mark) => mark.rule === name)).toBe(section === 'Costs');
  });
});

const extensions: Readonly<Record<string, string>> = { python: 'py', ts: 'ts', markdown: 'md', json: 'json' };

interface Block {
  readonly section: string;
  readonly extension: string;
  readonly index: number;
  readonly text: string;
}

function blocksOf(page: string): readonly Block[] {
  return page.split(/^## /m).flatMap((section) => {
    const title = section.split('\n')[0] ?? '';
    if (title !== 'Costs' && title !== 'Instead') return [];
    return [...section.matchAll(/^```(python|ts|markdown|json)\n(.*?)^```$/gms)].map((match, index) => ({
      section: title,
      extension: extensions[match[1] ?? ''] ?? 'ts',
      index: index + 1,
      text: match[2] ?? '',
    }));
  });
}
