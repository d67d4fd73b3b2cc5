import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = path.join(import.meta.dirname, '../..');
const json = (file: string): unknown => JSON.parse(readFileSync(path.join(root, file), 'utf8'));

interface Rule {
  readonly include?: string | undefined;
  readonly match?: string | undefined;
  readonly begin?: string | undefined;
  readonly end?: string | undefined;
  readonly patterns?: readonly Rule[] | undefined;
}
const rule: z.ZodType<Rule> = z.lazy(() =>
  z.looseObject({
    include: z.string().optional(),
    match: z.string().optional(),
    begin: z.string().optional(),
    end: z.string().optional(),
    patterns: z.array(rule).optional(),
  }),
);
const grammarSchema = z.looseObject({
  scopeName: z.string(),
  patterns: z.array(rule),
  injectionSelector: z.string().optional(),
  injections: z.record(z.string(), rule).optional(),
  repository: z.record(z.string(), rule),
});
const manifest = z
  .looseObject({
    contributes: z.looseObject({
      languages: z.array(
        z.looseObject({ id: z.string(), extensions: z.array(z.string()).optional(), configuration: z.string().optional() }),
      ),
      grammars: z.array(
        z.looseObject({
          scopeName: z.string(),
          path: z.string(),
          language: z.string().optional(),
          injectTo: z.array(z.string()).optional(),
        }),
      ),
    }),
  })
  .parse(json('package.json')).contributes;

const grammars = readdirSync(path.join(root, 'syntaxes'))
  .filter((name) => name.endsWith('.tmLanguage.json'))
  .map((name) => ({ name, grammar: grammarSchema.parse(json(`syntaxes/${name}`)) }));
const named = (part: string) => grammars.find(({ name }) => name.includes(part))?.grammar ?? grammarSchema.parse({});

const below = (one: Rule): readonly Rule[] => [one, ...(one.patterns ?? []).flatMap(below)];
const rulesOf = (grammar: z.infer<typeof grammarSchema>): readonly Rule[] =>
  [...grammar.patterns, ...Object.values(grammar.injections ?? {}), ...Object.values(grammar.repository)].flatMap(below);

/** The expressions keep to what Oniguruma and JavaScript both have, apart from the start of the text. */
const asJavaScript = (source: string): RegExp => new RegExp(source.replaceAll('\\A', '^'));

describe.each(grammars)('$name', ({ name, grammar }) => {
  it('is contributed under its own scope', () => {
    const entries = manifest.grammars.filter((entry) => entry.path === `./syntaxes/${name}`);
    expect(entries.length).toBeGreaterThan(0);
    for (const entry of entries) expect(entry.scopeName).toBe(grammar.scopeName);
  });

  it('has expressions that compile and includes that lead somewhere', () => {
    for (const one of rulesOf(grammar)) {
      for (const source of [one.match, one.begin, one.end]) if (source !== undefined) asJavaScript(source);
      if (one.begin !== undefined) expect(one.end).toBeDefined();
      if (one.include?.startsWith('#')) expect(Object.keys(grammar.repository)).toContain(one.include.slice(1));
      else if (one.include !== undefined) expect(['source.yaml', 'text.html.markdown']).toContain(one.include);
    }
  });

  it('never matches nothing', () => {
    for (const { match } of rulesOf(grammar)) if (match !== undefined) expect(asJavaScript(match).test('')).toBe(false);
  });
});

const matchIn = (grammar: z.infer<typeof grammarSchema>, part: string, line: string): string | null => {
  for (const { match } of below(grammar.repository[part] ?? {})) {
    const found = match === undefined ? null : asJavaScript(match).exec(line);
    if (found) return found[0];
  }
  return null;
};

describe('role marks', () => {
  it.each([
    'system:',
    '  user:',
    '# Assistant:',
    'user[name="Ann"]:',
    '{{role "model"}}',
    "{{~ role 'user' ~}}",
    '<message role="system">',
    '</message>',
  ])('in a prompt file: %s', (line) => expect(matchIn(named('lineitem-prompt'), 'role-mark', line)).toBe(line));

  it.each(['The system: it works', 'user: hello', '{{ roles }}', '<message>', 'systems:'])('prose stays prose: %s', (line) => {
    expect(matchIn(named('lineitem-prompt'), 'role-mark', line)).toBeNull();
  });
});

describe('holes in strings of code', () => {
  it.each(['{{name}}', '{{ user.name }}', '{{{raw}}}', '{{#if x}}', '{{/if}}', '{{> part}}', '{{$x}}', '{{.Date}}', '{{~x~}}'])(
    '%s',
    (hole) => {
      expect(matchIn(named('holes'), 'hole', `before ${hole} after`)).toBe(hole);
    },
  );

  it.each(['{"a": {"b": 1}}', '{{"a": 1}}', '{}', '{{}}', '{x}', 'a {{ b', 'style={{ color: "red" }}'])('not %s', (text) => {
    expect(matchIn(named('holes'), 'hole', text)).toBeNull();
  });

  it('have no rule that could run past the end of its string', () => {
    for (const one of rulesOf(named('holes'))) expect(one.begin).toBeUndefined();
  });

  it('stand in strings only', () => {
    for (const selector of named('holes').injectionSelector?.split(', ') ?? [])
      expect(selector).toMatch(/^L:(?:source\.\w+ string|text\.html\.markdown\.prompt)/);
  });
});

describe('contributed languages', () => {
  it('leave to VS Code what is its own', () => {
    const taken = ['prompt', 'instructions', 'chatagent', 'skill', 'markdown', 'handlebars'];
    for (const { id, extensions } of manifest.languages) {
      expect(taken).not.toContain(id);
      expect(extensions ?? []).not.toContain('.prompt.md');
    }
  });

  it('have their configuration', () => {
    for (const { configuration } of manifest.languages)
      if (configuration !== undefined) expect(json(configuration)).toHaveProperty('brackets');
  });
});
