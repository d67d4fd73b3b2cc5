// Writes the published JSON Schemas from the zod schemas. `--check` fails where a file is stale and writes nothing.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { configSchema } from '../server/core/config/schema.ts';
import { usageFileSchema } from '../server/core/usage/usage-schema.ts';
import { machineOutputSchema } from '../server/reports/machine-output.ts';

const root = path.join(import.meta.dirname, '..');

/** The text of each generated file, by its path from the root. */
export function generatedSchemas(): ReadonlyMap<string, string> {
  const machineOutput = z.toJSONSchema(machineOutputSchema, { target: 'draft-2020-12', reused: 'ref' });
  const title = { title: 'What `lineitem check` and `lineitem bill` print with `--format json`' };
  return new Map([
    ['docs/machine-output.schema.json', `${JSON.stringify({ ...machineOutput, ...title }, null, 2)}\n`],
    ['docs/lineitem.schema.json', `${JSON.stringify(settingsFile(configSchema, 'Settings of Lineitem: `lineitem.json`'), null, 2)}\n`],
    [
      'docs/lineitem.usage.schema.json',
      `${JSON.stringify(settingsFile(usageFileSchema, 'What only production knows: `lineitem.usage.json`'), null, 2)}\n`,
    ],
  ]);
}

/** A file that people write: editors know draft 7 best, and are told that comments and trailing commas are fine. */
function settingsFile(schema: z.ZodType, title: string): object {
  const made = z.toJSONSchema(schema, { target: 'draft-7', reused: 'inline', io: 'input' });
  return { ...made, title, allowComments: true, allowTrailingCommas: true };
}

if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === import.meta.filename) {
  const stale = [...generatedSchemas()].filter(
    ([file, text]) => !existsSync(path.join(root, file)) || readFileSync(path.join(root, file), 'utf8') !== text,
  );
  if (process.argv.includes('--check')) {
    for (const [file] of stale) console.error(`${file} is stale: run npm run generate`);
    process.exitCode = stale.length > 0 ? 1 : 0;
  } else for (const [file, text] of stale) writeFileSync(path.join(root, file), text);
}
