import { describe, expect, it } from 'vitest';
import { renderEdits } from '../../server/core/edits/render-edits.ts';
import type { EditVerb } from '../../server/core/edits/verbs.ts';
import { apply, placeOf, sourceOf, type Written } from './source.ts';

function move(text: string, language: Written, name: string): string | null {
  const source = sourceOf(text, language);
  const at = placeOf(source, 'name', (node) => (node.name === name ? node.span : null));
  return apply(source, [{ verb: 'move-to-end', at }]);
}

describe('move-to-end', () => {
  it('moves a line of a long text', () => {
    expect(move('system = f"""Now: {now}\nYou are kind.\nAnswer."""\n', 'python', 'now')).toBe(
      'system = f"""You are kind.\nAnswer.\nNow: {now}"""\n',
    );
    expect(move(`const system = \`You are kind.\nNow: \${now}\nAnswer.\n\`;\n`, 'typescript', 'now')).toBe(
      `const system = \`You are kind.\nAnswer.\nNow: \${now}\n\`;\n`,
    );
  });
  it('moves a sentence of a short text', () => {
    expect(move('system = f"Hello. It is {now:%H:%M}. Be kind."\n', 'python', 'now')).toBe(
      'system = f"Hello. Be kind. It is {now:%H:%M}."\n',
    );
    expect(move('system = f"It is {now}.\\n\\nBe kind."\n', 'python', 'now')).toBe('system = f"Be kind.\\nIt is {now}."\n');
  });
  it('does nothing where it stands last', () => {
    expect(move('system = f"Be kind. It is {now}."\n', 'python', 'now')).toBe(null);
  });
});

describe('remove', () => {
  const remove = (text: string, verb: (source: ReturnType<typeof sourceOf>) => EditVerb): string | null => {
    const source = sourceOf(text, 'python');
    return apply(source, [verb(source)]);
  };
  const item =
    (name: string) =>
    (source: ReturnType<typeof sourceOf>): EditVerb => ({
      verb: 'remove',
      at: placeOf(source, 'name', (node) => (node.name === name ? node.span : null)),
    });

  it('takes the comma along', () => {
    expect(remove('go(a, b, c)\n', item('a'))).toBe('go(b, c)\n');
    expect(remove('go(a, b, c)\n', item('c'))).toBe('go(a, b)\n');
  });
  it('takes a whole line', () => {
    expect(remove('go(\n    a,\n    b,\n)\n', item('a'))).toBe('go(\n    b,\n)\n');
  });
  it('takes a comment with the blanks before it', () => {
    const source = sourceOf('go(a)  # lineitem: ignore LI201\nstop()\n', 'python');
    const unit = source.module.units.find((one) => one.comments.length > 0);
    const at = { file: 'agent.py', unit: unit?.id ?? '', span: unit?.comments[0]?.span ?? { start: 0, end: 0 } };
    expect(apply(source, [{ verb: 'remove', at }])).toBe('go(a)\nstop()\n');
  });
});

describe('lines and comments', () => {
  it('inserts a line with the indentation of the next', () => {
    const source = sourceOf('def run():\r\n    go()\r\n', 'python');
    const at = placeOf(source, 'call', (call) => call.span);
    expect(apply(source, [{ verb: 'insert-line-before', at, line: '# lineitem: ignore LI201' }])).toBe(
      'def run():\r\n    # lineitem: ignore LI201\r\n    go()\r\n',
    );
  });
  it('appends a comment in the language of the file', () => {
    const source = sourceOf('go();\n', 'typescript');
    const at = placeOf(source, 'call', (call) => call.span);
    expect(apply(source, [{ verb: 'append-comment', at, comment: 'lineitem: ignore LI201' }])).toBe('go();  // lineitem: ignore LI201\n');
  });
});

describe('renderEdits', () => {
  it('renders all verbs or none', () => {
    const source = sourceOf('go(a)\n', 'python');
    const at = placeOf(source, 'name', (node) => (node.name === 'a' ? node.span : null));
    const gone = { file: 'agent.py', unit: 'gone', span: { start: 0, end: 1 } };
    expect(
      renderEdits(
        [
          { verb: 'replace', at, value: 1 },
          { verb: 'remove', at: gone },
        ],
        () => source,
      ),
    ).toBe(null);
    expect(apply(source, [{ verb: 'replace', at, value: [1, 'two', false, null] }])).toBe('go([1, "two", False, None])\n');
  });
  it('says where a person may type', () => {
    const source = sourceOf('while True:\n    go()\n', 'python');
    const loop = placeOf(source, 'loop', (one) => one.keyword);
    const [edit] = renderEdits([{ verb: 'bound-loop', loop, limit: 10 }], () => source)?.get('agent.py') ?? [];
    expect(edit?.placeholders.map((span) => edit.text.slice(span.start, span.end))).toEqual(['10']);
  });
});

describe('remove-field', () => {
  const remove = (text: string, language: Written, name: string): string | null => {
    const source = sourceOf(text, language);
    const fields = placeOf(source, language === 'python' ? 'call' : 'record', (node) =>
      'argumentsSpan' in node ? node.argumentsSpan : node.span,
    );
    return apply(source, [{ verb: 'remove-field', fields, form: language === 'python' ? 'arguments' : 'record', name }]);
  };

  it('takes name, value and comma', () => {
    expect(remove('ask(model="m", n=3, stop=None)\n', 'python', 'n')).toBe('ask(model="m", stop=None)\n');
    expect(remove('ask(model="m", n=3)\n', 'python', 'n')).toBe('ask(model="m")\n');
    expect(remove("const a = { model: 'm', n: 3, stop };\n", 'typescript', 'stop')).toBe("const a = { model: 'm', n: 3 };\n");
  });
  it('takes a whole line, also of a value on several lines', () => {
    expect(remove('ask(\n    model="m",\n    mark={\n        "a": 1,\n    },\n    n=3,\n)\n', 'python', 'mark')).toBe(
      'ask(\n    model="m",\n    n=3,\n)\n',
    );
  });
  it('does not apply where the field does not stand there', () => {
    expect(remove('ask(model="m", **rest)\n', 'python', 'n')).toBe(null);
  });
});

describe('rename-field', () => {
  const rename = (text: string, language: Written, name: string, to: string): string | null => {
    const source = sourceOf(text, language);
    const fields = placeOf(source, language === 'python' ? 'call' : 'record', (node) =>
      'argumentsSpan' in node ? node.argumentsSpan : node.span,
    );
    return apply(source, [{ verb: 'rename-field', fields, form: language === 'python' ? 'arguments' : 'record', name, to }]);
  };

  it('changes the name and nothing else', () => {
    expect(rename('ask(n = 3, model=n)\n', 'python', 'n', 'count')).toBe('ask(count = 3, model=n)\n');
    expect(rename("const a = { 'most': most };\n", 'typescript', 'most', 'limit')).toBe("const a = { 'limit': most };\n");
    expect(rename('const a = { most };\n', 'typescript', 'most', 'limit')).toBe('const a = { limit: most };\n');
  });
  it('does not apply where the other name is taken', () => {
    expect(rename('ask(n=3, count=4)\n', 'python', 'n', 'count')).toBe(null);
  });
});

describe('move-to-block', () => {
  const move = (text: string, language: Written, name: string): string | null => {
    const source = sourceOf(text, language);
    const at = placeOf(source, 'name', (node) => (node.name === name ? node.span : null));
    const block = placeOf(source, 'record', (node) => node.span);
    return apply(source, [{ verb: 'move-to-block', at, block }]);
  };

  it('gives a line a block of its own behind', () => {
    expect(
      move('system = [\n    {\n        "type": "text",\n        "text": f"""Now: {now}\nBe kind.""",\n    }\n]\n', 'python', 'now'),
    ).toBe(
      'system = [\n    {\n        "type": "text",\n        "text": f"""Be kind.""",\n    },\n    {"type": "text", "text": f"Now: {now}"}\n]\n',
    );
    expect(move(`const system = [\n  { type: 'text', text: \`Now: \${now}\\nBe kind.\` },\n];\n`, 'typescript', 'now')).toBe(
      `const system = [\n  { type: 'text', text: \`Be kind.\` },\n  { type: 'text', text: \`Now: \${now}\` },\n];\n`,
    );
    expect(move('system = [{"text": f"Be kind. It is {now}."}]\n', 'python', 'now')).toBe(
      'system = [{"text": f"Be kind. "}, {"type": "text", "text": f"It is {now}."}]\n',
    );
  });
  it('leaves no empty text behind', () => {
    expect(move('system = [{"text": f"It is {now}."}]\n', 'python', 'now')).toBe(null);
  });
});

describe('replace-text', () => {
  const inLiteral = (text: string, language: Written, find: string, replacement: string): string | null => {
    const source = sourceOf(text, language);
    const at = placeOf(source, 'text', (node) => node.span);
    return apply(source, [{ verb: 'replace-text', at, find, text: replacement }]);
  };

  it('replaces the last one in a literal', () => {
    expect(inLiteral('x = """a b a b"""\n', 'python', 'a b', 'c')).toBe('x = """a b c"""\n');
    expect(inLiteral('const x = `a\n b`;\n', 'typescript', 'a\n b', 'a\nb')).toBe('const x = `a\nb`;\n');
  });
  it('does nothing where the source spells it otherwise', () => {
    expect(inLiteral('x = "a\\nb"\n', 'python', 'a\nb', 'c')).toBe(null);
  });
});

describe('cut-arguments', () => {
  const cut = (text: string, language: Written, keep: number): string | null => {
    const source = sourceOf(text, language);
    return apply(source, [{ verb: 'cut-arguments', call: placeOf(source, 'call', (node) => node.span), keep }]);
  };

  it('takes the last arguments away, and a null that would be left at the end', () => {
    expect(cut('x = JSON.stringify(a, null, 2);\n', 'typescript', 2)).toBe('x = JSON.stringify(a);\n');
    expect(cut('x = JSON.stringify(a, keys, 2);\n', 'typescript', 2)).toBe('x = JSON.stringify(a, keys);\n');
    expect(cut('x = JSON.stringify(a);\n', 'typescript', 2)).toBe(null);
  });
});
