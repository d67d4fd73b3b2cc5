import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Grammars } from '../../server/core/languages/grammars.ts';
import { lowerText } from '../../server/core/languages/source-file.ts';
import type { Module } from '../../server/core/module/module.ts';
import { createPacker, createUnpacker } from '../../server/core/module/packing.ts';
import { createProgram, type Program } from '../../server/core/program/program.ts';
import { createModuleUnpacker, packModule } from '../../server/core/program/workspace/packed-module.ts';
import { codeLanguageOf } from '../../server/host/language-of.ts';
import { loadGrammars } from './linked.ts';

const top = path.resolve(import.meta.dirname, '../..');
const grammars = await loadGrammars();
const unpackModule = createModuleUnpacker();

describe('a packed module', () => {
  it.each(['test/program', 'test/sdks', 'test/rules', 'examples'])('links to what the module itself links to (%s)', (folder) => {
    const texts = textsBelow(folder);
    const direct = linked(grammars, texts, (module) => module);
    const packed = linked(grammars, texts, (module) => unpackModule(packModule(module), module.file));
    for (const file of texts.keys()) expect(packed.file(file), file).toEqual(direct.file(file));
  });

  it('reads no statement of what leads to no model', () => {
    const text =
      'import anthropic\n\ndef twice(n):\n    return n * 2\n\ndef ask():\n    anthropic.Anthropic().messages.create(model="m")\n';
    const program = createProgram();
    const module = unpackModule(packModule(lower('a.py', text)), 'a.py');
    const [, twice] = module.units;
    if (twice === undefined) throw new Error('The function is missing.');
    Object.defineProperty(twice, 'statement', { get: () => expect.unreachable('nobody may look into it') });
    program.setPaths(['a.py']);
    program.setModule(module);
    expect(program.file('a.py').calls).toHaveLength(1);
  });

  it('keeps numbers that JSON has no words for, and texts of any kind', () => {
    const packer = createPacker();
    const value = {
      kind: 'number',
      span: { start: 3, end: 9 },
      value: Number.POSITIVE_INFINITY,
      text: '\ud83d "x"\n',
      list: [null, [], {}, [1]],
    };
    const text = packer.pack(value);
    expect(createUnpacker(packer.shapes)(text)).toEqual(value);
  });
});

const lower = (file: string, text: string): Module => lowerText({ file, language: codeLanguageOf(file) ?? 'python', text, grammars });

function linked(_: Grammars, texts: ReadonlyMap<string, string>, pass: (module: Module) => Module): Program {
  const program = createProgram();
  program.setPaths([...texts.keys()]);
  for (const [file, text] of texts) program.setModule(pass(lower(file, text)));
  return program;
}

function textsBelow(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(path.join(top, folder), { recursive: true }).map((name) => path.posix.join(folder, String(name)));
  const code = files.filter((file) => codeLanguageOf(file) !== null && !file.endsWith('.test.ts') && !file.endsWith('.ipynb'));
  return new Map(code.sort().map((file) => [file, readFileSync(path.join(top, file), 'utf8')]));
}
