import type { Queries } from '../queries.ts';
import type { Files } from './files.ts';
import { join, normalise, parents } from './imports.ts';
import { asText, child, entriesOf, listOf, textAtKey, textsIn } from './plain-data.ts';

/** A source pattern with at most one star (`@/*`), and the paths that it may mean. */
interface Alias {
  readonly before: string;
  /** Null where the whole source must be `before`. */
  readonly after: string | null;
  readonly targets: readonly string[];
}

export type ReadData = (file: string) => unknown;

/** Paths that a script's import means by a tsconfig, by `#names` of its package, or by the name of a package of the workspace. */
export function createScriptLayout(queries: Queries, files: Files, data: ReadData): (from: string, source: string) => readonly string[] {
  const aliases = (folder: string): readonly Alias[] =>
    queries.ask(
      ['aliases', folder],
      () => [...configured(folder), ...ofDeno(folder), ...byConvention(folder)],
      () => [],
      sameJson,
    );

  /** The nearest tsconfig alone speaks, as the compiler has it. */
  const configured = (folder: string): readonly Alias[] => {
    for (const above of [folder, ...parents(`${folder}/`)])
      for (const name of ['tsconfig.json', 'jsconfig.json']) {
        const file = join(above, name);
        if (files.exists(file)) return aliasesOf(file, 0);
      }
    return [];
  };

  const aliasesOf = (file: string, depth: number): readonly Alias[] => {
    if (depth > DEEPEST || !files.exists(file)) return [];
    const config = data(file);
    const folder = parents(file)[0] ?? '';
    const baseUrl = textAtKey(config, 'compilerOptions', 'baseUrl');
    const base = normalise(join(folder, baseUrl ?? ''));
    const own = entriesOf(child(config, 'compilerOptions', 'paths')).map(([pattern, targets]) =>
      aliasFrom(
        pattern,
        textsIn(targets).map((target) => normalise(join(base, target))),
      ),
    );
    const root: readonly Alias[] = baseUrl === null ? [] : [aliasFrom('*', [join(base, '*')])];
    if (own.length > 0) return [...own, ...root];
    const extended = child(config, 'extends');
    const bases = typeof extended === 'string' ? [extended] : textsIn(extended);
    for (const one of [...bases].reverse()) {
      const found = extendedFile(folder, one, file);
      const inherited = found === null ? [] : aliasesOf(found, depth + 1);
      if (inherited.length > 0) return [...inherited, ...root];
    }
    // A tsconfig that only names the projects it consists of.
    return [...root, ...referencesOf(config).flatMap((part) => aliasesOf(referenced(folder, part), depth + 1))];
  };

  const referenced = (folder: string, path: string): string => {
    const target = normalise(join(folder, path));
    return target.endsWith('.json') ? target : join(target, 'tsconfig.json');
  };

  const extendedFile = (folder: string, name: string, from: string): string | null => {
    const paths = name.startsWith('.') ? [normalise(join(folder, name))] : packagePaths(from, name);
    return paths.flatMap((path) => [path, `${path}.json`, join(path, 'tsconfig.json')]).find((path) => files.exists(path)) ?? null;
  };

  const ofDeno = (folder: string): readonly Alias[] => {
    const file = nearest(folder, ['deno.json', 'deno.jsonc']);
    if (file === null) return [];
    return entriesOf(child(data(file), 'imports')).flatMap(([name, target]) => {
      const path = asText(target);
      if (!path?.startsWith('.')) return [];
      const inside = normalise(join(parents(file)[0] ?? '', path));
      return [name.endsWith('/') ? aliasFrom(`${name}*`, [join(inside, '*')]) : aliasFrom(name, [inside])];
    });
  };

  const byConvention = (folder: string): readonly Alias[] =>
    CONVENTIONS.flatMap(({ configs, aliases: rows }) => {
      const config = nearest(folder, configs);
      const root = config === null ? null : (parents(config)[0] ?? '');
      return root === null
        ? []
        : rows.map(([pattern, ...targets]) =>
            aliasFrom(
              pattern,
              targets.map((target) => join(root, target)),
            ),
          );
    });

  const nearest = (folder: string, names: readonly string[]): string | null => {
    for (const above of [folder, ...parents(`${folder}/`)])
      for (const name of names) if (files.exists(join(above, name))) return join(above, name);
    return null;
  };

  /** `#lib/x` by the `imports` of the nearest package.json. */
  const hashPaths = (from: string, source: string): readonly string[] => {
    const manifest = nearest(parents(from)[0] ?? '', ['package.json']);
    return manifest === null ? [] : mapped(child(data(manifest), 'imports'), source, parents(manifest)[0] ?? '');
  };

  const packageNames = (): ReadonlyMap<string, readonly string[]> =>
    queries.ask(
      ['package-names', ''],
      () => {
        const found = new Map<string, string[]>();
        for (const manifest of files.named('package.json')) {
          const name = textAtKey(data(manifest), 'name');
          if (name) found.set(name, [...(found.get(name) ?? []), manifest]);
        }
        return found;
      },
      () => new Map(),
      (a, b) => a instanceof Map && b instanceof Map && sameJson([...a], [...b]),
    );

  const manifestNamed = (name: string, from: string): string | null =>
    queries.ask(
      ['package-named', parents(from)[0] ?? '', name],
      () => {
        const all = packageNames().get(name) ?? [];
        // Two packages of one name: the one that lies nearest is meant.
        return [...all].sort((a, b) => shared(b, from) - shared(a, from))[0] ?? null;
      },
      () => null,
    );

  const packagePaths = (from: string, source: string): readonly string[] => {
    const [, name = '', below = ''] = /^((?:@[^/]+\/)?[^/]+)(?:\/(.+))?$/.exec(source) ?? [];
    const manifest = name === '' ? null : manifestNamed(name, from);
    if (manifest === null) return [];
    const folder = parents(manifest)[0] ?? '';
    const content = data(manifest);
    const exported = mapped(child(content, 'exports'), below === '' ? '.' : `./${below}`, folder);
    const mains = below === '' ? MAINS.flatMap((key) => textAtKey(content, key) ?? []).map((path) => normalise(join(folder, path))) : [];
    const inside =
      below === '' ? ['src/index', 'index', 'lib/index', 'src/main', 'src/lib/index'] : [below, `src/${below}`, `lib/${below}`];
    return [...exported, ...mains].flatMap(sourcePaths).concat(inside.map((path) => join(folder, path)));
  };

  return (from, source) => {
    if (source.startsWith('#')) {
      const found = hashPaths(from, source);
      if (found.length > 0) return found;
    }
    return [...aliased(aliases(parents(from)[0] ?? ''), source), ...packagePaths(from, source)];
  };
}

const DEEPEST = 8;

function aliasFrom(pattern: string, targets: readonly string[]): Alias {
  const star = pattern.indexOf('*');
  return { before: star < 0 ? pattern : pattern.slice(0, star), after: star < 0 ? null : pattern.slice(star + 1), targets };
}

/** The longest fitting prefix first, as the compiler has it. */
function aliased(aliases: readonly Alias[], source: string): readonly string[] {
  const fitting = aliases.filter(({ before, after }) =>
    after === null
      ? source === before
      : source.startsWith(before) && source.endsWith(after) && source.length >= before.length + after.length,
  );
  return [...fitting]
    .sort((a, b) => b.before.length - a.before.length)
    .flatMap(({ before, after, targets }) => {
      const middle = after === null ? '' : source.slice(before.length, source.length - after.length);
      return targets.map((target) => normalise(target.replace('*', () => middle)));
    });
}

const referencesOf = (config: unknown): readonly string[] =>
  listOf(child(config, 'references')).flatMap((one) => textAtKey(one, 'path') ?? []);

/** What a map of `exports` or `imports` gives for a name, the most source-like condition first. */
function mapped(map: unknown, name: string, folder: string): readonly string[] {
  const whole = typeof map === 'string' || Array.isArray(map) || (name === '.' && entriesOf(map).every(([key]) => !key.startsWith('.')));
  if (whole) return name === '.' ? pathsOf(map).map((path) => normalise(join(folder, path))) : [];
  const rows = entriesOf(map).map(([pattern, target]) => aliasFrom(pattern, pathsOf(target)));
  return aliased(rows, name).map((path) => normalise(join(folder, path)));
}

function pathsOf(target: unknown): readonly string[] {
  if (typeof target === 'string') return target.startsWith('.') ? [target] : [];
  if (Array.isArray(target)) return target.flatMap(pathsOf);
  const entries = entriesOf(target);
  const rank = ([condition]: readonly [string, unknown]): number => CONDITIONS.indexOf(condition) + 1 || CONDITIONS.length + 1;
  return [...entries].sort((a, b) => rank(a) - rank(b)).flatMap(([, inner]) => pathsOf(inner));
}

const CONDITIONS = ['source', 'development', 'types', 'typescript', 'import', 'module', 'node', 'default', 'require'];
const MAINS = ['source', 'types', 'typings', 'module', 'main'];

/** A package names what its build writes; the workspace holds what it is built from. */
function sourcePaths(path: string): readonly string[] {
  const bare = path.replace(/\.d\.([cm]?)ts$/, '.$1ts');
  const step = /(^|\/)(?:dist|build|lib|out|esm|cjs|es|output)\//.exec(bare);
  if (!step) return [bare];
  const head = bare.slice(0, step.index) + (step[1] ?? '');
  const tail = bare.slice(step.index + step[0].length);
  const deeper = tail.replace(/^(?:esm|cjs|es|src|types|node|browser)\//, '');
  return [...new Set([bare, `${head}src/${tail}`, `${head}src/${deeper}`, `${head}${deeper}`])];
}

/** How many folders two paths have in common. */
function shared(a: string, b: string): number {
  const left = a.split('/');
  const right = b.split('/');
  let at = 0;
  while (at < left.length && left[at] === right[at]) at++;
  return at;
}

/**
 * Aliases that a framework writes into files of its own, which no repository holds. Sources: SvelteKit "$lib", Nuxt
 * "Directory structure" (3 and 4).
 */
const CONVENTIONS: readonly { readonly configs: readonly string[]; readonly aliases: readonly (readonly [string, ...string[]])[] }[] = [
  {
    configs: ['svelte.config.js', 'svelte.config.ts'],
    aliases: [
      ['$lib', 'src/lib'],
      ['$lib/*', 'src/lib/*'],
    ],
  },
  {
    configs: ['nuxt.config.ts', 'nuxt.config.js'],
    aliases: [
      ['~/*', '*', 'app/*', 'src/*'],
      ['@/*', '*', 'app/*', 'src/*'],
      ['~~/*', '*'],
      ['@@/*', '*'],
      ['#shared/*', 'shared/*'],
    ],
  },
];

const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
