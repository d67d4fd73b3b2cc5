import type { Loop } from '../call-site.ts';
import type { Linked } from '../create-world.ts';
import { joinLoops, repeatLoops } from '../loops/repeats.ts';
import type { Queries } from '../queries.ts';
import { sameValue } from '../value.ts';
import { walkOf } from '../values/collections.ts';
import type { Files } from '../workspace/files.ts';
import { isTestFile } from '../workspace/test-files.ts';
import { inOrder, loopOf, runLoop } from './assemble.ts';
import type { CallSites } from './call-sites.ts';
import type { Records } from './records.ts';

/** The loops of a file, in its order: each is an answer of its own, so that what did not change is the same object. */
export function createLoops(
  queries: Queries,
  files: Files,
  { world }: Linked,
  { records, sites }: { readonly records: Records; readonly sites: CallSites },
): (file: string) => readonly Loop[] {
  const loop = (file: string, key: string): Loop | null =>
    queries.ask(
      ['loop', file, key],
      () => {
        const record = records.loop(file, key);
        if (!record) return null;
        const walk = walkOf(files.unit(record.whole.file, record.whole.unit), record);
        return loopOf(record, sites.idOf, { inTest: isTestFile(file), language: files.language(file), ...walk });
      },
      () => null,
      sameValue,
    );

  /** What a call repeats by itself: an agent's run, and retries that it or its client was told to make. */
  const ofCall = (file: string, key: string): { readonly runs: readonly Loop[]; readonly repeated: readonly Loop[] } =>
    queries.ask(
      ['call-loops', file, key],
      () => {
        const record = records.call(file, key);
        if (!record) return NONE;
        const inTest = isTestFile(file);
        const run = runLoop(world, record, sites.idOf, inTest);
        return { runs: run ? [run] : [], repeated: repeatLoops(world, record, sites.idOf, inTest) };
      },
      () => NONE,
      sameValue,
    );

  return (file) => {
    const found = records.of(file);
    const byCalls = found.calls.map(({ key }) => ofCall(file, key));
    const loops = [
      ...found.loops.flatMap(({ key }) => loop(file, key) ?? []),
      ...byCalls.flatMap(({ runs }) => runs),
      ...joinLoops(
        byCalls.flatMap(({ repeated }) => repeated),
        file,
      ),
    ];
    return inOrder(loops, files.index(file)?.entries ?? []);
  };
}

const NONE: { readonly runs: readonly Loop[]; readonly repeated: readonly Loop[] } = { runs: [], repeated: [] };
