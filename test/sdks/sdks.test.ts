import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Grammars } from '../../server/core/languages/grammars.ts';
import { anthropic } from '../../server/core/sdks/anthropic.ts';
import { frameworks } from '../../server/core/sdks/frameworks.ts';
import { sdks } from '../../server/core/sdks/index.ts';
import { mentionPattern } from '../../server/core/sdks/mentions.ts';
import { openai } from '../../server/core/sdks/openai.ts';
import { providers } from '../../server/core/sdks/providers.ts';
import { link, loadGrammars } from '../program/linked.ts';
import { type Mark, printFound, printMark, readMarks } from './marks.ts';

const root = import.meta.dirname;
const folders = readdirSync(root, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
const texts = new Map(
  folders.map((folder) => [
    folder,
    Object.fromEntries(
      readdirSync(path.join(root, folder)).map((file) => [`${folder}/${file}`, readFileSync(path.join(root, folder, file), 'utf8')]),
    ),
  ]),
);
const files = [...texts.values()].flatMap((folder) => Object.keys(folder));

let grammars: Grammars;
const seen = new Map<string, Set<string>>();
beforeAll(async () => {
  grammars = await loadGrammars();
});

describe.each(files)('%s', (file) => {
  const folder = texts.get(file.split('/')[0] ?? '') ?? {};
  const text = folder[file] ?? '';

  it('holds the calls that its marks say, and no other', () => {
    const { program, line } = link(grammars, folder);
    const found = program.file(file);
    const marks = [...readMarks(text)];
    const printed = found.calls.map((call) => {
      const at = line(call.place);
      const mark = takeMark(marks, at, call.api);
      seen.set(call.sdk, (seen.get(call.sdk) ?? new Set()).add(file.endsWith('.py') ? 'python' : 'javascript'));
      return printFound(call, at, found, new Set(mark?.facts.keys()));
    });
    expect(printed.sort()).toEqual(readMarks(text).map(printMark).sort());
  });

  it('is not passed over by the search for files to read', () => {
    const hasCalls = readMarks(text).length > 0;
    if (hasCalls) expect(mentionPattern().test(text)).toBe(true);
  });
});

function takeMark(marks: Mark[], line: number, api: string): Mark | null {
  const at = marks.findIndex((mark) => mark.line === line && mark.api === api);
  return at < 0 ? null : (marks.splice(at, 1)[0] ?? null);
}

describe('the tables', () => {
  it('have each SDK once, with a source, and a date where that was read', () => {
    const names = sdks.map((sdk) => sdk.name);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    for (const sdk of sdks) {
      expect(sdk.source).not.toBe('');
      if (sdk.verified !== null) expect(sdk.verified).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });

  it('have a fixture for each SDK in each of its languages', () => {
    const spending = [anthropic, openai, ...providers, ...frameworks].filter((sdk) =>
      [...sdk.exports, ...sdk.methods].some((row) => row.spends ?? row.posts),
    );
    const missing = spending.flatMap((sdk) =>
      (['python', 'javascript'] as const)
        .filter((language) => sdk.packages[language].length > 0 && !seen.get(sdk.name)?.has(language))
        .map((language) => `${sdk.name} in ${language}`),
    );
    expect(missing).toEqual([]);
  });

  it('point only at types that something makes', () => {
    for (const sdk of [anthropic, openai, ...providers, ...frameworks]) {
      const made = new Set([...sdk.exports.flatMap((row) => [row.makes, row.is]), ...sdk.methods.flatMap((row) => [row.makes, row.is])]);
      expect(
        sdk.methods.map((row) => row.on).filter((type) => !made.has(type)),
        sdk.name,
      ).toEqual([]);
    }
  });
});
