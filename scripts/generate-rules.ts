// Writes the table of rules in docs/rules/README.md; `--check` fails where it is stale, and writes nothing.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { rules } from '../server/core/rules/index.ts';

const file = path.join(import.meta.dirname, '../docs/rules/README.md');
const written = page();

if (!process.argv.includes('--check')) {
  writeFileSync(file, written);
} else if (readOrEmpty(file) !== written) {
  console.error('docs/rules/README.md is stale: npm run generate');
  process.exitCode = 1;
}

function page(): string {
  const rows = rules.map(({ code, name, severity, isPreview, summary }) => {
    const cells = [code, `[${name}](${name}.md)`, `${severity}${isPreview ? ' (preview)' : ''}`, summary];
    return `| ${cells.join(' | ')} |`;
  });
  return `# Rules

A rule reports waste, never the fact that something costs money. Every page says what the rule finds, why that costs, what
to write instead, when not to use it and what it is known to miss.

| code | name | severity | reports |
| --- | --- | --- | --- |
${rows.join('\n')}

To leave a finding as it is, say so where it stands, with the reason:

\`\`\`python
reply = client.responses.create(model="gpt-5.4", input=topic)  # lineitem: ignore LI201 -- essays may be long
\`\`\`

Behind code, the comment covers that statement; alone on a line, the next statement, whole. Comments that ignore nothing
are reported by [unused-suppression](unused-suppression.md).
`;
}

function readOrEmpty(name: string): string {
  try {
    return readFileSync(name, 'utf8');
  } catch {
    return '';
  }
}
