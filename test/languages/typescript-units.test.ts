import { describe, expect, it } from 'vitest';
import { dialects, moduleOf, printed } from './typescript-source.ts';

const lines = (...parts: readonly string[]): string => parts.join('\n');

describe('a class at the top level', () => {
  it('becomes a unit, and so does each of its members', () => {
    const source = `
      @Injectable()
      export class Agent<T> extends Base<T> implements Runs {
        private readonly client = new OpenAI({});
        @Input() static #steps: number = 1;
        model: string;
        constructor(private llm: OpenAI, readonly depth = 1, plain: string) { super(); }
        get value(): number { return 1 }
        set value(x) {}
        @traced static async run(): Promise<string> { return this.llm.go() }
        'quoted'() {}
        [Symbol.iterator]() {}
        ['k' + 1] = 2;
        abstract later(): void;
        [key: string]: unknown;
        static { this.ready = true }
        handler = async (x?: string) => { await x };
      }`;
    expect(printed(source)).toBe(
      lines(
        'Agent',
        '  @Injectable()',
        '  export class Agent of Base, Runs',
        'Agent.client = client of Agent',
        '  client = new OpenAI({})',
        'Agent.#steps = #steps of Agent',
        '  #steps: number = 1',
        'Agent.model = model of Agent',
        '  model: string',
        'Agent.constructor = constructor of Agent',
        '  constructor constructor(llm: OpenAI, depth = 1, plain: string)',
        '    this.llm = llm',
        '    this.depth = depth',
        '    super()',
        'Agent.value = value of Agent',
        '  getter value(): number',
        '    return 1',
        'Agent.value~2 = value of Agent',
        '  setter value(x)',
        'Agent.run = run of Agent',
        '  @traced',
        '  static async run(): Promise[string]',
        '    return this.llm.go()',
        'Agent.quoted = quoted of Agent',
        '  method quoted()',
        'Agent.(function) = unnamed of Agent',
        '  method ()',
        'Agent.(assign) = unnamed of Agent',
        '  this[(+ "k" 1)] = 2',
        'Agent.(nothing) = unnamed of Agent',
        '  nothing',
        'Agent.(nothing)~2 = unnamed of Agent',
        '  nothing',
        'Agent.(block) = unnamed of Agent',
        '  block',
        '    this.ready = true',
        'Agent.handler = handler of Agent',
        '  handler = async (x: string) => {await x}',
      ),
    );
  });

  it('is read in JavaScript, exported as a default, or abstract', () => {
    expect(printed('class A extends (mix(B)) { #x = 1; static y; @d m() {} }', 'javascript')).toBe(
      lines('A', '  class A of mix(B)', 'A.#x = #x of A', '  #x = 1', 'A.y = y of A', '  y', 'A.m = m of A', '  @d', '  method m()'),
    );
    expect(printed('export default class { run() {} }')).toBe(
      lines('(class) = unnamed', '  export default class', '(class).run = run of (class)', '  method run()'),
    );
    expect(printed('export abstract class A { run() {} }')).toContain('A.run = run of A');
  });
});

describe('units', () => {
  it('have a name when they define exactly one', () => {
    expect(printed("const a = 1; const b = 1, c = 2; const { d } = e; export enum F {} import g from 'g'; while (h);")).toBe(
      lines(
        'a',
        '  const a = 1',
        '(block) = unnamed',
        '  block',
        '    const b = 1',
        '    const c = 2',
        '(assign) = unnamed',
        '  const {d: d} = e',
        'F',
        '  export const F = {}',
        '(import) = unnamed',
        '  import "g" default as g',
        '(loop) = unnamed',
        '  while h',
      ),
    );
  });

  it.each(dialects)('carry the comments that speak to us (%s)', (language) => {
    const source = lines(
      '// a word',
      '// lineitem: ignore LI401 -- why',
      'const a = f(); // lineitem: id=chat',
      'function g() {',
      '  /* lineitem: ignore LI301 */',
      '  while (true) h();',
      '}',
    );
    expect(printed(source, language)).toBe(
      lines(
        'a',
        '  const a = f()',
        '  # alone: ignore LI401 -- why',
        '  # behind: id=chat',
        'g',
        '  g()',
        '    while true',
        '      h()',
        '  # alone: ignore LI301',
      ),
    );
  });

  it('keep what stands around a mistake', () => {
    const source = 'function f() {\n  a.create({ model: "x" });\n  const b = ;\n  c.create(1);\n}\nconst d = 1;\n';
    const text = printed(source);
    expect(text).toContain('a.create({model: "x"})');
    expect(text).toContain('c.create(1)');
    expect(text).toContain('f !');
    expect(moduleOf(source).units.at(-1)).toMatchObject({ id: 'd', hasErrors: false });
  });
});
