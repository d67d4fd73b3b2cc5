// biome-ignore-all lint/suspicious/noTemplateCurlyInString: holes of f-strings are printed as `${…}`.
import { describe, expect, it } from 'vitest';
import type { Expression } from '../../server/core/module/expression.ts';
import { print } from './print-module.ts';
import { moduleOf, statementsOf } from './python-source.ts';

function expressionOf(text: string): Expression {
  const statement = moduleOf(text).units[0]?.statement;
  if (statement?.kind !== 'expression') throw new Error(`No expression: ${text}`);
  return statement.value;
}

describe('expressions', () => {
  it.each([
    ['a.b(c, *d, e=1, **f)', 'a.b(c, *d, e=1, **f)'],
    ['f(x for x in y)', 'f(generator(x for x in y))'],
    ['a or b and not c', '(a or (b and (not c)))'],
    ['1 < x <= 3 != y', '((((< 1 x) and (<= x 3)) and (!= 3 y)))'.slice(1, -1)],
    ['a not in b', '(not in a b)'],
    ['a is not None', '(is not a null)'],
    ['x if y else z', '(y x conditional z)'],
    ['-1 ** ~2 @ +3', '(@ (negate (** 1 (~ 2))) (+ 3))'],
    ['a[1:2]', 'a[1:2]'],
    ['a[:-1]', 'a[:(negate 1)]'],
    ['a[:]', 'a[:]'],
    ['a[::2]', 'a[<slice with a step>]'],
    ['a[b, 1]', 'a[(b, 1)]'],
    ['a[b,]', 'a[(b)]'],
    ['(a)', 'a'],
    ['(a,)', '(a)'],
    ['a, b', '(a, b)'],
    ['()', '()'],
    ['[*a, b]', '[...a, b]'],
    ['{1, 2}', 'set(1, 2)'],
    ['{"a": 1, b: 2, **c, f"d": 3}', '{a: 1, [b]: 2, ...c, [`d`]: 3}'],
    ['{k: v for k, v in d if k if v for z in w}', 'record(v for (k, v) in d if k if v for z in w)'],
    ['[await x async for x in y]', 'list(await x for x in y)'],
    ['{x for x in 1, 2}', 'set(x for x in (1, 2))'],
    ['(n := f(1))', '(n = f(1))'],
    ['await a.b()', 'await a.b()'],
    ['lambda: 1', '() => {return 1}'],
    ['lambda a, *b, c=1, **d: a', '(a, *b, named c = 1, **d) => {return a}'],
    ['1_000 + 0xFF + 0b11 + 0o17 + 1.5e3', '(+ (+ (+ (+ 1000 255) 3) 15) 1500)'],
    ['1j', '<number>'],
    ['...', '<ellipsis>'],
    ['None, True, False', '(null, true, false)'],
  ])('%s', (text, expected) => {
    expect(print(expressionOf(text))).toBe(expected);
  });
});

describe('strings', () => {
  it.each([
    [String.raw`"a\n\t\\\"\x41\u00e9\U0001F600\101\q"`, 'a\n\t\\"A\u00e9\u{1F600}A\\q'],
    [String.raw`r"\n\x41"`, '\\n\\x41'],
    [String.raw`b"\x41\u0041"`, 'A\\u0041'],
    [String.raw`"\N{EM DASH}!"`, '\ufffd!'],
    ['"""a\r\nb\rc"""', 'a\nb\nc'],
    ['"a\\\n  b"', 'a  b'],
    ["'''it's'''", "it's"],
    ['""', ''],
    ['"🙂 é"', '🙂 é'],
    [String.raw`"\U00110000"`, '\\U00110000'],
  ])('%j', (text, expected) => {
    const value = expressionOf(text);
    expect(value).toEqual({ kind: 'text', span: { start: 0, end: text.length }, text: expected });
  });

  it.each([
    ['f"a{x}b{{c}}{ y.z() }"', '`a${x}b{c}${y.z()}`'],
    ['f"{x!s}{x!r}{x:>{w}.{p}}{x:%Y}"', '`${x}${(format x)}${(format x w p)}${(format x)}`'],
    ['f"{x=} {x = :>3}"', '`x=${(format x)} x = ${(format x)}`'],
    [String.raw`f"\n{x}\\"`, '`\\n${x}\\\\`'],
    [String.raw`rf"\n{x}"`, '`\\\\n${x}`'],
    ['f"{f"{y}"}"', '`${`${y}`}`'],
    [
      `f'''{
  a["b"]:{c}}'''`,
      '`${(format a["b"] c)}`',
    ],
    ['"a" \'b\' f"{c}d" rb"\\e"', '`ab${c}d\\\\e`'],
    ['("a"\n  # note\n  "b")', '`ab`'],
  ])('%s', (text, expected) => {
    expect(print(expressionOf(text))).toBe(expected);
  });
});

it('tells where things are, in UTF-16', () => {
  const text = 'x = "🙂"\r\ny = f(a="🙂", b=c.d)\r\n';
  const { units, starts } = moduleOf(text);
  const found = units.flatMap(({ statement }, index) => {
    const start = starts[index] ?? 0;
    const at = ({ span }: { span: { start: number; end: number } }): string => text.slice(start + span.start, start + span.end);
    if (statement?.kind !== 'assign' || statement.value === null) return [];
    const { value } = statement;
    return value.kind === 'call' ? [at(value), at({ span: value.argumentsSpan }), ...value.arguments.map(at)] : [at(value)];
  });
  expect(found).toEqual(['"🙂"', 'f(a="🙂", b=c.d)', '(a="🙂", b=c.d)', 'a="🙂"', 'b=c.d']);
});

it('keeps what it understands of broken code', () => {
  const text = `def f():
    x = client.messages.create(model="m", messages=[
    return x

def g():
    return 1

class A:
    def m(self):
        self.
    def n(self):
        return 2
`;
  expect(moduleOf(text).hasErrors).toBe(true);
  expect(statementsOf(text)).toMatchInlineSnapshot(`
    "f()
    n(self)
      return 2"
  `);
});
