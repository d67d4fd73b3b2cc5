import type { AssetName } from '../core/api.ts';
import { createAnalyzer } from '../core/index.ts';
import type { Host } from '../host/host.ts';
import { looseNaming, type Naming, namingBelow } from './names.ts';
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
  const make = (root: string | null, naming: Naming): Project =>
    createProject({
      root,
      naming,
      workspace: root === null ? null : host.workspace(root),
      asset,
      log: host.log,
      createAnalyzer: (onFault) => createAnalyzer({ now: host.now(), onFault }),
    });
  const all = (): readonly Project[] => [...projects.values(), ...(loose === null ? [] : [loose])];

  return {
    of(uri) {
      const holding = [...projects.values()].filter((project) => project.fileOf(uri) !== null);
      const [innermost] = holding.sort((a, b) => (b.root ?? '').length - (a.root ?? '').length);
      if (innermost !== undefined) return innermost;
      loose ??= make(null, looseNaming());
      return loose;
    },
    all,
    add(folder) {
      const root = folder.replace(/\/+$/, '');
      if (projects.has(root)) return null;
      const project = make(root, namingBelow(root));
      projects.set(root, project);
      return project;
    },
    remove(folder) {
      const root = folder.replace(/\/+$/, '');
      const project = projects.get(root) ?? null;
      projects.delete(root);
      project?.dispose();
      return project;
    },
    dispose() {
      for (const project of all()) project.dispose();
    },
  };
}
