// Tries every fix of every finding in folders of code, in memory: `node scripts/prove-fixes.ts FOLDER...` after a build.
// Nothing is written. Exit code 1 where a fix is not what a fix should be.
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { analyse } from '../server/cli/analysis.ts';
import { readPlaces } from '../server/cli/places.ts';
import type { FileReport } from '../server/core/api.ts';
import { type Analyzer, createAnalyzer } from '../server/core/index.ts';
import { createGrammars } from '../server/core/languages/grammars.ts';
import { lowerText } from '../server/core/languages/source-file.ts';
import type { Language } from '../server/core/module/module.ts';
import { mentionPattern } from '../server/core/sdks/mentions.ts';
import type { Host } from '../server/host/host.ts';
import { codeLanguageOf } from '../server/host/language-of.ts';
import { createNodeHost } from '../server/host/node/host.ts';
import { type Proof, proveFixes, type Reader } from '../test/rules/prove-fix.ts';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const host: Host = createNodeHost({
  assets: path.join(dist, 'assets'),
  worker: path.join(dist, 'worker', 'scan-worker.cjs'),
  mentions: mentionPattern(),
  log: () => {},
});
const grammars = createGrammars((name) => readFile(path.join(dist, 'assets', grammarFile(name))));
const tally = new Map<string, { safe: number; offered: number; wrong: number }>();

await main(process.argv.slice(2));

async function main(folders: readonly string[]): Promise<void> {
  for (const folder of folders) await proveFolder(folder);
  for (const [rule, { safe, offered, wrong }] of [...tally].sort())
    console.log(`${rule.padEnd(28)} ${safe} safe, ${offered} offered, ${wrong} wrong`);
  if ([...tally.values()].some(({ wrong }) => wrong > 0)) process.exitCode = 1;
}

async function proveFolder(folder: string): Promise<void> {
  const faults: string[] = [];
  const analyzer = createAnalyzer({ now: host.now(), preview: true, onFault: (what, error) => faults.push(`${what}: ${String(error)}`) });
  const places = readPlaces([folder], process.cwd());
  const { files } = await analyse(host, analyzer, places);
  for (const file of files.filter(hasFixes)) {
    const absolute = path.join(places.root, file.file);
    const language = codeLanguageOf(file.file);
    // The text of a notebook is its cells, which only the scan puts together.
    if (language === null || file.file.endsWith('.ipynb')) continue;
    const text = readFileSync(absolute, 'utf8').replace(/^\uFEFF/, '');
    for (const proof of await proveFixes(await readerOf(analyzer, file.file, language), text)) note(absolute, proof);
    analyzer.close(file.file);
  }
  for (const fault of faults) console.log(`fault: ${fault}`);
}

function grammarFile(name: string): string {
  return name === 'grammars/runtime' ? 'web-tree-sitter.wasm' : `tree-sitter-${name.slice('grammars/'.length)}.wasm`;
}

function hasFixes({ findings }: FileReport): boolean {
  return findings.some(({ fixes }) => fixes.length > 0);
}

async function readerOf(analyzer: Analyzer, file: string, language: Language): Promise<Reader> {
  await grammars.load(language);
  return {
    file,
    read: async (text) => {
      analyzer.open(file, language, text);
      await settle(analyzer, file);
      return { findings: analyzer.file(file).findings, hasErrors: lowerText({ file, language, text, grammars }).hasErrors };
    },
    edits: (finding, fix) => analyzer.fix(finding.id, fix),
  };
}

async function settle(analyzer: Analyzer, file: string): Promise<void> {
  for (;;) {
    analyzer.file(file);
    const needs = analyzer.needs();
    if (needs.length === 0) return;
    for (const name of needs) await analyzer.provide(name, await host.asset(name));
  }
}

function note(file: string, { finding, title, isSafe, problems }: Proof): void {
  const counted = tally.get(finding.rule) ?? { safe: 0, offered: 0, wrong: 0 };
  counted[isSafe ? 'safe' : 'offered']++;
  if (problems.length > 0) counted.wrong++;
  tally.set(finding.rule, counted);
  if (problems.length > 0) console.log(`${file}: ${finding.id}, "${title}": ${problems.join('; ')}`);
}
