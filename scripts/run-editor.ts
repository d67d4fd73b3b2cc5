// Opens a real VS Code, with the extension as it ships, on `examples/` or on the folder named: in a browser page on Linux, as the
// desktop program elsewhere. Runs until it is stopped.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packProduct } from './package.ts';
import { prepareDesktop } from './run-tests-editor.ts';
import { prepareEditorHost } from './test-host.ts';
import { editorAddress, startEditorServer } from './test-host-server.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = resolve(process.argv[2] ?? join(root, 'examples'));
const port = Number(process.env.LINEITEM_EDITOR_PORT ?? 8123);

const build = spawnSync(process.execPath, ['esbuild.mjs'], { cwd: root, stdio: 'inherit' });
if (build.status !== 0) process.exit(1);
const { vsix } = await packProduct({ update: false });
if (process.platform === 'linux') await openInBrowser();
else await openDesktop();

async function openInBrowser(): Promise<void> {
  const host = prepareEditorHost();
  const server = await startEditorServer(host, { vsix, trustEverything: true, folder: join(root, 'out', 'editor', 'run'), port });
  console.log(`VS Code with Lineitem is open at ${editorAddress(server.url, folder)}`);
  console.log('Ctrl+C stops it.');
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await server.close();
}

async function openDesktop(): Promise<void> {
  const { executable, launchArgs } = await prepareDesktop(root, vsix);
  console.log(`Opening VS Code on ${folder}.`);
  await once(spawn(executable, [folder, ...launchArgs], { stdio: 'ignore' }), 'exit');
}
