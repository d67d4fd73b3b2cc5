import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderEdits } from '../../server/core/edits/render-edits.ts';
import type { EditVerb } from '../../server/core/edits/verbs.ts';
import { applyEdits } from '../../server/core/text/span.ts';
import { apply, fileOf, placeOf, sourceOf, type Written } from './source.ts';

const values: Readonly<Record<Written, readonly string[]>> = {
  python: ['"m"', 'model', '[\n    1,\n    2,\n]', '(a or b)', '{"role": "user"}', 'f"a {b}"', 'None'],
  typescript: ["'m'", 'model', '[\n  1,\n  2,\n]', '(a || b)', "{ role: 'user' }", `\`a \${b}\``, 'null'],
};

/** A call as people lay it out: on one line or one field a line, with or without a last comma, comments and a spread. */
const calls = fc.record({
  language: fc.constantFrom<Written>('python', 'typescript'),
  fields: fc.uniqueArray(fc.record({ name: fc.constantFrom('model', 'messages', 'limit', 'tools'), value: fc.nat(6) }), {
    selector: (field) => field.name,
  }),
  isOnLines: fc.boolean(),
  hasTrailingComma: fc.boolean(),
  hasComments: fc.boolean(),
  hasSpread: fc.boolean(),
  lineEnding: fc.constantFrom('\n', '\r\n'),
  value: fc.integer({ min: 1, max: 99 }),
});

type Call = typeof calls extends fc.Arbitrary<infer One> ? One : never;

function write(call: Call): string {
  const isPython = call.language === 'python';
  const fields = call.fields.map(({ name, value }) => `${name}${isPython ? '=' : ': '}${values[call.language][value] ?? ''}`);
  if (call.hasSpread) fields.push(isPython ? '**rest' : '...rest');
  const [open, close] = isPython ? ['(', ')'] : ['({', '})'];
  const comment = call.hasComments && call.isOnLines ? (isPython ? '  # as is, (so)' : ' // as is, (so)') : '';
  const lines = fields.map((field, index) => `    ${field}${index < fields.length - 1 || call.hasTrailingComma ? ',' : ''}${comment}\n`);
  const inside = call.isOnLines && fields.length > 0 ? `\n${lines.join('')}` : fields.join(', ');
  return `go${open}${inside}${close}\nlast = 1\n`.replaceAll('\n', call.lineEnding);
}

function verbFor(call: Call, text: string): EditVerb {
  const source = sourceOf(text, call.language);
  const fields = placeOf(source, 'call', (one) => (call.language === 'python' ? one.argumentsSpan : (one.arguments[0]?.span ?? null)));
  return { verb: 'set-field', fields, form: call.language === 'python' ? 'arguments' : 'record', name: 'limit', value: call.value };
}

describe('set-field', () => {
  it('leaves a program that parses and says the same twice, with the line endings that it had', () => {
    fc.assert(
      fc.property(calls, (call) => {
        const text = write(call);
        const source = sourceOf(text, call.language);
        expect(source.module.hasErrors).toBe(false);
        const once = apply(source, [verbFor(call, text)]);
        if (once === null) throw new Error('It does not apply.');
        const after = sourceOf(once, call.language);
        expect(after.module.hasErrors).toBe(false);
        expect(limitIn(once, call.language)).toBe(call.value);
        expect(apply(after, [verbFor(call, once)])).toBe(once);
        expect(once.replaceAll('\r\n', '').includes('\n')).toBe(call.lineEnding === '\n');
      }),
      { numRuns: 300 },
    );
  });

  it('changes only the spans that its edits name', () => {
    fc.assert(
      fc.property(calls, (call) => {
        const text = write(call);
        const edits = renderEdits([verbFor(call, text)], () => sourceOf(text, call.language))?.get(fileOf(call.language)) ?? [];
        const changed = applyEdits(text, edits);
        const removed = edits.reduce((sum, edit) => sum + edit.span.end - edit.span.start, 0);
        const added = edits.reduce((sum, edit) => sum + edit.text.length, 0);
        expect(changed.length).toBe(text.length - removed + added);
        const first = Math.min(text.length, ...edits.map((edit) => edit.span.start));
        const last = Math.max(0, ...edits.map((edit) => edit.span.end));
        expect(changed.startsWith(text.slice(0, first))).toBe(true);
        expect(edits.length === 0 || changed.endsWith(text.slice(last))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

function limitIn(text: string, language: Written): number | null {
  const found = sourceOf(text, language).module.units[0]?.statement;
  const call = found?.kind === 'expression' && found.value.kind === 'call' ? found.value : null;
  if (language === 'python') return numberOf(call?.arguments.find((one) => one.kind === 'named' && one.name === 'limit')?.value);
  const record = call?.arguments[0]?.value;
  const entry = record?.kind === 'record' ? record.entries.find((one) => one.kind === 'entry' && one.key === 'limit') : undefined;
  return numberOf(entry?.value);
}

const numberOf = (value: { readonly kind: string } | undefined): number | null =>
  value !== undefined && 'value' in value && typeof value.value === 'number' ? value.value : null;
