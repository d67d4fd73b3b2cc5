import type { LineItem } from '../core/bill/line-item.ts';
import { lookupIn, type ProjectLookup } from '../core/bill/project-lookup.ts';
import type { EntryPoint } from '../core/program/call-site.ts';
import type { Workspace } from '../host/host.ts';
import { isFolder } from '../host/node/root.ts';
import type { Environment } from './environment.ts';
import { UsageError } from './errors.ts';
import type { Locator } from './locator.ts';
import { readPlaces } from './places.ts';
import { reportOn } from './project-report.ts';

/** The call sites of one folder, and the folder as its files are named. */
export interface UsageProject {
  /** From the root, `''` or `a/b/`: where its usage file stands. */
  readonly folder: string;
  readonly workspace: Workspace;
  readonly items: readonly LineItem[];
  readonly entryPoints: readonly EntryPoint[];
  readonly lookup: ProjectLookup;
  readonly locator: Locator;
}

export async function readUsageProject(folder: string, environment: Environment, asOf: number | undefined): Promise<UsageProject> {
  const places = readPlaces([folder], environment.workingFolder);
  const [below] = places.folders;
  if (below === undefined || !isFolder(places.root)) throw new UsageError(`${folder} is no folder.`);
  const { analysis, locator } = await reportOn(places, asOf ?? environment.host.now(), environment, false);
  return {
    folder: below,
    workspace: analysis.workspace,
    items: analysis.files.flatMap(({ items }) => items),
    entryPoints: analysis.files.flatMap(({ entryPoints }) => entryPoints),
    lookup: lookupIn(analysis.project),
    locator,
  };
}
