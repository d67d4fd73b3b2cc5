// Writes a new rule with its page and first fixtures: `npm run new-rule -- LI305 nested-fan-out`.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { rules } from '../server/core/rules/index.ts';

const root = path.join(import.meta.dirname, '..');
const families = { '1': 'input', '2': 'output', '3': 'loops', '4': 'cache', '5': 'price' } as const;

const [code = '', name = ''] = process.argv.slice(2);
const problem = problemWith(code, name);
if (problem === null) {
  write();
} else {
  console.error(problem);
  process.exitCode = 2;
}

function problemWith(code: string, name: string): string | null {
  if (!/^LI[1-5]\d\d$/.test(code) || !/^[a-z]+(-[a-z]+)+$/.test(name)) return 'Usage: npm run new-rule -- LI305 nested-fan-out';
  const known: readonly { readonly code: string; readonly name: string }[] = rules;
  const taken = known.find((rule) => rule.code === code || rule.name === name);
  return taken === undefined ? null : `${taken.code} is ${taken.name} already. A number is never used again.`;
}

function write(): void {
  const variable = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  create(`server/core/rules/${name}.ts`, ruleFile(variable));
  create(`docs/rules/${name}.md`, pageFile());
  create(`test/rules/${name}/costs.py`, '');
  create(`test/rules/${name}/silent.py`, '');
  create(`test/rules/${name}/costs.ts`, '');
  create(`test/rules/${name}/silent.ts`, '');
  register(variable);
  console.log('Next: write the page and the fixtures, then the rule, then `npm run generate`.');
}

function create(file: string, content: string): void {
  const target = path.join(root, file);
  if (existsSync(target)) return;
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, content);
  console.log(file);
}

/** Puts the rule where its number belongs. */
function register(variable: string): void {
  const file = path.join(root, 'server/core/rules/index.ts');
  const lines = readFileSync(file, 'utf8').split('\n');
  const importAt = lines.findIndex((line) => line.startsWith('import') && line.includes("from './") && line > `import { ${variable} }`);
  lines.splice(Math.max(0, importAt), 0, `import { ${variable} } from './${name}.ts';`);
  const listed = lines.flatMap((line, index) => {
    const number = /\/\/ (LI\d+)$/.exec(line)?.[1];
    return number === undefined ? [] : [{ number, index }];
  });
  const before = listed.findLast((one) => one.number < code);
  const at = before === undefined ? (listed[0]?.index ?? lines.length) : before.index + 1;
  lines.splice(at, 0, `  ${variable}, // ${code}`);
  writeFileSync(file, lines.join('\n'));
}

function ruleFile(variable: string): string {
  return `import { isReported } from './facts/repetition.ts';
import { defineRule } from './rule.ts';

export const ${variable} = defineRule({
  code: '${code}',
  name: '${name}',
  family: '${families[code.charAt(2) as keyof typeof families]}',
  severity: 'warning',
  on: 'call',
  summary: '',
  isPreview: true,

  *check(item) {
    if (!isReported(item)) return;
    yield {
      at: item.call.place,
      what: '',
      costs: null,
      instead: '',
      call: item.call.id,
      saving: null,
      related: [],
      fixes: [],
    };
  },
});
`;
}

function pageFile(): string {
  const sections = ['What it finds', 'Why it costs', 'Costs', 'Instead', 'When not to use it', 'Known misses'];
  return `# ${name} (${code})\n\n${sections.map((section) => `## ${section}\n`).join('\n')}`;
}
