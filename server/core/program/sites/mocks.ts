import type { CallExpression } from '../../module/expression.ts';
import type { Unit } from '../../module/module.ts';
import { sdkOfPackage } from '../../sdks/index.ts';
import { dottedName, firstText } from '../meaning/registrations.ts';
import type { CallRecord } from '../summary.ts';
import { isTestFile } from '../workspace/test-files.ts';
import { wordsOf } from '../workspace/words.ts';

/** A module that a test puts something else in the place of. */
export interface Mock {
  /** Null for a package. */
  readonly file: string | null;
  readonly sdks: ReadonlySet<string>;
  /** Words of the statement, where it keeps what it does not name; null where nothing of the module is left. */
  readonly named: ReadonlySet<string> | null;
}

/** What the top level of a test file mocks. Sources: the documentation of Vitest, Jest, Bun and Node's test runner. */
export function mocksIn(
  file: string,
  units: readonly (Unit | null)[],
  resolve: (file: string, source: string) => string | null,
): readonly Mock[] {
  return isTestFile(file) ? units.flatMap((unit) => mockIn(file, unit, resolve)) : [];
}

/** Whether a test's mocks answer in the place of a model: nobody makes the request. */
export const isMocked = (call: CallRecord, mocks: readonly Mock[]): boolean =>
  mocks.some(({ file, sdks, named }) => {
    const isReplaced = (name: string): boolean => named === null || named.has(`.${name}`);
    if (file === null) return sdks.has(call.sdk) && isReplaced(call.api.slice(call.api.lastIndexOf('.') + 1));
    return call.via.some((key) => key.startsWith(`${file}#`) && isReplaced(key.slice(file.length + 1, key.indexOf('@'))));
  });

const MOCKERS = /^(vi|jest|mock)\.(mock|doMock|module|unstable_mockModule|setMock)$/;
const KEEPERS: readonly string[] = ['importOriginal', '.importActual', '.requireActual', 'actual'];

function mockIn(file: string, unit: Unit | null, resolve: (file: string, source: string) => string | null): readonly Mock[] {
  const call = unit === null ? null : statedCall(unit);
  const source = call === null || !MOCKERS.test(dottedName(call.callee)) ? null : firstText(call);
  if (unit === null || source === null) return [];
  const words = wordsOf(unit);
  const sdks = new Set(sdkOfPackage(source, 'typescript').map(({ sdk }) => sdk.name));
  return [{ file: resolve(file, source), sdks, named: KEEPERS.some((word) => words.has(word)) ? words : null }];
}

function statedCall({ owner, statement }: Unit): CallExpression | null {
  return owner === null && statement?.kind === 'expression' && statement.value.kind === 'call' ? statement.value : null;
}
