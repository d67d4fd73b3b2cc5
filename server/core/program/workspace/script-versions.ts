import { join, parents } from './imports.ts';
import { asText, child, textAtKey } from './plain-data.ts';
import { exactly, overlaps, rangeOf, versionOf } from './version-range.ts';
import type { ReadVersions, Said, VersionSource } from './version-source.ts';

/** JavaScript's manifest, with the lock file that stands beside it or above, and Deno's import map. */
export const scriptVersions: readonly VersionSource[] = [
  {
    file: 'package.json',
    says(read, path, name) {
      const range = rangeIn(read.data(path), name);
      if (range === null) return null;
      const folder = parents(path)[0] ?? '';
      for (const above of [folder, ...parents(`${folder}/`)]) {
        const locked = lockedAbove(read, above, folder, name, range);
        if (locked) return { version: locked, isExact: true };
      }
      return /\d/.test(range) ? { version: range, isExact: false } : null;
    },
  },
  ...['deno.json', 'deno.jsonc'].map((file): VersionSource => ({ file, says: ({ data }, path, name) => mappedTo(data(path), name) })),
];

const TABLES = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'];

const rangeIn = (manifest: unknown, name: string): string | null =>
  TABLES.map((table) => textAtKey(manifest, table, name)).find((one) => one !== null) ?? null;

/** `"ai": "npm:ai@^4"` */
function mappedTo(config: unknown, name: string): Said | null {
  const target = textAtKey(config, 'imports', name) ?? textAtKey(config, 'imports', `${name}/`);
  const version = /^npm:\/?(?:@[^/]+\/)?[^/@]+@([^/]+)/.exec(target ?? '')?.[1];
  return version ? { version, isExact: /^\d+\.\d+\.\d+$/.test(version) } : null;
}

function lockedAbove({ data, text, exists }: ReadVersions, above: string, folder: string, name: string, range: string): string | null {
  const here = folder === above ? '' : folder.slice(above === '' ? 0 : above.length + 1);
  const path = (file: string): string | null => (exists(join(above, file)) ? join(above, file) : null);
  const npm = path('package-lock.json') ?? path('npm-shrinkwrap.json');
  if (npm) return ofNpm(data(npm), here, name);
  const pnpm = path('pnpm-lock.yaml');
  if (pnpm) return ofPnpm(data(pnpm), here, name);
  const yarn = path('yarn.lock');
  if (yarn) return ofYarn(text(yarn) ?? '', name, range);
  const bun = path('bun.lock');
  return bun ? ofBun(text(bun) ?? '', name, range) : null;
}

/** Installed beside the package, in a folder above it, or (before lockfile version 2) in one tree. */
function ofNpm(lock: unknown, here: string, name: string): string | null {
  for (const folder of [here, ...parents(`${here}/`)]) {
    const found = textAtKey(lock, 'packages', join(folder, `node_modules/${name}`), 'version');
    if (found) return found;
  }
  return textAtKey(lock, 'dependencies', name, 'version');
}

/** `4.1.0(react@18.2.0)` is 4.1.0; a package of the workspace has no version there. */
function ofPnpm(lock: unknown, here: string, name: string): string | null {
  const importer = child(lock, 'importers', here === '' ? '.' : here) ?? (here === '' ? lock : null);
  for (const table of TABLES) {
    const entry = child(importer, table, name);
    const said = asText(entry) ?? textAtKey(entry, 'version');
    const version = said && /^(?:\/.*[/@])?(\d[\w.+-]*)/.exec(said)?.[1];
    if (version) return version;
  }
  return null;
}

/** Both of Yarn's forms: an entry's head lists the ranges it answers, a line below says the version. */
function ofYarn(lock: string, name: string, range: string): string | null {
  const versions: string[] = [];
  for (const entry of lock.split(/\n(?=\S)/)) {
    const [head = ''] = entry.split('\n', 1);
    const asked = head.replaceAll('"', '').replace(/:$/, '').split(/,\s*/);
    const own = asked.filter((one) => one.startsWith(`${name}@`)).map((one) => one.slice(name.length + 1).replace(/^npm:/, ''));
    const version = own.length > 0 ? /\n\s+"?version"?:?\s+"?([^"\s]+)"?/.exec(entry)?.[1] : null;
    if (version && own.includes(range)) return version;
    if (version) versions.push(version);
  }
  return onlyFitting(versions, range);
}

/** `"ai": ["ai@4.3.19", …]`, also below another package: `"other/ai"`. */
function ofBun(lock: string, name: string, range: string): string | null {
  const escaped = name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const versions = [...lock.matchAll(new RegExp(`\\["${escaped}@(\\d[^"]*)"`, 'g'))].flatMap((match) => match[1] ?? []);
  return onlyFitting(versions, range);
}

function onlyFitting(versions: readonly string[], range: string): string | null {
  const allowed = rangeOf(range);
  const fitting = [...new Set(versions)].filter((one) => {
    const version = versionOf(one);
    return version !== null && (allowed === null || overlaps(exactly(version), allowed));
  });
  const [only] = fitting;
  return only !== undefined && fitting.length === 1 ? only : null;
}
