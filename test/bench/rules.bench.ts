// What each rule costs: on a tree whose every file names an SDK, against the parsing of it, and on a keystroke.
// Needs a build: the assets come from `dist/assets`.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Analyzer, createAnalyzer } from '../../server/core/index.ts';
import { createGrammars } from '../../server/core/languages/grammars.ts';
import { lowerText } from '../../server/core/languages/source-file.ts';
import type { Language, Module } from '../../server/core/module/module.ts';
import { rules } from '../../server/core/rules/index.ts';
import type { AnyRule, Report } from '../../server/core/rules/rule.ts';
import { createAssetReader } from '../../server/host/node/assets.ts';
import { generateTree } from './generate-tree.ts';
import { say } from './report.ts';
import { threadTime } from './thread-time.ts';

const files = 800;
const edits = 100;
const prompt = 'SYSTEM = """';
const root = path.join(import.meta.dirname, '../..');
const asset = createAssetReader(path.join(root, 'dist/assets'));
const grammars = createGrammars(async (name) => readFileSync(path.join(root, 'dist/assets', wasmOf(name))));
for (const language of ['python', 'typescript'] as const) await grammars.load(language);

/** Milliseconds by code. */
const spent = new Map<string, number>();
const timed = rules.map(withClock);

await measureTree();
await measureKeystroke();

async function measureTree(): Promise<void> {
  const texts = treeTexts();
  for (const [file, text] of texts.slice(0, 100)) lower(file, text);
  const began = performance.now();
  const modules = texts.map(([file, text]) => lower(file, text));
  const parsing = performance.now() - began;
  const analyzer = createAnalyzer({ now: Date.UTC(2026, 10, 23), rules: timed, preview: true });
  analyzer.setPaths(texts.map(([file]) => file));
  for (const module of modules) analyzer.setModule(module);
  for (const [file, text] of texts) analyzer.setText(file, text);
  // Once for the assets, so that no rule pays for their loading.
  await settle(analyzer, texts[0]?.[0] ?? '');
  spent.clear();
  analyzer.project();
  const all = [...spent.values()].reduce((sum, one) => sum + one, 0);
  for (const [code, milliseconds] of [...spent].sort(([, a], [, b]) => b - a)) {
    console.log(
      `      ${code.padEnd(8)}${milliseconds.toFixed(1).padStart(8)} ms  ${((100 * milliseconds) / parsing).toFixed(1).padStart(5)} % of parsing`,
    );
  }
  say({
    what: `all rules on ${files} files that name an SDK, against their parsing`,
    value: all / parsing,
    unit: 'times',
    bound: 'at most',
    aim: 1,
    note: `${all.toFixed(0)} ms against ${parsing.toFixed(0)} ms`,
  });
}

async function measureKeystroke(): Promise<void> {
  const analyzer = createAnalyzer({ now: Date.UTC(2026, 10, 23), rules: timed, preview: true });
  const texts = treeTexts().filter(([file]) => file.endsWith('.py'));
  let text = texts
    .slice(0, 9)
    .map(([, one]) => one)
    .join('\n');
  analyzer.setPaths(['large.py']);
  analyzer.open('large.py', 'python', text);
  await settle(analyzer, 'large.py');
  spent.clear();
  for (let edit = 0; edit < edits; edit++) {
    // The prompt that is assigned last is the one that every call of the file sends.
    const start = text.lastIndexOf(prompt) + prompt.length + edit;
    analyzer.change('large.py', [{ start, end: start, text: 'x' }]);
    text = `${text.slice(0, start)}x${text.slice(start)}`;
    analyzer.file('large.py');
  }
  say({
    what: `all rules on a keystroke in ${Math.round(text.length / 1000)} KB of Python that every call sends, on average`,
    value: [...spent.values()].reduce((sum, one) => sum + one, 0) / edits,
    unit: 'ms',
    bound: 'at most',
    aim: 3,
  });
}

async function settle(analyzer: Analyzer, file: string): Promise<void> {
  for (;;) {
    analyzer.file(file);
    const needs = analyzer.needs();
    if (needs.length === 0) return;
    for (const name of needs) await analyzer.provide(name, await asset(name));
  }
}

/** The same rule, which takes down how long it thinks. */
function withClock(rule: AnyRule): AnyRule {
  const check = (...asked: Parameters<AnyRule['check']>): readonly Report[] => {
    const began = threadTime();
    const found: readonly Report[] = [...Reflect.apply(rule.check, rule, asked)];
    spent.set(rule.code, (spent.get(rule.code) ?? 0) + threadTime() - began);
    return found;
  };
  return Object.assign({}, rule, { check });
}

function treeTexts(): readonly (readonly [string, string])[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'lineitem-bench-'));
  generateTree(folder, { files, oneIn: 1 });
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:py|ts)$/.test(name));
  const texts = names.map((name) => [name.split(path.sep).join('/'), readFileSync(path.join(folder, name), 'utf8')] as const);
  rmSync(folder, { recursive: true, force: true });
  return texts;
}

/** `grammars/python` → its file among the assets. */
function wasmOf(name: string): string {
  return name === 'grammars/runtime' ? 'web-tree-sitter.wasm' : `tree-sitter-${name.slice('grammars/'.length)}.wasm`;
}

function lower(file: string, text: string): Module {
  const language: Language = file.endsWith('.py') ? 'python' : 'typescript';
  return lowerText({ file, language, text, grammars });
}
