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
      return workspace.search([wrappers.map(({ module }) => module), wrappers.map(({ name }) => name)]);
    },
  };
}

interface Wrapper {
  readonly module: string;
  readonly name: string;
}

function wrappersIn({ file, items }: FileReport, searched: Set<string>): Wrapper[] {
  return items.flatMap(({ call }) => {
    const name = calledName(call.symbol);
    const key = `${file}#${name}`;
    if (name === '' || call.inTest || searched.has(key)) return [];
    searched.add(key);
    return [{ module: moduleName(file), name }];
  });
}

/** What a caller writes: an object that is called or made is named by its class, not by `__call__` or `constructor`. */
function calledName(symbol: string): string {
  const [of = '', name = of] = symbol.split('.').slice(-2);
  return /^__\w+__$|^constructor$/.test(name) ? of : name;
}

/** What an import of a file ends with: `llm` for `app/llm.py`, `agents` for `agents/index.ts`. */
function moduleName(file: string): string {
  const steps = file.replace(/\.[^./]+$/, '').split('/');
  const last = steps.pop() ?? '';
  return last === 'index' || last === '__init__' ? (steps.pop() ?? last) : last;
}
