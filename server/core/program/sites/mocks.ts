import type { CallExpression } from '../../module/expression.ts';
import type { Unit } from '../../module/module.ts';
import { sdkOfPackage } from '../../sdks/index.ts';
import { dottedName, firstText } from '../meaning/registrations.ts';
import type { CallRecord } from '../summary.ts';
import { wordsOf } from '../workspace/words.ts';

/** Whether what a test puts in a module's place answers a call: then nobody makes the request. */
export type Mock = (call: CallRecord) => boolean;

/** Modules that the top level of a script mocks. Sources: the documentation of Vitest, Jest, Bun and Node's test runner. */
export function mockedModules(units: readonly (Unit | null)[], resolve: (source: string) => string | null): readonly Mock[] {
  return units.flatMap((unit) => {
    const call = unit === null ? null : statedCall(unit);
    const source = call === null || !MOCKERS.test(dottedName(call.callee)) ? null : firstText(call);
    return unit === null || source === null ? [] : [mockOf(source, resolve(source), wordsOf(unit))];
  });
}

const MOCKERS = /^(vi|jest|mock)\.(mock|doMock|module|unstable_mockModule|setMock)$/;
/** What a mock says that keeps of a module what it does not name; a spy keeps all of it. */
const KEEPERS: readonly string[] = ['importOriginal', '.importActual', '.requireActual', 'actual', '.spy'];

function mockOf(source: string, file: string | null, words: ReadonlySet<string>): Mock {
  const isPartly = KEEPERS.some((word) => words.has(word));
  const isReplaced = (name: string): boolean => !isPartly || words.has(`.${name}`);
  if (file !== null) return ({ via }) => via.some((key) => key.startsWith(`${file}#`) && isReplaced(unitOf(key)));
  const sdks = sdksOf(source, 'typescript');
  return ({ sdk, api }) => sdks.has(sdk) && isReplaced(lastOf(api));
}

function statedCall({ owner, statement }: Unit): CallExpression | null {
  return owner === null && statement?.kind === 'expression' && statement.value.kind === 'call' ? statement.value : null;
}

export const sdksOf = (source: string, language: 'python' | 'typescript', path: readonly string[] = []): ReadonlySet<string> =>
  new Set(sdkOfPackage(source, language, path).map(({ sdk }) => sdk.name));

/** Of a call's key, `file#unit@place`. */
export const unitOf = (key: string): string => key.slice(key.indexOf('#') + 1, key.indexOf('@', key.indexOf('#')));
export const lastOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1);
