import { describe, expect, it } from 'vitest';
import type { SourceTree } from '../../server/core/edits/verbs.ts';
import { apply, placeOf, sourceOf, type Written } from './source.ts';

function setOn(text: string, language: Written, name: string, value: SourceTree): string | null {
  const source = sourceOf(text, language);
  const fields =
    language === 'python'
      ? placeOf(source, 'call', (call) => call.argumentsSpan)
      : placeOf(source, 'call', (call) => {
          const last = call.arguments.at(-1)?.value;
          return last?.kind === 'record' ? last.span : call.argumentsSpan;
        });
  const form = source.text[(source.module.starts[0] ?? 0) + fields.span.start] === '{' ? 'record' : 'arguments';
  return apply(source, [{ verb: 'set-field', fields, form, name, value }]);
}

const python = (text: string, value: SourceTree = { placeholder: 1024 }): string | null => setOn(text, 'python', 'max_tokens', value);
const typescript = (text: string, value: SourceTree = { placeholder: 1024 }): string | null =>
  setOn(text, 'typescript', 'max_tokens', value);

describe('set-field in Python', () => {
  it('adds behind the last argument of one line', () => {
    expect(python('create(model="m", messages=[])\n')).toBe('create(model="m", messages=[], max_tokens=1024)\n');
  });
  it('adds to empty parentheses', () => {
    expect(python('create()\n')).toBe('create(max_tokens=1024)\n');
    expect(python('create(\n)\n')).toBe('create(max_tokens=1024)\n');
  });
  it('follows lines of their own with a trailing comma', () => {
    expect(python('create(\n    model="m",\n    messages=[\n        {"role": "user"},\n    ],\n)\n')).toBe(
      'create(\n    model="m",\n    messages=[\n        {"role": "user"},\n    ],\n    max_tokens=1024,\n)\n',
    );
  });
  it('follows lines of their own without a trailing comma', () => {
    expect(python('create(\n  model="m",\n  messages=[]\n)\n')).toBe('create(\n  model="m",\n  messages=[],\n  max_tokens=1024\n)\n');
  });
  it('keeps a comment with its argument', () => {
    expect(python('create(\n    model="m",\n    messages=[],  # all of it, (yes)\n)\n')).toBe(
      'create(\n    model="m",\n    messages=[],  # all of it, (yes)\n    max_tokens=1024,\n)\n',
    );
    expect(python('create(\n    model="m",\n    messages=[]  # all, of it\n)\n')).toBe(
      'create(\n    model="m",\n    messages=[],  # all, of it\n    max_tokens=1024\n)\n',
    );
  });
  it('goes behind a spread', () => {
    expect(python('create(model="m", **options)\n')).toBe('create(model="m", **options, max_tokens=1024)\n');
  });
  it('stays outside of parentheses around the last value', () => {
    expect(python('create(("a"))\n')).toBe('create(("a"), max_tokens=1024)\n');
    expect(python('create(model=(a or b))\n')).toBe('create(model=(a or b), max_tokens=1024)\n');
  });
  it('keeps line endings', () => {
    expect(python('create(\r\n    model="m",\r\n)\r\n')).toBe('create(\r\n    model="m",\r\n    max_tokens=1024,\r\n)\r\n');
  });
  it('does not break a generator that stands without parentheses', () => {
    expect(python('create(x for x in xs)\n')).toBe(null);
  });
  it('replaces a value, and changes nothing where it is the same', () => {
    expect(python('create(max_tokens=4, model="m")\n')).toBe('create(max_tokens=1024, model="m")\n');
    expect(python('create(max_tokens=1024, model="m")\n')).toBe('create(max_tokens=1024, model="m")\n');
  });
  it('wraps what stands there into a cache block', () => {
    const block: SourceTree = [
      {
        record: [
          { key: 'type', value: 'text' },
          { key: 'text', value: { current: true } },
          { key: 'cache_control', value: { record: [{ key: 'type', value: 'ephemeral' }] } },
        ],
      },
    ];
    expect(setOn('create(system=SYSTEM, messages=[])\n', 'python', 'system', block)).toBe(
      'create(system=[{"type": "text", "text": SYSTEM, "cache_control": {"type": "ephemeral"}}], messages=[])\n',
    );
    expect(setOn("create(\n    system=f'''You are\n{name}.''',\n)\n", 'python', 'system', block)).toBe(
      "create(\n    system=[\n        {\n            'type': 'text',\n            'text': f'''You are\n{name}.''',\n            'cache_control': {'type': 'ephemeral'},\n        },\n    ],\n)\n".replaceAll(
        /'(type|text|cache_control|ephemeral)'/g,
        '"$1"',
      ),
    );
    expect(setOn('create(messages=[])\n', 'python', 'system', block)).toBe(null);
  });
});

describe('set-field in TypeScript', () => {
  it('adds behind the last property of one line', () => {
    expect(typescript('create({ model, messages: [] });\n')).toBe('create({ model, messages: [], max_tokens: 1024 });\n');
  });
  it('adds to an empty record', () => {
    expect(typescript('create({});\n')).toBe('create({ max_tokens: 1024 });\n');
  });
  it('follows lines of their own', () => {
    expect(typescript('create({\n\tmodel,\n\tmessages: [],\n});\n')).toBe(
      'create({\n\tmodel,\n\tmessages: [],\n\tmax_tokens: 1024,\n});\n',
    );
    expect(typescript('create({\n  model,\n  messages: [] // none\n});\n')).toBe(
      'create({\n  model,\n  messages: [], // none\n  max_tokens: 1024\n});\n',
    );
  });
  it('goes behind a spread', () => {
    expect(typescript('create({ model, ...options });\n')).toBe('create({ model, ...options, max_tokens: 1024 });\n');
  });
  it('replaces a shorthand whole', () => {
    expect(typescript('create({ model, max_tokens });\n')).toBe('create({ model, max_tokens: 1024 });\n');
  });
  it('quotes keys only where they need it, in the quotes of the file', () => {
    const value: SourceTree = {
      record: [
        { key: 'x-trace', value: "it's" },
        { key: 'on', value: true },
        { key: 'off', value: null },
      ],
    };
    expect(typescript("create({ model: 'm', role: 'user' });\n", value)).toBe(
      "create({ model: 'm', role: 'user', max_tokens: { 'x-trace': 'it\\'s', on: true, off: null } });\n",
    );
    expect(typescript('create({ model: "m", role: "user" });\n', value)).toBe(
      'create({ model: "m", role: "user", max_tokens: { "x-trace": "it\'s", on: true, off: null } });\n',
    );
  });
  it('finds the record in a call that has no named arguments', () => {
    const source = sourceOf('create(model, { a: 1 });\n', 'typescript');
    const fields = placeOf(source, 'call', (call) => call.argumentsSpan);
    expect(apply(source, [{ verb: 'set-field', fields, form: 'arguments', name: 'b', value: 2 }])).toBe('create(model, { a: 1, b: 2 });\n');
    const plain = sourceOf('create(options);\n', 'typescript');
    const options = placeOf(plain, 'call', (call) => call.argumentsSpan);
    expect(apply(plain, [{ verb: 'set-field', fields: options, form: 'arguments', name: 'b', value: 2 }])).toBe(null);
  });
});
