// Runs each generator of this folder; `--check` fails where a committed file is stale, and writes nothing.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = import.meta.dirname;
const generators = readdirSync(folder).filter((name) => /^generate-.*\.ts$/.test(name));
const failed = generators.filter(
  (name) => spawnSync(process.execPath, [join(folder, name), ...process.argv.slice(2)], { stdio: 'inherit' }).status !== 0,
);
process.exit(failed.length === 0 ? 0 : 1);
