import fc from 'fast-check';
import { it } from 'vitest';
import { readPromptFile } from '../../../server/core/languages/prompt/read.ts';
import { expectLawful } from './law.ts';

const files = [
  'a.prompty',
  'a.prompt',
  'a.prompt.md',
  'a.prompt.yml',
  'CLAUDE.md',
  '.claude/commands/a.md',
  '.claude/rules/a.md',
  '.cursor/rules/a.mdc',
  '.gemini/commands/a.toml',
  'prompts/a.txt',
  'prompts/a.yaml',
  'prompts/a.md.j2',
  'promptfooconfig.yaml',
  'skprompt.txt',
  'a.poml',
  'a.baml',
];
const scraps = [
  ...['{{', '}}', '{', '}', '{%', '%}', '{#', '#}', '{{{', '}}}', '{{#if x}}', '{{/if}}', '{{else}}', '{{> p}}', '{{!-- ', '--}}', '\\{{'],
  ...[
    '{% for a in b %}',
    '{% endfor %}',
    '{% raw %}',
    '{% endraw %}',
    '{%- if a -%}',
    '{{~a~}}',
    '{{ _.role("user") }}',
    '{{role "system"}}',
  ],
  ...['system:\n', '# user:\n', '<message role="user">', '</message>', '<p for="a in b">', '</p>', '<let src="x"/>', '<!--', '-->'],
  ...[
    '---\n',
    '---\r\n',
    'model: gpt-4o\n',
    'model: {id: a}\n',
    'messages:\n',
    '  - role: user\n',
    '    content: |\n',
    '      text {{x}}\n',
  ],
  ...['prompts:\n', '- "a\\n{{b}}"\n', "- 'it''s'\n", '&a [*a, *b]\n', '<<: *a\n', '? [a]\n: b\n', 'template: "{x}"\n', '_type: prompt\n'],
  ...[
    'prompt = """\n',
    '"""',
    'function F(',
    'prompt #"\n',
    '"#',
    'client<llm> A {',
    'model "x"',
    '\n}\n',
    '${file}',
    '$1',
    '!`x`',
    '@a.md',
    '](b.md)',
  ],
  ...['\n', '\r\n', '\r', ' ', '\t', '\ufeff', '😀', '\ud800', '\u0000', 'é', 'You are', '`', '```\n', '"', "'"],
];
const texts = fc.array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...scraps) }, fc.string({ maxLength: 8 })), { maxLength: 40 });

it('reads anything without a fault, and every place is lawful', () => {
  fc.assert(
    fc.property(fc.constantFrom(...files), texts, (file, parts) => {
      const text = parts.join('').replace(/^\ufeff+/, '');
      const reading = readPromptFile({ file, text });
      if (reading) expectLawful(reading, text);
    }),
    { numRuns: 4000 },
  );
});
