import { asText, child, entriesOf, listOf, textAtKey, textsIn } from './plain-data.ts';
import type { Said, VersionSource } from './version-source.ts';

/** Python's lock files and manifests, those that name one version first. */
export const pythonVersions: readonly VersionSource[] = [
  ...['uv.lock', 'poetry.lock', 'pdm.lock', 'pylock.toml'].map(
    (file): VersionSource => ({
      file,
      says: ({ data }, path, name) => lockedIn(child(data(path), file === 'pylock.toml' ? 'packages' : 'package'), name),
    }),
  ),
  {
    file: 'Pipfile.lock',
    says: ({ data }, path, name) =>
      pipfile(
        ['default', 'develop'].map((key) => child(data(path), key)),
        name,
      ),
  },
  ...[
    'requirements.txt',
    'requirements.lock',
    'requirements-lock.txt',
    'requirements.in',
    'requirements-dev.txt',
    'requirements/base.txt',
    'requirements/requirements.txt',
    'requirements/prod.txt',
  ].map((file): VersionSource => ({ file, says: ({ text }, path, name) => required(linesOf(text(path)), name) })),
  { file: 'pyproject.toml', says: ({ data }, path, name) => projectSays(data(path), name) },
  {
    file: 'Pipfile',
    says: ({ data }, path, name) =>
      pipfile(
        ['packages', 'dev-packages'].map((key) => child(data(path), key)),
        name,
      ),
  },
  { file: 'setup.cfg', says: ({ text }, path, name) => required(linesOf(text(path)), name) },
  { file: 'setup.py', says: ({ text }, path, name) => required(quotedIn(text(path)), name) },
  {
    file: 'environment.yml',
    says: ({ text }, path, name) =>
      required(
        linesOf(text(path)).map((line) => line.replace(/^-\s*/, '')),
        name,
      ),
  },
];

/** `pydantic_ai`, `Pydantic-AI` and `pydantic.ai` are one name (PEP 503). */
const plain = (name: string): string => name.toLowerCase().replace(/[-_.]+/g, '-');

function lockedIn(packages: unknown, name: string): Said | null {
  const found = listOf(packages).filter((one) => plain(textAtKey(one, 'name') ?? '') === plain(name));
  const versions = [...new Set(found.flatMap((one) => textAtKey(one, 'version') ?? []))];
  const [only] = versions;
  return only !== undefined && versions.length === 1 ? { version: only, isExact: true } : null;
}

function pipfile(tables: readonly unknown[], name: string): Said | null {
  for (const table of tables)
    for (const [key, value] of entriesOf(table)) {
      const said = plain(key) === plain(name) ? (asText(value) ?? textAtKey(value, 'version')) : null;
      if (said !== null && said !== '*') return saidBy(said);
    }
  return null;
}

const linesOf = (text: string | null): readonly string[] => (text ?? '').split('\n').map((line) => line.trim());
const quotedIn = (text: string | null): readonly string[] =>
  [...(text ?? '').matchAll(/["']([^"'\n]+)["']/g)].map((match) => match[1] ?? '');

/** `openai[voice]>=1.2,<2 ; python_version > "3.9"` */
function required(lines: readonly string[], name: string): Said | null {
  for (const line of lines) {
    const [, found = '', range = ''] = /^([A-Za-z0-9][\w.-]*)(?:\[[^\]]*\])?\s*\(?\s*((?:[<>=!~]=?=?|@)[^;#)]*)?/.exec(line) ?? [];
    if (plain(found) !== plain(name) || range.startsWith('@') || range.trim() === '') continue;
    return saidBy(range.trim().replace(/\s*(?:--hash.*|\\)$/, ''));
  }
  return null;
}

const saidBy = (range: string): Said => {
  const exact = /^===?\s*(\d[\w.+-]*)$/.exec(range)?.[1];
  return exact && !exact.endsWith('*') ? { version: exact, isExact: true } : { version: range, isExact: false };
};

function projectSays(project: unknown, name: string): Said | null {
  const listed = [
    ...textsIn(child(project, 'project', 'dependencies')),
    ...entriesOf(child(project, 'project', 'optional-dependencies')).flatMap(([, list]) => textsIn(list)),
    ...entriesOf(child(project, 'dependency-groups')).flatMap(([, list]) => textsIn(list)),
  ];
  const poetry = child(project, 'tool', 'poetry');
  const groups = entriesOf(child(poetry, 'group')).map(([, group]) => child(group, 'dependencies'));
  return required(listed, name) ?? pipfile([child(poetry, 'dependencies'), child(poetry, 'dev-dependencies'), ...groups], name);
}
