import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { buildPrices } from '../../scripts/build-prices.ts';
import { packRanks } from '../../scripts/build-ranks.ts';
import { type Analyzer, type AssetName, createAnalyzer } from '../../server/core/index.ts';
import { createGrammars } from '../../server/core/languages/grammars.ts';
import { lowerText } from '../../server/core/languages/source-file.ts';
import type { Language, Place } from '../../server/core/module/module.ts';
import { rules as allRules } from '../../server/core/rules/index.ts';
import type { Finding } from '../../server/core/rules/rule.ts';
import { LineIndex } from '../../server/core/text/lines.ts';
import { applyEdits } from '../../server/core/text/span.ts';
import type { Found } from './marks.ts';

export interface Linter {
  /** Reads a version of the file as the editor would. */
  readonly lint: (text: string) => Promise<Linted>;
  readonly analyzer: Analyzer;
  /** Rules and files that failed. */
  readonly faults: readonly string[];
}

export interface Linted {
  readonly findings: readonly (Finding & Found)[];
  /** The file after one fix of a finding; null where it doesn't apply. */
  readonly fixed: (finding: Finding, fix: number) => string | null;
  readonly hasErrors: boolean;
}

const root = path.resolve(import.meta.dirname, '../..');
const now = Date.UTC(2026, 10, 23, 12);
const kept = new Map<AssetName, Promise<Uint8Array>>();

/**
 * What speaks of a model by its name alone, of any loop with a long prompt, or of answers that a sketch leaves unread would speak in
 * most fixtures: it runs over its own.
 */
const talkative: ReadonlySet<string> = new Set(['superseded-model', 'call-per-item', 'batch-eligible', 'discarded-response']);

/** `others` are the files beside it, which it may import. */
export function createLinter(file: string, others: ReadonlyMap<string, string>, rule: string): Linter {
  const faults: string[] = [];
  const rules = allRules.filter(({ name }) => !talkative.has(name) || name === rule);
  const analyzer = createAnalyzer({ now, rules, preview: true, onFault: (what, error) => faults.push(`${what}: ${String(error)}`) });
  analyzer.setPaths([file, ...others.keys()]);
  for (const [name, text] of others) {
    const language = languageOf(name);
    if (language !== null && language !== 'prompt') analyzer.setModule(lowerText({ file: name, language, text, grammars }));
    analyzer.setText(name, text);
  }
  return { analyzer, faults, lint: (text) => lintText(analyzer, file, text) };
}

async function lintText(analyzer: Analyzer, file: string, text: string): Promise<Linted> {
  const language = languageOf(file) ?? 'python';
  if (file.endsWith('.json')) analyzer.setConfig(file, text);
  else analyzer.open(file, language, text);
  await settle(analyzer, file);
  return {
    findings: analyzer.file(file).findings.map((finding) => ({ ...finding, ...positionOf(analyzer, finding.at, text) })),
    fixed: (finding, fix) => {
      const edits = analyzer.fix(finding.id, fix)?.get(file);
      return edits === undefined ? null : applyEdits(text, edits);
    },
    hasErrors: language !== 'prompt' && !file.endsWith('.json') && lowerText({ file, language, text, grammars }).hasErrors,
  };
}

async function settle(analyzer: Analyzer, file: string): Promise<void> {
  for (;;) {
    analyzer.file(file);
    const needs = analyzer.needs();
    if (needs.length === 0) return;
    for (const name of needs) await analyzer.provide(name, await assetNamed(name));
  }
}

function positionOf(analyzer: Analyzer, at: Place, text: string): Omit<Found, 'rule' | 'message'> {
  const span = analyzer.locate(at) ?? { start: 0, end: 0 };
  const lines = new LineIndex(text);
  const [start, end] = [lines.position(span.start), lines.position(span.end)];
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

/** Four of the core's six languages: those that fixtures are written in. */
const grammars = createGrammars((name) => readFile(assetPath(name)));
for (const language of ['python', 'typescript', 'tsx', 'javascript'] as const) await grammars.load(language);

export function assetNamed(name: AssetName): Promise<Uint8Array> {
  const known = kept.get(name) ?? load(name);
  kept.set(name, known);
  return known;
}

async function load(name: AssetName): Promise<Uint8Array> {
  if (name === 'prices') return new TextEncoder().encode(JSON.stringify(await buildPrices(root)));
  if (name === 'ranks/o200k_base' || name === 'ranks/cl100k_base')
    return packRanks(name === 'ranks/o200k_base' ? 'o200k_base' : 'cl100k_base');
  return readFile(assetPath(name));
}

function assetPath(name: string): string {
  const grammar = `@vscode/tree-sitter-wasm/wasm/${name.replace('grammars/', 'tree-sitter-')}.wasm`;
  return path.join(root, 'node_modules', name === 'grammars/runtime' ? 'web-tree-sitter/web-tree-sitter.wasm' : grammar);
}

function languageOf(name: string): Language | null {
  const languages: Readonly<Record<string, Language>> = {
    '.py': 'python',
    '.ts': 'typescript',
    '.tsx': 'tsx',
    '.js': 'javascript',
    '.md': 'prompt',
  };
  return languages[path.extname(name)] ?? null;
}
