// The test host: a whole VS Code that comes from the npm registry, and a browser to open it in. It is no dependency of the
// project: it lives in the user's cache folder, is installed when it is missing, and stays there between runs.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What runs a VS Code server. */
export interface EditorHost {
  /** Node 24. */
  readonly node: string;
  readonly serverMain: string;
}

export interface TestHost extends EditorHost {
  readonly chromium: string;
}

/** Its version 4.139.1 carries VS Code 1.139.1. */
const codeServer = { name: 'code-server', version: '4.139.1' };
const browsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const buildPackages = ['build-essential', 'python3', 'pkg-config', 'libkrb5-dev', 'libsecret-1-dev', 'libxkbfile-dev', 'libx11-dev'];

/** Returns the host, installing what is missing; throws with one line that says what to install where it can't. */
export function prepareTestHost(): TestHost {
  return { ...prepareEditorHost(), chromium: prepareBrowser() };
}

export function prepareEditorHost(): EditorHost {
  if (process.platform !== 'linux') throw new Error('The browser test host runs on Linux only; elsewhere the desktop VS Code is used.');
  if (Number(process.versions.node.split('.')[0]) < 24)
    throw new Error('The test host needs Node 24: start it through npm, which puts it first.');
  return { node: process.execPath, serverMain: prepareCodeServer() };
}

export function prepareBrowser(): string {
  const named = process.env.LINEITEM_CHROMIUM;
  if (named !== undefined) return named;
  const found = browsers.find((path) => existsSync(path));
  if (found !== undefined) return found;
  if (process.platform !== 'linux') throw new Error('Please install Google Chrome, or name a Chromium in LINEITEM_CHROMIUM.');
  installDebianPackages(['chromium'], 'the browser that the editor is tested in');
  return '/usr/bin/chromium';
}

function prepareCodeServer(): string {
  const folder = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'lineitem-test-host');
  const serverMain = join(folder, 'node_modules', codeServer.name, 'lib', 'vscode', 'out', 'server-main.js');
  // npm writes this file last, so a killed install is not taken for a whole one.
  const installed = () => existsSync(join(folder, 'node_modules', '.package-lock.json')) && existsSync(serverMain);
  if (installed()) return serverMain;

  installDebianPackages(buildPackages, 'the parts of VS Code that are built here');
  console.log(
    `Installing ${codeServer.name} ${codeServer.version} (VS Code 1.139, about 620 MB, about 3 minutes) into ${folder} to test in a real editor.`,
  );
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: { [codeServer.name]: codeServer.version } }));
  const install = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    env: installEnvironment(),
    encoding: 'utf8',
  });
  if (install.status === 0 && installed()) return serverMain;
  console.error(`${install.stdout ?? ''}${install.stderr ?? ''}`.split('\n').slice(-40).join('\n'));
  throw new Error(
    `Could not install ${codeServer.name} ${codeServer.version}: run \`npm install ${codeServer.name}@${codeServer.version}\` in ${folder} with Node 24.`,
  );
}

/** The settings of the npm that runs us are not meant for the one that we run. */
function installEnvironment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name));
  const headers = ['/usr', '/usr/local'].find((prefix) => existsSync(join(prefix, 'include', 'node', 'node_api.h')));
  return {
    ...Object.fromEntries(inherited),
    PATH: `${dirname(process.execPath)}:${process.env.PATH ?? ''}`,
    // Headers that lie on the machine serve where nodejs.org can't be reached.
    ...(headers === undefined ? {} : { npm_config_nodedir: headers }),
  };
}

/** Says what it installs and what for; throws with the line that would install it where it can't. */
export function installDebianPackages(packages: readonly string[], purpose: string): void {
  const missing = packages.filter((name) => spawnSync('dpkg', ['-s', name], { stdio: 'ignore' }).status !== 0);
  if (missing.length === 0) return;
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  const administrator = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  if (spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0)
    throw new Error(`Please install ${missing.join(', ')}: ${purpose}.`);
  console.log(`Installing Debian packages ${missing.join(' ')}: ${purpose}.`);
  for (const step of ['apt-get update', command]) {
    const [program = 'apt-get', ...rest] = [...administrator, ...step.split(' ')];
    const run = spawnSync(program, rest, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, encoding: 'utf8' });
    if (run.status !== 0 && step === command)
      throw new Error(`Please install ${missing.join(', ')} (${purpose}): ${command}\n${run.stderr ?? ''}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url) && process.platform === 'linux') {
  try {
    prepareTestHost();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
