// A running VS Code server of the test host, with the packed extension installed, and the browser that shows it.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import type { EditorHost } from './test-host.ts';

export interface EditorServer {
  readonly url: string;
  readonly close: () => Promise<void>;
}

export interface EditorServerOptions {
  readonly vsix: string;
  /** Off only for the tests about Workspace Trust. */
  readonly trustEverything: boolean;
  /** Where `npm run editor` keeps its state; tests use a folder that goes away. */
  readonly folder?: string;
  readonly port?: number;
}

/** Settings that keep the editor still: nothing is fetched, nothing pops up. */
const settings = {
  'workbench.startupEditor': 'none',
  'workbench.colorTheme': 'Default Light Modern',
  'extensions.ignoreRecommendations': true,
  'extensions.autoCheckUpdates': false,
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'security.workspace.trust.untrustedFiles': 'open',
  'telemetry.telemetryLevel': 'off',
  'git.enabled': false,
  'editor.minimap.enabled': false,
};

export async function startEditorServer(host: EditorHost, options: EditorServerOptions): Promise<EditorServer> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'lineitem-editor-'));
  const places = ['--server-data-dir', folder, '--user-data-dir', join(folder, 'data'), '--extensions-dir', join(folder, 'extensions')];
  mkdirSync(join(folder, 'data', 'Machine'), { recursive: true });
  writeFileSync(join(folder, 'data', 'Machine', 'settings.json'), JSON.stringify(settings));
  const install = spawnSync(
    host.node,
    [host.serverMain, ...places, '--accept-server-license-terms', '--install-extension', options.vsix, '--force'],
    { encoding: 'utf8' },
  );
  if (install.status !== 0) throw new Error(`The editor refused the packed extension:\n${install.stdout}${install.stderr}`);

  const port = options.port ?? (await freePort());
  const trust = options.trustEverything ? ['--disable-workspace-trust'] : [];
  const server = spawn(
    host.node,
    [
      host.serverMain,
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
      '--without-connection-token',
      '--accept-server-license-terms',
      '--enable-smoke-test-driver',
      '--telemetry-level',
      'off',
      ...trust,
      ...places,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  process.once('exit', () => server.kill());
  await untilReady(server);
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill();
      await ended;
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

export function launchBrowser(executablePath: string): Promise<Browser> {
  const quiet = [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  return chromium.launch({ executablePath, args: ['--no-sandbox', ...quiet] });
}

/** The address of a folder in the editor. `payload` names an extension under development and its tests. */
export function editorAddress(server: string, folder: string, payload: readonly (readonly [string, string])[] = []): string {
  const remote = payload.map(([name, path]) => [name, `vscode-remote://${new URL(server).host}${path}`]);
  const query = new URLSearchParams({ folder, ...(remote.length > 0 ? { payload: JSON.stringify(remote) } : {}) });
  return `${server}/?${query}`;
}

function untilReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    const listen = (chunk: unknown) => {
      output += String(chunk);
      if (output.includes('Extension host agent listening')) resolve();
    };
    server.stdout?.on('data', listen);
    server.stderr?.on('data', listen);
    server.once('exit', (code) => reject(new Error(`The editor's server ended with code ${code}:\n${output}`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('No free port.'))));
    });
  });
}
