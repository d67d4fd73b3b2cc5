import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readConfig } from '../../server/core/config/read.ts';
import { configSchema } from '../../server/core/config/schema.ts';

const page = readFileSync(path.join(import.meta.dirname, '../../docs/configuration.md'), 'utf8');
const blocks = [...page.matchAll(/^```jsonc\n(.*?)^```$/gms)].map(([, text = '']) => text);

it('the page on settings shows settings that hold', () => {
  expect(blocks.flatMap((text) => readConfig('lineitem.json', text).problems)).toEqual([]);
});

it('the page on settings names every setting', () => {
  for (const key of Object.keys(configSchema.shape).filter((one) => one !== '$schema')) expect(page).toContain(`"${key}"`);
});
