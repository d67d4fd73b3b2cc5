import type { AssetName } from '../core/api.ts';
import { createAnalyzer } from '../core/index.ts';
import type { Host, Workspace } from '../host/host.ts';
import { looseNaming, type Naming, namingBelow } from './names.ts';
import { prefixedWorkspace } from './prefixed-workspace.ts';
import { createProject, type Project } from './project.ts';

/** The roots that an editor shows, each analysed by itself. */
export interface Projects {
  /** The innermost root that holds a document, else the project of loose documents. */
  of(uri: string): Project;
  all(): readonly Project[];
  add(folder: string): Project | null;
  remove(folder: string): Project | null;
  dispose(): void;
}

export function createProjects(host: Host): Projects {
  const projects = new Map<string, Project>();
  const bytes = new Map<AssetName, Promise<Uint8Array>>();
  let loose: Project | null = null;

  /** Several roots share what was read once. */
  const asset = (name: AssetName): Promise<Uint8Array> => {
    const reading = bytes.get(name) ?? host.asset(name);
    bytes.set(name, reading);
    return reading;
  };
  const make = (folder: string | null, naming: Naming, workspace: Workspace | null): Project =>
    createProject({
      folder,
      naming,
      workspace,
      asset,
      log: host.log,
      createAnalyzer: (onFault) => createAnalyzer({ now: host.now(), onFault }),
    });
  /** Names count from the root that holds the folder, as the command line's do, so that ids of calls are the same. */
  const open = (folder: string): Project => {
    const root = host.rootOf(folder);
    const prefix = root === null ? null : namingBelow(root).fileOf(folder);
    if (root === null || prefix === null) return make(folder, namingBelow(folder), host.workspace(folder));
    return make(folder, namingBelow(folder, `${prefix}/`), prefixedWorkspace(host.workspace(folder), `${prefix}/`, host.workspace(root)));
  };
  const all = (): readonly Project[] => [...projects.values(), ...(loose === null ? [] : [loose])];

  return {
    of(uri) {
      const holding = [...projects.values()].filter((project) => project.fileOf(uri) !== null);
      const [innermost] = holding.sort((a, b) => (b.folder ?? '').length - (a.folder ?? '').length);
      if (innermost !== undefined) return innermost;
      loose ??= make(null, looseNaming(), null);
      return loose;
    },
    all,
    add(folder) {
      const plain = folder.replace(/\/+$/, '');
      if (projects.has(plain)) return null;
      const project = open(plain);
      projects.set(plain, project);
      return project;
    },
    remove(folder) {
      const plain = folder.replace(/\/+$/, '');
      const project = projects.get(plain) ?? null;
      projects.delete(plain);
      project?.dispose();
      return project;
    },
    dispose() {
      for (const project of all()) project.dispose();
    },
  };
}
