// Builds everything that ships into dist/: the client, the server and the command line, each for where it runs, and the assets
// that the host hands to the analyzer by address.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

// zod carries its messages in fifty languages and imports English by itself.
const englishOnly = {
  name: 'english-only',
  setup: ({ onLoad }) => onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.(js|cjs)$/ }, () => ({ contents: 'export {};' })),
};

const shared = {
  bundle: true,
  minify: true,
  sourcemap: false,
  target: 'es2022',
  logLevel: 'warning',
  legalComments: 'none',
  plugins: [englishOnly],
  // Its main file asks for its parts in a way that no bundler sees.
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
};

// A bundle for Node is CommonJS (the editor loads no other), where `import.meta.url` has to be made.
const forNode = {
  ...shared,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  define: { 'import.meta.url': 'lineitemBundleUrl' },
  banner: { js: "const lineitemBundleUrl = require('node:url').pathToFileURL(__filename).href;" },
};
const forBrowser = {
  ...shared,
  platform: 'browser',
  conditions: ['browser'],
  mainFields: ['browser', 'module', 'main'],
  // What the library has for browsers brings what it needs of Node along.
  alias: { 'csv-stringify/sync': 'csv-stringify/browser/esm/sync' },
};

const bundles = [
  { ...forNode, entryPoints: ['client/extension.ts'], outfile: 'dist/client/extension.cjs', external: ['vscode'] },
  { ...forBrowser, entryPoints: ['client/extension.web.ts'], outfile: 'dist/client/extension.web.js', format: 'cjs', external: ['vscode'] },
  { ...forNode, entryPoints: ['server/host/node/server.ts'], outfile: 'dist/server/server.cjs' },
  {
    ...forBrowser,
    entryPoints: ['server/host/web/server.ts'],
    outfile: 'dist/server/server.web.js',
    format: 'iife',
    external: ['node:*', 'fs/promises', 'module'],
  },
  {
    ...forNode,
    entryPoints: ['server/cli/main.ts'],
    outfile: 'dist/cli/lineitem.cjs',
    // An engine of its own, installed by those whose logs need it.
    external: ['@duckdb/node-api'],
    banner: { js: `#!/usr/bin/env node\n${forNode.banner.js}` },
  },
  { ...forNode, entryPoints: ['server/host/node/scan-worker.ts'], outfile: 'dist/worker/scan-worker.cjs' },
  { ...forBrowser, entryPoints: ['server/bill-page/main.ts'], outfile: 'dist/assets/bill-page.js', format: 'iife' },
  { ...shared, entryPoints: ['server/bill-page/style.css'], outfile: 'dist/assets/bill-page.css' },
];

const grammars = ['python', 'typescript', 'tsx', 'javascript'];
const copies = [
  ['node_modules/web-tree-sitter/web-tree-sitter.wasm', 'web-tree-sitter.wasm'],
  ...grammars.map((name) => [`node_modules/@vscode/tree-sitter-wasm/wasm/tree-sitter-${name}.wasm`, `tree-sitter-${name}.wasm`]),
];
const documents = [
  ...namesIn('docs', '.schema.json').map((name) => [join('docs', name), name]),
  ...namesIn('docs/rules', '.md')
    .filter((name) => name !== 'README.md')
    .map((name) => [join('docs/rules', name), join('rules', name)]),
];
const generators = ['scripts/build-ranks.ts', 'scripts/build-prices.ts'];

await main();

async function main() {
  for (const folder of ['client', 'server', 'cli', 'worker']) rmSync(join('dist', folder), { recursive: true, force: true });
  const ready = bundles.filter(({ entryPoints }) => existsSync(entryPoints[0]));
  await Promise.all(ready.map((options) => build(options)));
  for (const [source, name] of [...copies, ...documents]) copyAsset(source, join('dist/assets', name));
  for (const script of generators.filter((path) => existsSync(path))) run(script);
}

function namesIn(folder, ending) {
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(ending)) : [];
}

function copyAsset(source, target) {
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(source, target);
}

function run(script) {
  // The scripts are TypeScript, which the Node that comes with the project runs as it is.
  const node = join('node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const { status } = spawnSync(node, [script], { stdio: 'inherit' });
  if (status !== 0) throw new Error(`${script} failed`);
}
