import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Analyzer } from '../../server/core/api.ts';
import { createGrammars } from '../../server/core/languages/grammars.ts';
import { lowerText } from '../../server/core/languages/source-file.ts';
import { isAssetName } from '../../server/host/asset-files.ts';
import { assetNamed } from '../rules/lint.ts';
import { fuzzOnce, type Tools } from './case.ts';
import { createRandom, pick } from './random.ts';
import { createReadyAnalyzer } from './ready-analyzer.ts';
import { readSubjects, type Subject } from './subjects.ts';
import { shown, viewOf } from './view.ts';

const subjects = readSubjects([]);
const grammars = createGrammars((name) => {
  if (!isAssetName(name)) throw new Error(`There is no asset ${name}.`);
  return assetNamed(name);
});
for (const language of ['python', 'typescript', 'tsx', 'javascript'] as const) await grammars.load(language);
const failures: string[] = [];
const analyzer = await createReadyAnalyzer((what, error) => failures.push(`${what}: ${String(error)}`));

describe('what is said of a file', () => {
  it('is the same after edits and from scratch, and its fixes leave code that parses', { timeout: 60_000 }, () => {
    const tools: Tools = {
      analyzer,
      grammars,
      takeFaults: () => failures.splice(0),
      // How long it takes is asked where nothing else runs.
      worked: () => 0,
      onText: () => undefined,
    };
    let number = 0;
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const { subject, faults } = fuzzOnce(createRandom(seed), subjects, number++, tools);
        expect(faults, subject.name).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('does not depend on the order in which files come', { timeout: 60_000 }, async () => {
    const files = subjects.filter(({ name, language }) => name.startsWith(`examples${path.sep}`) && isCode(language));
    const expected = await projectView(files);
    expect(expected).toContain('"code": "LI');
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(files, { minLength: files.length }), async (shuffled) => {
        expect(await projectView(shuffled)).toBe(expected);
      }),
      { numRuns: 4 },
    );
  });

  it('does not depend on what a local variable is called', { timeout: 60_000 }, () => {
    const renamable = subjects.flatMap((subject) => localsOf(subject).map((name) => ({ subject, name })));
    expect(renamable.length).toBeGreaterThan(20);
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom('zzq', 'zzq_long_enough_to_move_what_follows'), (seed, renamed) => {
        const { subject, name } = pick(createRandom(seed), renamable);
        const after = subject.text.replaceAll(new RegExp(`\\b${name}\\b`, 'g'), renamed);
        const before = placeless(viewOfText(subject, subject.text));
        expect(placeless(viewOfText(subject, after)).replaceAll(renamed, name), `${name} in ${subject.name}`).toBe(before);
      }),
      { numRuns: 40 },
    );
  });
});

const isCode = (language: Subject['language']): boolean => language !== 'prompt' && language !== 'request';

async function projectView(files: readonly Subject[]): Promise<string> {
  const project: Analyzer = await createReadyAnalyzer((what, error) => failures.push(`${what}: ${String(error)}`));
  project.setPaths(files.map(({ name }) => name).sort());
  for (const { name, language, text } of files) {
    project.setText(name, text);
    project.setModule(lowerText({ file: name, language, text, grammars }));
  }
  return project
    .project()
    .files.map((report) => shown(project, report))
    .join('\n');
}

function viewOfText({ name, language }: Subject, text: string): string {
  analyzer.open(name, language, text);
  const view = viewOf(analyzer, name);
  analyzer.close(name);
  analyzer.removePath(name);
  return view;
}

/** A loop's id tells it from others of its unit by where it starts there. */
const placeless = (view: string): string => view.replaceAll(/"(?:start|end)": \d+|@\d+/g, '');

/** Names that are nothing but a local variable wherever they stand: no key, argument, member, shorthand or part of a text. */
function localsOf({ language, text }: Subject): string[] {
  if (!isCode(language)) return [];
  const assigned = [...text.matchAll(/^[ \t]+(?:(?:const|let)[ \t]+)?([a-z]\w*) = /gm)].flatMap(([, name]) => name ?? []);
  return [...new Set(assigned)].filter((name) => {
    const all = [...text.matchAll(new RegExp(`\\b${name}\\b`, 'g'))];
    const line = (at: number): string => text.slice(text.lastIndexOf('\n', at) + 1, at);
    const assignments = all.filter(
      ({ index }) => /^[ \t]+(?:(?:const|let)[ \t]+)?$/.test(line(index)) && text.startsWith(' = ', index + name.length),
    );
    const isDeclared = language === 'python' || assignments.some(({ index }) => /(?:const|let)/.test(line(index)));
    const uses = all.filter((one) => !assignments.includes(one));
    return isDeclared && uses.length > 0 && uses.every(({ index }) => isPlainUse(text, index, name));
  });
}

function isPlainUse(text: string, at: number, name: string): boolean {
  const before = text.slice(0, at).trimEnd().at(-1) ?? '';
  const after = text.slice(at + name.length).trimStart();
  return /[=([+]/.test(before) && /^(?:[.)\];\n[]|$)/.test(after) && !/^=/.test(after);
}
