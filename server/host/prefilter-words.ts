import { sdkPackages, sdks } from '../core/sdks/index.ts';

/** What gives a file away that may use an SDK: the packages that it may import, and calls that are evident by themselves. */
export function prefilterWords(): { readonly packages: readonly string[]; readonly paths: readonly string[] } {
  const paths = sdks.flatMap(({ methods }) =>
    methods.filter(({ spends }) => (spends?.evidence?.length ?? 0) > 0).flatMap((row) => row.paths.filter((one) => one.includes('.'))),
  );
  return { packages: sdkPackages(), paths: [...new Set(paths)] };
}
