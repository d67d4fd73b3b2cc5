import type { Analyzer } from '../../server/core/api.ts';
import { createAnalyzer } from '../../server/core/index.ts';
import { assetNamed } from '../rules/lint.ts';

const allAssets = [
  'grammars/runtime',
  'grammars/python',
  'grammars/typescript',
  'grammars/tsx',
  'grammars/javascript',
  'ranks/o200k_base',
  'ranks/cl100k_base',
  'prices',
] as const;

/** The day at which prices are read. */
const now = Date.UTC(2026, 10, 23, 12);

/** An analyzer that needs nothing more. */
export async function createReadyAnalyzer(onFault: (what: string, error: unknown) => void): Promise<Analyzer> {
  const analyzer = createAnalyzer({ now, onFault });
  for (const name of allAssets) await analyzer.provide(name, await assetNamed(name));
  return analyzer;
}
