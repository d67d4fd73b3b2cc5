// Runs the suites inside an editor, through @vscode/test-electron: the desktop VS Code where it can be downloaded, else the test
// host, for which a launcher of ours stands in as the executable.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import type { SuiteResults } from '../test/editor/suites/run-suite.ts';

/** How an editor with the packed extension is started. */
export interface EditorUnderTest {
  readonly executable: string;
  readonly launchArgs: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

const desktopVersion = '1.139.1';
const suites = ['agents', 'quiet'];

/** Each suite gets a copy of its folder, which it may write to. */
export async function runEditorSuites(root: string, editor: EditorUnderTest): Promise<SuiteResults> {
  const total = { passed: 0, failed: 0 };
  for (const suite of suites) {
    const folder = join(root, 'out', 'editor', suite);
    await buildSuite(root, suite, folder);
    await runTests({
      vscodeExecutablePath: editor.executable,
      extensionDevelopmentPath: folder,
      extensionTestsPath: join(folder, 'index.cjs'),
      launchArgs: [copyWorkspace(root, suite), ...editor.launchArgs],
      extensionTestsEnv: { ...editor.environment },
    }).catch((error: unknown) => console.error(String(error)));
    const { passed, failed } = resultsOf(folder);
    total.passed += passed;
    total.failed += failed;
  }
  return total;
}

export function copyWorkspace(root: string, name: string): string {
  const target = join(root, 'out', 'editor', 'workspaces', name);
  rmSync(target, { recursive: true, force: true });
  cpSync(join(root, 'test', 'editor', 'fixtures', name), target, { recursive: true });
  return target;
}

/** An executable that @vscode/test-electron can spawn: our launcher under this very Node. */
export function makeLauncher(root: string): string {
  const path = join(root, 'out', 'editor', 'launcher.sh');
  mkdirSync(join(root, 'out', 'editor'), { recursive: true });
  writeFileSync(path, `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'scripts', 'launcher.ts')}" "$@"\n`);
  chmodSync(path, 0o755);
  return path;
}

export async function prepareDesktop(root: string, vsix: string): Promise<EditorUnderTest> {
  const executable = await downloadAndUnzipVSCode({ version: desktopVersion, cachePath: join(root, '.cache', 'vscode') });
  const profile = join(root, 'out', 'editor', 'desktop');
  rmSync(profile, { recursive: true, force: true });
  const places = [`--extensions-dir=${join(profile, 'extensions')}`, `--user-data-dir=${join(profile, 'data')}`];
  const [command = executable, ...args] = resolveCliArgsFromVSCodeExecutablePath(executable, { reuseMachineInstall: true });
  const install = spawnSync(command, [...args, ...places, '--install-extension', vsix], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (install.status !== 0) throw new Error(`VS Code refused the packed extension:\n${install.stdout}${install.stderr}`);
  return { executable, launchArgs: places, environment: {} };
}

async function buildSuite(root: string, suite: string, folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  await build({
    entryPoints: [join(root, 'test', 'editor', 'suites', `${suite}.ts`)],
    outfile: join(folder, 'index.cjs'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: `lineitem-tests-${suite}`, publisher: 'lineitem', version: '0.0.1', engines: { vscode: '*' } }),
  );
}

/** A suite that left no results did not get as far as its first test: that is one failure. */
function resultsOf(folder: string): SuiteResults {
  const path = join(folder, 'results.json');
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : { passed: 0, failed: 1 };
}
