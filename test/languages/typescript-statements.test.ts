import { describe, expect, it } from 'vitest';
import { type Dialect, dialects, statementsOf } from './typescript-source.ts';

const lines = (...parts: readonly string[]): string => parts.join('\n');

/** What all three grammars read the same way. */
const everywhere = (rows: readonly (readonly [source: string, ...expected: string[]])[]): void => {
  for (const language of dialects) {
    it.each(rows)(`${language}: %s`, (source, ...expected) => expect(statementsOf(source, language)).toBe(lines(...expected)));
  }
};

const cases = (rows: readonly (readonly [source: string, expected: string, language?: Dialect])[]): void => {
  for (const [source, expected, language] of rows) it(source, () => expect(statementsOf(source, language)).toBe(expected));
};

describe('loops', () => {
  everywhere([
    ['for (const [a, , b] of xs) f(a);', 'each [a, null, b] in xs', '  f(a)'],
    ['async function g() { for await (const x of y) {} }', 'async g()', '  async each x in y'],
    ['for (k in o) ;', 'each k in o'],
    [
      'for (let i = 0, n = 2; i < n; i++, n--) { f() }',
      'count (< i n)',
      'before',
      '  let i = 0',
      '  let n = 2',
      'update',
      '  i += 1',
      '  n -= 1',
      '  f()',
    ],
    ['for (;;) { break }', 'count', '  break'],
    ['for (i = 0; ; ) f()', 'count', 'before', '  i = 0', '  f()'],
    ['outer: while (true) { continue outer }', 'outer: while true', '  continue outer'],
    ['do { x() } while (y)', 'do y', '  x()'],
  ]);
});

describe('branches', () => {
  everywhere([
    ['if (a) b(); else if (c) { d() } else e()', 'if a', '  b()', 'else', '  if c', '    d()', '  else', '    e()'],
    ["switch (a) { case 'x': f(); break; default: g() }", 'switch a', '  case "x"', '    f()', '    break', '  default', '    g()'],
    ['try { a() } catch (e) { b() } finally { c() }', 'try', '  a()', 'catch as e', '  b()', 'finally', '  c()'],
    ['try { a() } catch { b() }', 'try', '  a()', 'catch', '  b()'],
    ['here: { f() }', 'block', '  f()'],
    ['{ f(); ; debugger }', 'block', '  f()'],
    ['throw new E()', 'throw new E()'],
  ]);
  cases([['with (a) { b() }', 'with a\n  b()', 'javascript']]);
});

describe('assignments', () => {
  everywhere([
    ['a = b.c = 3', 'a = b.c = 3'],
    ['a += 1; a **= 2; i++; --j', 'a += 1', 'a **= 2', 'i += 1', 'j -= 1'],
    ['a ??= b(); c ||= d', 'a = (a nullish b())', 'c = (c or d)'],
    ['({ a, b: [c] = [], ...d } = e)', '{a: a, b: ([c] = []), ...d} = e'],
    ['a(), b = 1', 'block', '  a()', '  b = 1'],
    [
      'function f() { const a = 1, b = 2; var c; let { d = 3 } = e }',
      'f()',
      '  const a = 1',
      '  const b = 2',
      '  var c',
      '  let {d: (d = 3)} = e',
    ],
    ['using a = open()', 'const a = open()'],
    ['async function f() { await using a = open() }', 'async f()', '  const a = open()'],
  ]);
  cases([
    ['const a: Client = make(), b!: X', 'block\n  const a: Client = make()\n  const b: X'],
    ["enum A { X, Y = 'y', 'a-b' = 3, Z }", 'const A = {X: 0, Y: "y", a-b: 3, Z: 4}'],
    ['export const enum A { X = 1 << 2, Y }', 'export const A = {X: (<< 1 2), Y: <enum member>}'],
    ['import A = N.B', 'const A = N.B'],
  ]);
});

describe('types leave what may lead to a model', () => {
  cases([
    ['interface A extends B<C>, D.E { a: string; b: Client; c?: { d: Client } }', 'class A of B, D.E\n  b: Client\n  c: {d: Client}'],
    [
      'export type A = B & { ask(text: string): Promise<string>; at: () => AsyncIterable<string>; size(): number }',
      'export class A of B\n  method async ask()\n    <left to whoever implements it>\n  method async at()\n    <left to whoever implements it>',
    ],
    ['type A = B', 'class A of B'],
    ["type A = 'x' | 'y'; type B<T> = Omit<T, 'a'>", ''],
    ['interface A { a: string }', ''],
    ['export type A = string', ''],
    ['declare const a: string; declare global { var b: string }', ''],
    ['function f(a: string): void', ''],
    [
      "import type { A } from 'a'; import { type B } from 'b'; export type { C } from 'c'",
      'import "a" A\nimport "b" B\nexport {C} from "c"',
    ],
    ["export type * from 'a'", 'export {*} from "a"'],
  ]);
});

describe('imports', () => {
  everywhere([
    ["import X, { a as b, default as d } from 'x'", 'import "x" default as X, a as b, default as d'],
    ["import * as ns from 'y'", 'import "y" module "y" as ns'],
    ["import 'side'", 'import "side"'],
    ["import j from './x.json' with { type: 'json' }", 'import "./x.json" default as j'],
    ["const a = require('x')", 'import "x" module "x" as a'],
    ["const { a, b: c } = require('x')", 'import "x" a, b as c'],
    ["const a = require('x').default", 'import "x" default as a'],
    ["var a = __importDefault(require('x'))", 'import "x" module "x" as a'],
    ["const { a } = await import('x')", 'import "x" a'],
    ["const a = (await import('x')).default", 'import "x" default as a'],
    ["const a = require('x'), b = f()", 'block', '  import "x" module "x" as a', '  const b = f()'],
    ["const { a = 1 } = require('x')", 'const {a: (a = 1)} = require("x")'],
    ["const a = require('x')(b)", 'const a = require("x")(b)'],
    ['const a = require(b)', 'const a = require(b)'],
  ]);
  cases([
    ["import fs = require('fs')", 'import "fs" module "fs" as fs'],
    ["import { type T, a } from 'x'", 'import "x" T, a'],
  ]);
});

describe('exports', () => {
  everywhere([
    ['export const a = 1', 'export const a = 1'],
    ['export { a as b, c }', 'export {a as b, c}'],
    ["export { d as default } from 'm'", 'export {d as default} from "m"'],
    ["export * from 'n'", 'export {*} from "n"'],
    ["export * as q from 'r'", 'export {* as q} from "r"'],
    ['export default { a: 1 }', 'export {} = {a: 1}'],
    ['export default async () => 1', 'export {} = async () => {return 1}'],
    ['export default function () { f() }', 'export default ()', '  f()'],
    ['export default async function foo() {}', 'export default async foo()'],
    ['module.exports = { a, b: c, d: 1 }', 'export {a, c as b} = {a: a, b: c, d: 1}'],
    ['module.exports = f', 'export {} = f'],
    ['exports.a = b', 'export {b as a}'],
    ['module.exports.a = () => 1', 'export const a = () => {return 1}'],
    ['exports.a = void 0', ''],
    ['exports = module.exports = f', 'export {} = f'],
    ['exports.default = f()', 'export {} = f()'],
  ]);
  cases([['export = foo', 'export {} = foo']]);
});

describe('functions', () => {
  cases([
    [
      'export async function* f<T>(this: A, a?: B, ...c: C[]): AsyncGenerator<D> {}',
      'export async generator f(a: B, *c: Array[C]): AsyncGenerator[D]',
    ],
    ['namespace N { export const a = 1 }', 'block\n  export const a = 1'],
    ['export module N { f() }', 'block\n  f()'],
    ['function f() { class A extends B { @d() m() {} static x = 1 } }', 'f()\n  class A of B\n    @d()\n    method m()\n    x = 1'],
    [
      'function f() { class A extends B { @d() m() {} static x = 1 } }',
      'f()\n  class A of B\n    @d()\n    method m()\n    x = 1',
      'javascript',
    ],
  ]);
});
