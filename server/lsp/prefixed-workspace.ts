import type { ScanListener, Workspace } from '../host/host.ts';
import { isPlainText } from './languages.ts';

/**
 * A folder of the editor that lies below its root: files are named from the root, as the command line names them. Above the
 * folder nothing is read but configuration and manifests, by their fixed names.
 */
export function prefixedWorkspace(folder: Workspace, prefix: string, above: Workspace): Workspace {
  const inside = (file: string): string | null => (file.startsWith(prefix) ? file.slice(prefix.length) : null);
  const named = (file: string): string => prefix + file;
  const renamed = (listener: ScanListener): ScanListener => ({
    paths: (files) => listener.paths(files.map(named)),
    module: (module, text) => listener.module({ ...module, file: named(module.file) }, text),
    text: (file, text) => listener.text(named(file), text),
    skipped: (skipped) => listener.skipped({ ...skipped, file: named(skipped.file) }),
    progress: (done, total) => listener.progress?.(done, total),
  });
  const readAbove = async (file: string): Promise<string | null> => (isPlainText(file) ? above.readText(file) : null);

  return {
    root: above.root,
    readText(file) {
      const name = inside(file);
      return name === null ? readAbove(file) : folder.readText(name);
    },
    async writeText(file, text) {
      const name = inside(file);
      if (name === null) throw new Error(`${file} lies outside of the folder that is open.`);
      await folder.writeText(name, text);
    },
    scan: (listener, signal) => folder.scan(renamed(listener), signal),
    async bring(files, listener) {
      await folder.bring(
        files.flatMap((file) => inside(file) ?? []),
        renamed(listener),
      );
      for (const file of files.filter((one) => inside(one) === null)) {
        const text = await readAbove(file);
        if (text !== null) listener.text(file, text);
      }
    },
    search: async (groups) => (await folder.search(groups)).map(named),
    dispose() {
      folder.dispose();
      above.dispose();
    },
  };
}
