// Makes the two things that ship, the VSIX and the npm tarball, and holds their file lists against the committed ones.
// `--update` writes the lists anew.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';

export interface PackedProduct {
  readonly vsix: string;
  readonly tarball: string;
  /** One line each: a file too many or missing, or a package over its size. */
  readonly problems: readonly string[];
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly license: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly engines: Readonly<Record<string, string>>;
  readonly keywords: readonly string[];
}

const root = fileURLToPath(new URL('..', import.meta.url));
const output = join(root, 'out', 'package');
const largestVsix = 10_000_000;

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();

async function main(): Promise<void> {
  const build = spawnSync(process.execPath, ['esbuild.mjs'], { cwd: root, stdio: 'inherit' });
  if (build.status !== 0) process.exit(1);
  const { vsix, tarball, problems } = await packProduct({ update: process.argv.includes('--update') });
  for (const path of [vsix, tarball]) console.log(`${path}  ${(statSync(path).size / 1e6).toFixed(2)} MB`);
  for (const problem of problems) console.error(problem);
  process.exit(problems.length === 0 ? 0 : 1);
}

/** Packs what `dist/` holds; the build comes first. */
export async function packProduct({ update }: { readonly update: boolean }): Promise<PackedProduct> {
  const manifest: Manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  const vsix = join(output, `${manifest.name}-${manifest.version}.vsix`);
  await createVSIX({
    cwd: root,
    packagePath: vsix,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
    skipLicense: true,
  });
  const inVsix = await listFiles({ cwd: root, packageManager: PackageManager.None });
  const { tarball, files } = packTarball(manifest);
  const size = statSync(vsix).size;
  return {
    vsix,
    tarball,
    problems: [
      ...compareList('vsix', inVsix, update),
      ...compareList('npm', files, update),
      ...(size > largestVsix ? [`${vsix} has ${size} bytes; the most is ${largestVsix}.`] : []),
    ],
  };
}

/** The command line alone: what the editor needs stays out of the tarball. */
function packTarball(manifest: Manifest): { tarball: string; files: string[] } {
  const stage = join(output, 'npm');
  const { name, version, description, license, bin, engines, keywords } = manifest;
  mkdirSync(stage, { recursive: true });
  writeFileSync(
    join(stage, 'package.json'),
    JSON.stringify({ name, version, description, license, keywords, bin, engines: { node: engines.node }, files: ['dist'] }, null, 2),
  );
  for (const path of ['README.md', 'LICENSE', 'CHANGELOG.md', 'dist/cli', 'dist/worker', 'dist/assets'].filter((path) =>
    existsSync(join(root, path)),
  )) {
    cpSync(join(root, path), join(stage, path), { recursive: true });
  }
  const pack = spawnSync('npm', ['pack', '--json', '--loglevel=error', '--pack-destination', output], {
    cwd: stage,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (pack.status !== 0) throw new Error(`npm pack failed:\n${pack.stderr}`);
  const [packed]: { filename: string; files: { path: string }[] }[] = JSON.parse(pack.stdout);
  if (packed === undefined) throw new Error('npm pack named no tarball.');
  return { tarball: join(output, packed.filename), files: packed.files.map((file) => file.path) };
}

function compareList(product: 'vsix' | 'npm', files: readonly string[], update: boolean): string[] {
  const path = join(root, 'test', 'package', `${product}.txt`);
  const found = files.map((file) => file.replaceAll('\\', '/')).sort();
  if (update) writeFileSync(path, `${found.join('\n')}\n`);
  const expected = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  return [
    ...found
      .filter((file) => !expected.includes(file))
      .map((file) => `${product}: ${file} ships, but is not in test/package/${product}.txt.`),
    ...expected
      .filter((file) => !found.includes(file))
      .map((file) => `${product}: ${file} is in test/package/${product}.txt, but does not ship.`),
  ];
}
