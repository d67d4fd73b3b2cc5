import { cpSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver';
import { loadPrices } from '../../server/cli/environment.ts';
import { readPlaces } from '../../server/cli/places.ts';
import { readProject, reportOf } from '../../server/cli/project-report.ts';
import { startEditor } from './editor.ts';
import { testHost } from './hosts.ts';

const examples = path.join(import.meta.dirname, '../../examples');
/** One key of each kind that changes what is said, and one that is not understood. */
const settings = {
  root: true,
  rules: { loops: 'error', 'missing-output-cap': 'hint', LI999: 'off' },
  minSaving: { call: 0.001 },
  preview: true,
  overrides: [{ files: ['trip-planner/'], rules: { cache: 'off' } }],
  ignore: ['invoice-reader/'],
  prices: { 'anthropic/claude-opus-5': { input: 4, output: 20, date: '2026-10-01', source: 'contract' } },
};
const severities = ['error', 'warning', 'info', 'hint'];

function configuredExamples(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'lineitem-parity-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(examples, path.join(folder, 'examples'), { recursive: true });
  writeFileSync(path.join(folder, 'lineitem.json'), JSON.stringify(settings, null, 2));
  return folder;
}

interface Told {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly severity: string | undefined;
  readonly message: string;
}

const sorted = (told: readonly Told[]): readonly string[] => told.map((one) => JSON.stringify(one)).sort();

async function inTheTerminal(folder: string, now: number): Promise<readonly string[]> {
  const host = { ...testHost(), now: () => now };
  await loadPrices(host);
  const output = { answer: async () => undefined, remark: () => undefined, progress: () => undefined, isClosed: false, hasColour: false };
  const environment = { host, output, version: '0', workingFolder: folder, shipped: async () => null };
  const { report } = await reportOf(await readProject(readPlaces([], folder), now, environment), now, environment);
  const findings = report.findings.map(({ finding: { code, severity, message }, where: { file, line, column } }): Told => {
    return { file, line, column, code, severity, message };
  });
  const problems = report.problems.map(({ message, where: { file, line, column } }): Told => {
    return { file, line, column, code: 'undefined', severity: 'warning', message };
  });
  return sorted([...findings, ...problems]);
}

it('the editor says what the terminal says, settings included', async () => {
  const folder = configuredExamples();
  const host = testHost();
  const expected = await inTheTerminal(folder, host.now());
  expect(expected.some((one) => one.includes('"LI002"'))).toBe(true);
  expect(expected.some((one) => one.includes('"severity":"hint"'))).toBe(true);
  expect(expected.some((one) => one.includes('"file":"examples/invoice-reader'))).toBe(false);

  const root = pathToFileURL(folder).href;
  const editor = await startEditor(host, { folders: [root] });
  const [code] = filesBelow(folder).filter((file) => file.endsWith('agent.py'));
  await editor.open(`${root}/${code}`, await textOf(path.join(folder, code ?? '')));
  const shown = (): readonly string[] =>
    sorted([...editor.problems].flatMap(([uri, { diagnostics }]) => diagnostics.map((one) => toldBy(one, uri.slice(root.length + 1)))));
  await editor.until('the same findings', () => (shown().join('\n') === expected.join('\n') ? true : undefined)).catch(() => undefined);
  expect(shown()).toEqual(expected);
  await editor.stop();
});

function toldBy({ range, code, severity, message }: Diagnostic, file: string): Told {
  return {
    file: decodeURIComponent(file),
    line: range.start.line + 1,
    column: range.start.character + 1,
    code: String(code),
    severity: severities[(severity ?? 0) - 1],
    message: String(message),
  };
}

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => statSync(path.join(folder, file)).isFile());

async function textOf(file: string): Promise<string> {
  return (await testHost().workspace(path.dirname(file)).readText(path.basename(file))) ?? '';
}
