import { describe, expect, it } from 'vitest';
import { sample } from './python-sample.ts';
import { moduleOf, printed, statementsOf } from './python-source.ts';

describe('statements', () => {
  it('imports', () => {
    const text = `import a.b, c.d as e
from ..pkg . mod import (x as y, z,)
from . import sibling
from m import *
from __future__ import annotations`;
    expect(statementsOf(text)).toMatchInlineSnapshot(`
      "import "a.b" module "a" as a, module "c.d" as e
      import "..pkg.mod" x as y, z
      import "." sibling
      import "m" *
      import "__future__" annotations"
    `);
  });

  it('assignments', () => {
    const text = `x: int = 1
y: "Foo[int, a.B | None]"
a = b = c, *d = e.f, g[0] = h
x -= 1
[p, q] = (r, s) = t
type Alias[T] = dict[str, T]
x = yield
x **= 2`;
    expect(statementsOf(text)).toMatchInlineSnapshot(`
      "x: int = 1
      y: Foo[(int, (a.B or null))]
      a = b = (c, ...d) = (e.f, g[0]) = h
      x -= 1
      [p, q] = (r, s) = t
      Alias = dict[(str, T)]
      x = yield
      x **= 2"
    `);
  });

  it('branches and loops', () => {
    const text = `if a: b
elif c: d
elif e:
    f
else: g
while not a: break
else: b
async def f():
    async for x, y in z: continue
    else: w
    async with a as b, c() as (d, e): f
with (open(a) as f, open(b)): pass
with (lock): pass
for i in 1, 2: pass`;
    expect(statementsOf(text)).toMatchInlineSnapshot(`
      "if a
        b
      else
        if c
          d
        else
          if e
            f
          else
            g
      while (not a)
        break
      otherwise
        b
      async f()
        async each (x, y) in z
          continue
        otherwise
          w
        async with a as b, c() as (d, e)
          f
      with open(a) as f, open(b)
      with lock
      each i in (1, 2)"
    `);
  });

  it('matches', () => {
    const text = `match a, b:
    case "x" | "y" | None: p
    case -1: q
    case m.X: r
    case Foo(x=1) if ok(): s
    case 1, 2: t
    case [1, *rest]: u
    case name if name: v
    case _: w`;
    expect(statementsOf(text)).toMatchInlineSnapshot(`
      "switch (a, b)
        case (("x" or "y") or null)
          p
        case (negate 1)
          q
        case m.X
          r
        case (<pattern> and ok())
          s
        case <pattern>
          t
        case <pattern>
          u
        case (<pattern> and name)
          v
        default
          w"
    `);
  });

  it('exceptions and small statements', () => {
    const text = `try: a
except (A, m.B) as e: raise
except* C: raise D from e
except: return_
else: b
finally: c
assert x > 1, "small"
assert y
del a[0], b
global g
pass
print "old", x
raise`;
    expect(statementsOf(text)).toMatchInlineSnapshot(`
      "try
        a
      catch (A, m.B) as e
        throw
      catch C
        throw D
      catch
        return_
      otherwise
        b
      finally
        c
      if (not (> x 1))
        throw "small"
      if (not y)
        throw
      (del (a[0], b))
      <names of an outer scope>
      print("old", x)
      throw"
    `);
  });

  it('functions', () => {
    const text = `@app.get("/", x=1)
@dec
async def f(a, b: int, /, c=1, *, d: "str" = "x", **kw: Any) -> Optional[A | B]:
    """Says
    something."""
    def inner(*args): yield from args
    return inner
def g(): x = yield 1
def h(f=lambda x, *y, z=1, **k: (yield)): ...
def i[T: int](a: Literal["x", "y"], b: Annotated[T, "note"], c: Callable[[int], str]): pass`;
    expect(statementsOf(text)).toMatchInlineSnapshot(`
      "@app.get("/", x=1)
      @dec
      async f(a, b: int, c = 1, named d: str = "x", **kw: Any): Optional[(A or B)]
        "Says\\n    something."
        "Says\\n    something."
        generator inner(*args)
          yield* args
        return inner
      generator g()
        x = yield 1
      h(f = generator (x, *y, named z = 1, **k) => {return yield})
        <ellipsis>
      i(a: Literal[("x", "y")], b: Annotated[(T, "note")], c: Callable[([int], str)])"
    `);
  });

  it('classes', () => {
    const text = `@dataclass
class A(B, m.C[int], metaclass=M):
    """Doc."""
    x: int
    def __init__(self): pass
    def run(self): pass
    @staticmethod
    def s(): pass
    @classmethod
    def c(cls): pass
    @functools.cached_property
    def p(self): pass
    @p.setter
    def p(self, v): pass
    class Inner:
        "Inside."
        y = 1
        def m(self): pass
def f():
    class Local(A):
        def m(self): pass`;
    expect(printed(text)).toMatchInlineSnapshot(`
      "A
        @dataclass
        class A of B, m.C[int]
          "Doc."
      A.x = x of A
        x: int
      A.__init__ = __init__ of A
        constructor __init__(self)
      A.run = run of A
        method run(self)
      A.s = s of A
        @staticmethod
        static s()
      A.c = c of A
        @classmethod
        class-method c(cls)
      A.p = p of A
        @functools.cached_property
        getter p(self)
      A.p~2 = p of A
        @p.setter
        setter p(self, v)
      A.Inner = Inner of A
        class Inner
          "Inside."
          y = 1
          method m(self)
      f
        f()
          class Local of A
            method m(self)"
    `);
  });
});

describe('units', () => {
  it('of a whole file', () => {
    expect(printed(sample)).toMatchInlineSnapshot(`
      "(expression) = unnamed
        "Answers questions about orders."
      (import) = unnamed
        import "__future__" annotations
      (import)~2 = unnamed
        import "asyncio" module "asyncio" as asyncio
      (import)~3 = unnamed
        import "anthropic" module "anthropic" as anthropic
      (import)~4 = unnamed
        import ".prompts" SYSTEM as BASE, TOOLS
      (import)~5 = unnamed
        import "typing" TYPE_CHECKING
      (if) = unnamed
        if TYPE_CHECKING
          import "anthropic.types" Message
      client
        client = anthropic.Anthropic(max_retries=3)
        # alone: id=main
        # behind: ignore LI401 -- the prefix is short
      MODEL
        MODEL = "claude-sonnet-4-5"
      PROMPT
        PROMPT = \`You are a clerk 🧾 of \${(format BASE)}.\\nAnswer in {json}. Today is \${(format today())}.\\n\`
      Agent
        @dataclass
        class Agent of Base
          "Keeps the talk."
      Agent.model = model of Agent
        model: str = MODEL
      Agent.limit = limit of Agent
        limit = 8
      Agent.__init__ = __init__ of Agent
        constructor __init__(self, name: (str or null), named tools: list[Tool] = TOOLS): null
          (self.name, self.tools) = (name, tools)
          self.messages = []
      Agent.last = last of Agent
        @property
        getter last(self)
          return self.messages[(negate 1)]
      Agent.run = run of Agent
        method async run(self, question: str): str
          self.messages.append({role: "user", content: question})
          while true
            reply = await client.messages.create(model=self.model, max_tokens=1000, system=[{type: "text", text: PROMPT}], messages=self.messages[(negate 10):], tools=self.tools)
            if (!= reply.stop_reason "tool_use")
              return "".join(generator(block.text for block in reply.content if (== block.type "text")))
            each (i, block) in enumerate(reply.content)
              self.messages += [await call(block)]
        # alone: id=agent
        # behind: ignore LI301
      Agent.Config = Config of Agent
        class Config
          frozen = true
      ask
        ask(question, retries = 3, *rest, **options)
          each attempt in range(retries)
            try
              return Agent("x").run(question, **options)
            catch (ValueError, anthropic.APIError) as error
              print(\`attempt=\${(format attempt)} \${error}\`)
          otherwise
            throw RuntimeError(\`no answer\`)
      (switch) = unnamed
        switch ask("🙂")
          case ("yes" or "no")
          case (<pattern> and (> len(other) 3))
            print(other)
      x
        x = 1
      y
        y = (a, b) => {return (a or b)}
      (if)~2 = unnamed
        if (== __name__ "__main__")
          asyncio.run(main())
      (comment) = unnamed
        nothing
        # alone: the end"
    `);
  });

  it('keep what they are numbered by', () => {
    const ids = moduleOf('def f(): pass\nfor x in y: pass\ndef f(): pass\nfor x in y: pass\nf()').units.map(({ id }) => id);
    expect(ids).toEqual(['f', '(loop)', 'f~2', '(loop)~2', '(expression)']);
  });

  it('have the comments that speak to us', () => {
    const text = `# lineitem: id=a
# other

# lineitem: id=b
x = f(  # lineitem: c
    1,
)  # lineitem: d
class A:  # lineitem: e
    # lineitem: f
    def m(self): pass  # lineitem: g
    # lineitem: h
# lineitem:i`;
    expect(printed(text)).toMatchInlineSnapshot(`
      "x
        x = f(1)
        # alone: id=a
        # alone: id=b
        # behind: c
        # behind: d
      A
        class A
        # behind: e
      A.m = m of A
        method m(self)
        # alone: f
        # behind: g
      A.(comment) = unnamed of A
        nothing
        # alone: h
      (comment) = unnamed
        nothing
        # alone: i"
    `);
  });
});
