import { DECLARED_SLOTS, type DeclaredArguments, type DeclaredSdk } from '../sdks/declared.ts';
import { folderOf, joinPath } from './paths.ts';
import type { ConfigFile } from './read.ts';

/** The wrappers and clients that one file declares. A file of code is named from the folder of the settings, and meant from the root. */
export function declaredIn({ file, value }: ConfigFile): readonly DeclaredSdk[] {
  return (value.declared ?? []).map(({ import: name, role, provider, wire, model, arguments: given }) => ({
    import: fromRoot(name, folderOf(file)),
    role,
    ...(provider === undefined ? {} : { provider }),
    ...(wire === undefined ? {} : { wire }),
    ...(model === undefined ? {} : { model }),
    arguments: argumentsOf(given),
  }));
}

function fromRoot(name: string, folder: string): string {
  const [, path, rest = ''] = /^(\.{1,2}\/[^#]*)(#.*)$/.exec(name) ?? [];
  const joined = path === undefined ? null : joinPath(folder, path);
  return joined === null ? name : `./${joined}${rest}`;
}

const argumentsOf = (given: NonNullable<ConfigFile['value']['declared']>[number]['arguments']): DeclaredArguments =>
  Object.fromEntries(
    DECLARED_SLOTS.flatMap((slot) => {
      const path = given[slot];
      return path === undefined ? [] : [[slot, path] as const];
    }),
  );
