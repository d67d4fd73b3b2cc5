/**
 * Writes dist/assets/prices.json: the catalogue of `@pydantic/genai-prices` (MIT), in integers of picodollars a token,
 * checked by the same schema that the core checks it with.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { Catalogue } from '../server/core/prices/catalogue.ts';
import { catalogueFrom, readCatalogueSource } from '../server/core/prices/catalogue-source.ts';
import { readFirstLiteral } from '../server/core/prices/read-literal.ts';

/** The one version whose data was read against this code, and the day its package was published. */
const expected = { package: '@pydantic/genai-prices', version: '0.1.8', date: '2026-09-23' };

export async function buildPrices(root: string): Promise<Catalogue> {
  const folder = resolve(root, 'node_modules', expected.package);
  const manifest = z
    .object({ version: z.string(), license: z.string() })
    .parse(JSON.parse(readFileSync(resolve(folder, 'package.json'), 'utf8')));
  if (manifest.version !== expected.version) {
    throw new Error(
      `${expected.package} is ${manifest.version}; this script knows ${expected.version}. Read its data again, then change "expected".`,
    );
  }
  const source = readCatalogueSource(readFirstLiteral(readFileSync(resolve(folder, 'dist/index.js'), 'utf8')));
  return catalogueFrom(source, {
    version: manifest.version,
    date: expected.date,
    sha256: createHash('sha256').update(JSON.stringify(source)).digest('hex'),
    license: `${manifest.license}, Copyright (c) Pydantic Services Inc.`,
  });
}

export async function writePrices(root: string, file = resolve(root, 'dist/assets/prices.json')): Promise<Catalogue> {
  const catalogue = await buildPrices(root);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(catalogue));
  return catalogue;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const catalogue = await writePrices(resolve(import.meta.dirname, '..'));
  const models = catalogue.providers.reduce((sum, provider) => sum + provider.models.length, 0);
  console.log(
    `prices.json: ${catalogue.name} ${catalogue.version} (${catalogue.date}), ${catalogue.providers.length} providers, ${models} models`,
  );
}
