import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutMagics } from '../../server/core/languages/magics.ts';
import { createNotebookText, lowerNotebook, type NotebookText, readNotebook } from '../../server/core/languages/notebook.ts';
import { openSource } from '../../server/core/languages/source-file.ts';
import { printUnit } from './print-module.ts';
import { grammars } from './python-source.ts';

const cells = [
  { cell_type: 'markdown', source: '# Ask 🙂' },
  {
    cell_type: 'code',
    source: ['%pip install anthropic\n', '!ls \\\n', '  -la\n', 'import anthropic\n', 'client = anthropic.Anthropic()'],
  },
  { cell_type: 'code', source: '' },
  { cell_type: 'code', source: '%%bash\necho "hi' },
  {
    cell_type: 'code',
    source: '%%time\r\nfor q in qs:\r\n    reply = client.messages.create(model="🙂m", messages=q)\r\n    !say {reply}',
  },
];

const notebook = (metadata: unknown, of: unknown = cells): string => JSON.stringify({ nbformat: 4, metadata, cells: of });

function textOf(json: string): NotebookText {
  const reading = readNotebook(json);
  if (reading.kind !== 'notebook') throw new Error(reading.kind);
  return reading.notebook;
}

describe('a notebook', () => {
  it('is one module, whose units know their cell', () => {
    const module = lowerNotebook('a.ipynb', textOf(notebook({ language_info: { name: 'python' } })), grammars);
    expect(module.hasErrors).toBe(false);
    expect(module.units.map((unit) => `[${unit.cell}] ${printUnit(unit)}`).join('\n')).toMatchInlineSnapshot(`
      "[1] (import) = unnamed
        import "anthropic" module "anthropic" as anthropic
      [1] client
        client = anthropic.Anthropic()
      [4] (loop) = unnamed
        each q in qs
          reply = client.messages.create(model="🙂m", messages=q)
          0"
    `);
  });

  it('tells places by cell, line and column', () => {
    const text = textOf(notebook({}));
    const module = lowerNotebook('a.ipynb', text, grammars);
    const at = module.units.findIndex(({ statement }) => statement?.kind === 'loop');
    const start = module.starts[at] ?? 0;
    expect(text.position(start)).toEqual({ cell: 4, line: 1, column: 0 });
    const inside = start + text.text.slice(start).indexOf('messages=');
    expect(text.position(inside)).toEqual({ cell: 4, line: 2, column: 48 });
    expect(text.offset({ cell: 4, line: 2, column: 48 })).toBe(inside);
    expect(text.offset({ cell: 0, line: 0, column: 0 })).toBeNull();
    expect(text.offset({ cell: 1, line: 99, column: 0 })).toBe(text.text.indexOf('()') + 2);
    expect(text.position(99_999).cell).toBe(4);
  });

  it('keeps its units when another cell changes', () => {
    const sources = ['x = 1', 'y = f(x)', 'z = 3'].map((source, index) => ({ index, source }));
    const before = createNotebookText(sources);
    const after = createNotebookText(sources.map((cell) => (cell.index === 1 ? { index: 1, source: 'y = f(x, 2)\nw = 0' } : cell)));
    const source = openSource({ file: 'a.ipynb', language: 'python', text: before.text, cells: before.cells, grammars });
    const [x, , z] = source.module.units;
    const { units } = source.update(after.text, [], after.cells);
    expect(units.map(({ id, cell }) => `${id} ${cell}`)).toEqual(['x 0', 'y 1', 'w 1', 'z 2']);
    expect([units[0], units[3]]).toEqual([x, z]);
    expect(units[0] === x && units[3] === z).toBe(true);
    source.dispose();
  });

  it.each([
    ['another kernel', notebook({ kernelspec: { language: 'R' } }), { kind: 'skipped', why: 'a notebook in r' }],
    ['no cells', '{"worksheets": []}', { kind: 'skipped', why: 'no cells' }],
    ['no object', '[1]', { kind: 'skipped', why: 'no cells' }],
  ])('is passed over: %s', (_, json, expected) => {
    expect(readNotebook(json)).toEqual(expected);
  });

  it('of a dialect of Python is read', () => {
    const info = { name: 'coconut', mimetype: 'text/x-python3' };
    expect(readNotebook(notebook({ kernelspec: { language: 'coconut' }, language_info: info })).kind).toBe('notebook');
  });

  it('that is broken says where', () => {
    expect(readNotebook('{"cells": [}')).toEqual({ kind: 'problem', message: expect.stringContaining('no valid JSON'), offset: 11 });
    expect(readNotebook('{"cells": [')).toMatchObject({ kind: 'problem', offset: 11 });
  });

  it('with odd cells is read as far as it goes', () => {
    const odd = [null, 1, {}, { cell_type: 'code' }, { cell_type: 'code', source: ['a = 1', 2] }];
    expect(textOf(notebook({ kernelspec: { language: 'ipython3' } }, odd)).text).toBe('a = 1\n');
  });
});

describe('magics', () => {
  it.each([
    ['%time f()', '#time f()'],
    ['!pip install x', '#pip install x'],
    ['?print', '#print'],
    ['print??', '#rint??'],
    ['if x:\n    !ls', 'if x:\n    0#s'],
    ['!a \\\n  b\nc', '#a \\\n# b\nc'],
    ['files = !ls -a', 'files = 0#s -a'],
    ['n = %timeit -o f()', 'n = 0#imeit -o f()'],
    ['x = ("a"\n  % b)', 'x = ("a"\n  % b)'],
    ['p = """\n!important\n%d?\n"""\n!ls', 'p = """\n!important\n%d?\n"""\n#ls'],
    ["s = 'it\\'s' # don't \"\"\"\n%x", "s = 'it\\'s' # don't \"\"\"\n#x"],
    ['x = a % b', 'x = a % b'],
    ['%%html\n<a>🙂', '      \n     '],
    ['%%capture out\nx = 1', '#%capture out\nx = 1'],
  ])('%j', (source, expected) => {
    expect(withoutMagics(source)).toBe(expected);
  });

  it('never move a position', () => {
    const piece = fc.constantFrom('%', '!', '?', '"""', "'", '(', ')', '\n', '\r\n', ' ', '\\', 'x', '=', '#', '%%bash', '🙂');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const source = pieces.join('');
        const read = withoutMagics(source);
        expect(read.length).toBe(source.length);
        expect(read.replace(/[^\r\n]/g, '')).toBe(source.replace(/[^\r\n]/g, ''));
      }),
    );
  });
});
