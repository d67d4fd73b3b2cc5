// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources under test hold template literals.
import { describe, expect, it } from 'vitest';
import { type Dialect, statementsOf } from './typescript-source.ts';

const cases = (rows: readonly (readonly [source: string, expected: string, language?: Dialect])[]): void => {
  for (const [source, expected, language] of rows) it(source, () => expect(statementsOf(source, language)).toBe(expected));
};

describe('literals', () => {
  cases([
    [`'a\\n\\u{1F600}\\x41\\u0042\\'\\0'`, JSON.stringify("a\n😀AB'\0")],
    [`'long \\\n line'`, '"long  line"'],
    ['`plain`', '"plain"'],
    ['``', '""'],
    ['`a\r\nb\\n`', '"a\\nb\\n"'],
    ['`x${a}y${b.c}`', '`x${a}y${b.c}`'],
    ['`\\${a} $ {b} $${c}`', '`${a} $ {b} $${c}`'],
    ['tag`x${1}\\n`', 'tag`x${1}\\n`'],
    ['String.raw`\\n${1}`', 'String.raw`\\\\n${1}`'],
    ['f(1_000, 0x1F, 0o17, 10n, 1e3, .5)', 'f(1000, 31, 15, 10, 1000, 0.5)'],
    ['f(017)', 'f(15)', 'javascript'],
    ['f(true, false, null, undefined)', 'f(true, false, null, null)'],
    ['f(/a/g)', 'f(<regular expression>)'],
  ]);
});

describe('reaching into things', () => {
  cases([
    ['a?.b?.[0]?.(1)', 'a.b[0](1)'],
    ['a!.b!()', 'a.b()'],
    ['(a as B).c', 'a.c'],
    ['f(a as const, <T>b, c satisfies D, (d))', 'f(a, b, c, d)'],
    ['f<T>(x)', 'f(x)'],
    ['this.#client.b; super.x()', 'this.#client.b\nsuper.x()'],
    ['import.meta.url', 'import.meta.url'],
    ['new Foo; new a.B<X>(1, ...z)', 'new Foo()\nnew a.B(1, *z)'],
    ['a["b"][c]', 'a["b"][c]'],
    ["import('x').then(f)", 'import("x").then(f)'],
  ]);
});

describe('objects and lists', () => {
  cases([
    [`f({ a, 'b-c': 1, [d]: 2, ['e']: 3, ...g, 3: 4 })`, 'f({a: a, b-c: 1, [d]: 2, e: 3, ...g, 3: 4})'],
    ['f({ async *m(x) { yield x } })', 'f({m: async generator m(x) => {yield x}})'],
    ['f({ get v() { return 1 }, set v(x) {} })', 'f({v: v() => {return 1}(), set v: v(x) => {}})'],
    ['f([1, , ...a, ])', 'f([1, null, ...a])'],
  ]);
});

describe('operators', () => {
  cases([
    ['f(a || b, a ?? b, a && b, t ? a : b)', 'f((a or b), (a nullish b), (a and b), (t a conditional b))'],
    ['f(a + b - c, a === b, a !== b, a >>> 1)', 'f((- (+ a b) c), (== a b), (!= a b), (>>> a 1))'],
    ['f(!a, -1, +a, ~a, typeof a, void 0)', 'f((not a), (negate 1), (+ a), (~ a), (typeof a), (void 0))'],
    ['f(i++, --i, a instanceof B, k in o)', 'f((increment i), (decrement i), (instanceof a B), (in k o))'],
    ['f((a(), b()))', 'f((, a() b()))'],
    ['(0, a.b)(c)', 'a.b(c)'],
    ['f(a = 1, a += 2, a ??= c())', 'f((a = 1), (a += 2), (a = (a nullish c())))'],
    ['f({a, b: [c] = []} = d)', 'f(({a: a, b: ([c] = [])} = d))'],
    ['async () => await a', 'async () => {return await a}'],
    ['f(function* () { yield; yield* a; })', 'f(generator () => {yield\nyield* a})'],
  ]);

  it('folds a chain that is longer than the stack allows for nesting', () => {
    const source = Array.from({ length: 390 }, (_, index) => `'${index}'`).join(' + ');
    expect(statementsOf(`f(${source})`)).not.toContain('<');
  });
});

describe('functions', () => {
  cases([
    ['f(a => b, async (a = 1, {b}, ...c) => ({ a }))', 'f((a) => {return b}, async (a = 1, {b: b}, *c) => {return {a: a}})'],
    [
      'f(a => b, (a = 1, {b: c = 2, ...d}, [e]) => 1)',
      'f((a) => {return b}, (a = 1, {b: (c = 2), ...d}, [e]) => {return 1})',
      'javascript',
    ],
    ['f(class { x = 1 })', 'f(class   x = 1)'],
  ]);
});

describe('annotations', () => {
  const typed = (type: string): string => statementsOf(`let a: ${type};`).replace(/^let a: /, '');
  it.each([
    ['OpenAI', 'OpenAI'],
    ['A.B.C<D, E>', 'A.B.C[(D, E)]'],
    ['Promise<Client>', 'Promise[Client]'],
    ['A | null', '(A or null)'],
    ['A | undefined', '(A or null)'],
    ['A & B', '(A and B)'],
    ['readonly A[]', 'Array[A]'],
    ["'x' | 1", '("x" or 1)'],
    ['[A, name: B]', '(A, B)'],
    ['[A?, ...B[]]', '(A, ...Array[B])'],
    ["A['b']", 'A["b"]'],
    ['ReturnType<typeof create>', 'ReturnType[(typeof create)]'],
    ['{ client: OpenAI; f(): void }', '{client: OpenAI}'],
    ['(a: A) => B', '<function type>'],
    ['A extends B ? C : D', '<conditional type>'],
  ])('%s', (type, expected) => expect(typed(type)).toBe(expected));
});

describe('elements', () => {
  cases([
    ['f(<></>)', 'f(Fragment({}, []))', 'tsx'],
    ['f(<img src="a&amp;b" {...rest} hidden />)', 'f(img({src: "a&b", ...rest, hidden: true}))', 'tsx'],
    ['f(<A.B c={d}>hi {name} <b/>{...kids}{/* no */}</A.B>)', 'f(A.B({c: d}, ["hi ", name, " ", b({}), ...kids]))', 'tsx'],
    ['f(<p>\n  one\n  two\n</p>)', 'f(p({}, ["one two"]))', 'javascript'],
  ]);
});
