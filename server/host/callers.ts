import type { FileReport } from '../core/api.ts';
import type { Workspace } from './host.ts';

/** Looks for the callers of functions that spend: they decide what is sent, and may name no SDK at all. */
export interface CallerSearch {
  /** Files that may call what these reports found, each function asked about once. */
  among(reports: readonly FileReport[], workspace: Workspace): Promise<readonly string[]>;
}

export function createCallerSearch(): CallerSearch {
  const searched = new Set<string>();
  return {
    async among(reports, workspace) {
      const wrappers = reports.flatMap((report) => wrappersIn(report, searched));
      if (wrappers.length === 0) return [];
      return workspace.search([[...new Set(wrappers.flatMap(({ modules }) => modules))], wrappers.map(({ name }) => name)]);
    },
  };
}

interface Wrapper {
  /** Words of which an import of its file has one. */
  readonly modules: readonly string[];
  readonly name: string;
}

function wrappersIn({ file, items }: FileReport, searched: Set<string>): Wrapper[] {
  return items.flatMap(({ call }) => {
    const name = calledName(call.symbol);
    const key = `${file}#${name}`;
    if (name === '' || call.inTest || searched.has(key)) return [];
    searched.add(key);
    return [{ modules: moduleNames(file), name }];
  });
}

/** What a caller writes: an object that is called or made is named by its class, not by `__call__` or `constructor`. */
function calledName(symbol: string): string {
  const [of = '', name = of] = symbol.split('.').slice(-2);
  return /^__\w+__$|^constructor$/.test(name) ? of : name;
}

/** What an import of a file may end with: `client` for `app/llm/client.py`, and `llm`, whose `__init__` hands it on. */
function moduleNames(file: string): readonly string[] {
  const steps = file.replace(/\.[^./]+$/, '').split('/');
  const named = steps.filter((step) => !NAMELESS.has(step)).slice(-2);
  return named.length > 0 ? named : steps.slice(-1);
}

/** Steps of a path that an import of what is inside leaves out. */
const NAMELESS: ReadonlySet<string> = new Set(['index', '__init__', 'src', 'lib', 'dist', 'packages', 'python']);
