import { describe, expect, it } from 'vitest';
import { apply, placeOf, sourceOf, type Written } from './source.ts';

function bound(text: string, language: Written): string | null {
  const source = sourceOf(text, language);
  return apply(source, [{ verb: 'bound-loop', loop: placeOf(source, 'loop', (loop) => loop.keyword), limit: 10 }]);
}

describe('bound-loop in Python', () => {
  const bounded = (text: string): string | null => bound(text, 'python');

  it('counts an endless loop', () => {
    expect(bounded('while True:\n    step()\n')).toBe('for _ in range(10):\n    step()\n');
    expect(bounded('while (1):  # forever\n    step()\n')).toBe('for _ in range(10):  # forever\n    step()\n');
  });
  it('takes another name where the underscore is taken', () => {
    expect(bounded('while True:\n    print(_("next"))\n')).toBe('for step in range(10):\n    print(_("next"))\n');
  });
  it('adds a counter to a test', () => {
    expect(bounded('def run():\n    while response.stop_reason == "tool_use":\n        continue\n')).toBe(
      'def run():\n    step = 0\n    while step < 10 and response.stop_reason == "tool_use":\n        step += 1\n        continue\n',
    );
  });
  it('keeps the meaning of a loose test', () => {
    expect(bounded('while a or b:\n    go()\n')).toBe('step = 0\nwhile step < 10 and (a or b):\n    step += 1\n    go()\n');
    expect(bounded('while (a or b):\n    go()\n')).toContain('while (step < 10 and (a or b)):');
    expect(bounded('while (line := read()):\n    go()\n')).toContain('while (step < 10 and (line := read())):');
  });
  it('counts in a body on the same line', () => {
    expect(bounded('while not done: step = go()\n')).toBe('steps = 0\nwhile steps < 10 and not done: steps += 1; step = go()\n');
  });
  it('stays ahead of comments in the body and keeps line endings', () => {
    expect(bounded('while not done:  # a: b\r\n    # first\r\n    go()\r\n')).toBe(
      'step = 0\r\nwhile step < 10 and not done:  # a: b\r\n    step += 1\r\n    # first\r\n    go()\r\n',
    );
  });
  it('gives an endless counter an end', () => {
    expect(bounded('for turn in itertools.count():\n    go(turn)\n')).toBe('for turn in range(10):\n    go(turn)\n');
    expect(bounded('for turn in turns():\n    go(turn)\n')).toBe(null);
  });
});

describe('bound-loop in TypeScript', () => {
  const bounded = (text: string): string | null => bound(text, 'typescript');

  it('counts an endless loop', () => {
    expect(bounded('while (true) {\n  await go();\n}\n')).toBe('for (let step = 0; step < 10; step++) {\n  await go();\n}\n');
    expect(bounded('for (;;) {\n  await go();\n}\n')).toBe('for (let step = 0; step < 10; step++) {\n  await go();\n}\n');
  });
  it('joins a test', () => {
    expect(bounded('while (reply.tools.length > 0) go();\n')).toBe(
      'for (let step = 0; step < 10 && reply.tools.length > 0; step++) go();\n',
    );
    expect(bounded('while (a || b) go();\n')).toBe('for (let step = 0; step < 10 && (a || b); step++) go();\n');
    expect(bounded('while ((a) || (b /* ) */)) { go(); }\n')).toContain('step++) { go(); }');
    expect(bounded('while (((next = read()) !== null)) { go(); }\n')).toContain('step++) { go(); }');
  });
  it('takes a name that is free', () => {
    expect(bounded('while (true) { step(); }\n')).toBe('for (let attempt = 0; attempt < 10; attempt++) { step(); }\n');
  });
  it('counts in the test of a do loop, where continue arrives too', () => {
    expect(bounded('async function run() {\n  do {\n    if (skip()) continue;\n    go();\n  } while (more());\n}\n')).toBe(
      'async function run() {\n  let step = 0;\n  do {\n    if (skip()) continue;\n    go();\n  } while (++step < 10 && more());\n}\n',
    );
    expect(bounded('if (x)\n  do { go(); } while (true);\n')).toBe(null);
  });
});
