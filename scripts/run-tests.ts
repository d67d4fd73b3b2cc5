// Runs everything and ends with the counts on one line. Names on the command line choose stages: `npm test -- unit editor`.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type PackedProduct, packProduct } from './package.ts';
import { copyWorkspace, makeLauncher, prepareDesktop, runEditorSuites } from './run-tests-editor.ts';
import { prepareBrowser, prepareTestHost } from './test-host.ts';
import { type EditorServer, startEditorServer } from './test-host-server.ts';
import { startPostgres } from './test-postgres.ts';

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

interface Stage {
  readonly name: string;
  readonly run: () => Promise<Counts>;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const results = join(root, 'out', 'results');
const onLinux = process.platform === 'linux';
const desktop = process.env.LINEITEM_VSCODE === 'download' || !onLinux;

const stages: readonly Stage[] = [
  { name: 'check', run: () => command(['npm', 'run', 'check']) },
  { name: 'lint', run: () => command(['npm', 'run', 'lint']) },
  { name: 'build', run: () => command(['npm', 'run', 'build']) },
  { name: 'generate', run: () => command(['npm', 'run', 'generate', '--', '--check']) },
  { name: 'unit', run: () => vitest('unit', 'vitest.config.ts', {}) },
  { name: 'package', run: testPackage },
  { name: 'editor', run: testEditor },
  { name: 'browser', run: testBrowser },
  { name: 'warehouse', run: testWarehouse },
];

await main(process.argv.slice(2));

async function main(names: readonly string[]): Promise<void> {
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  const chosen = stages.filter(({ name }) => names.length === 0 || names.includes(name));
  // The slow part on a fresh machine, so it begins beside the stages that do not need it.
  const host = chosen.some(({ name }) => name === 'editor' || name === 'browser')
    ? start([process.execPath, 'scripts/test-host.ts'], {})
    : Promise.resolve(0);
  const total = { passed: 0, failed: 0 };
  for (const stage of chosen) {
    // Two installers of Debian packages do not run side by side.
    if (stage.name === 'editor' || stage.name === 'browser' || stage.name === 'warehouse') await host;
    const began = Date.now();
    const { passed, failed } = await stage.run().catch(report);
    console.log(`${stage.name}: ${passed} passed, ${failed} failed (${((Date.now() - began) / 1000).toFixed(0)} s)\n`);
    total.passed += passed;
    total.failed += failed;
  }
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exit(total.failed === 0 ? 0 : 1);
}

function report(error: unknown): Counts {
  console.error(error instanceof Error ? error.message : error);
  return { passed: 0, failed: 1 };
}

async function testPackage(): Promise<Counts> {
  const { problems } = await packProduct({ update: false });
  for (const problem of problems) console.error(problem);
  return problems.length === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: problems.length };
}

async function testEditor(): Promise<Counts> {
  const { vsix } = packed();
  if (desktop) return runEditorSuites(root, await prepareDesktop(root, vsix));
  const host = prepareTestHost();
  return withServer(startEditorServer(host, { vsix, trustEverything: true }), (server) =>
    runEditorSuites(root, {
      executable: makeLauncher(root),
      launchArgs: [],
      environment: { LINEITEM_EDITOR_URL: server.url, LINEITEM_CHROMIUM: host.chromium },
    }),
  );
}

/** Looking at the editor needs the test host; where that can't run, the bundle for browsers is still tried. */
async function testBrowser(): Promise<Counts> {
  if (!onLinux) {
    console.log('The tests that look at the editor run on Linux only; here the browser bundle alone is tried.');
    return vitest('browser', 'test/editor/vitest.config.ts', { LINEITEM_CHROMIUM: prepareBrowser() }, ['test/web']);
  }
  const host = prepareTestHost();
  const { vsix } = packed();
  return withServer(startEditorServer(host, { vsix, trustEverything: true }), (trusting) =>
    withServer(startEditorServer(host, { vsix, trustEverything: false }), (wary) =>
      vitest('browser', 'test/editor/vitest.config.ts', {
        LINEITEM_CHROMIUM: host.chromium,
        LINEITEM_EDITOR_URL: trusting.url,
        LINEITEM_UNTRUSTED_EDITOR_URL: wary.url,
        LINEITEM_WORKSPACE: copyWorkspace(root, 'agents'),
      }),
    ),
  );
}

/** The views on PostgreSQL: that they say what DuckDB says. Debian's packages bring it, so it is tried on Linux only. */
async function testWarehouse(): Promise<Counts> {
  if (!onLinux) {
    console.log('The views are tried on PostgreSQL on Linux only.');
    return { passed: 0, failed: 0 };
  }
  const server = startPostgres();
  try {
    const environment = { LINEITEM_POSTGRES_SOCKET: server.socket, LINEITEM_POSTGRES_USER: server.user };
    return await vitest('warehouse', 'test/postgres/vitest.config.ts', environment);
  } finally {
    server.stop();
  }
}

async function withServer<T>(starting: Promise<EditorServer>, use: (server: EditorServer) => Promise<T>): Promise<T> {
  const server = await starting;
  try {
    return await use(server);
  } finally {
    await server.close();
  }
}

function packed(): Pick<PackedProduct, 'vsix'> {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const vsix = join(root, 'out', 'package', `${name}-${version}.vsix`);
  if (!existsSync(vsix)) throw new Error('There is no packed extension: run `npm run package` first.');
  return { vsix };
}

async function command(parts: readonly string[]): Promise<Counts> {
  return (await start(parts, {})) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function vitest(
  name: string,
  config: string,
  environment: Readonly<Record<string, string>>,
  paths: readonly string[] = [],
): Promise<Counts> {
  const output = join(results, `${name}.json`);
  const code = await start(
    [
      'npx',
      'vitest',
      'run',
      ...paths,
      '--root',
      root,
      '--config',
      join(root, config),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${output}`,
    ],
    environment,
  );
  if (!existsSync(output)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests }: { numPassedTests: number; numFailedTests: number } = JSON.parse(readFileSync(output, 'utf8'));
  // A file that does not load has no failed test in it, but fails the run.
  return { passed: numPassedTests, failed: code === 0 ? 0 : Math.max(1, numFailedTests) };
}

function start([program = '', ...args]: readonly string[], environment: Readonly<Record<string, string>>): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...environment },
      shell: process.platform === 'win32',
    });
    child.once('error', (error) => resolve(report(error).failed));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
