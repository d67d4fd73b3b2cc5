// A PostgreSQL server of our own for the time of a test: from Debian's packages, in a temporary folder, on a socket alone.
import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installDebianPackages } from './test-host.ts';

export interface PostgresServer {
  /** What `psql` takes as its host: the folder of the socket. */
  readonly socket: string;
  readonly user: string;
  stop(): void;
}

const installed = '/usr/lib/postgresql';
/** The server refuses to run as root; Debian's package makes this account for it. */
const account = 'postgres';

export function startPostgres(): PostgresServer {
  const bin = findBinaries();
  const folder = mkdtempSync(join(tmpdir(), 'lineitem-postgres-'));
  const isRoot = process.getuid?.() === 0;
  if (isRoot) chownSync(folder, idOf('-u'), idOf('-g'));
  const run = (program: string, ...args: readonly string[]): void => {
    const whole = [join(bin, program), ...args];
    const [command = '', ...rest] = isRoot ? ['runuser', '-u', account, '--', ...whole] : whole;
    const { status, stdout, stderr } = spawnSync(command, rest, { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${program} failed: ${(stderr || stdout).trim()}`);
  };
  const data = join(folder, 'data');
  run('initdb', '--auth=trust', `--username=${account}`, '--encoding=UTF8', '--locale=C', '--pgdata', data);
  run('pg_ctl', 'start', '--wait', '--silent', '--pgdata', data, '--log', join(folder, 'log'), '-o', `-k ${folder} -c listen_addresses=''`);
  return {
    socket: folder,
    user: account,
    stop() {
      run('pg_ctl', 'stop', '--mode=fast', '--silent', '--pgdata', data);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function findBinaries(): string {
  const found = newest();
  if (found !== null) return found;
  if (process.platform !== 'linux') throw new Error('Please install PostgreSQL; the views are tested on it.');
  installDebianPackages(['postgresql'], 'the warehouse that the views are tested on');
  const fresh = newest();
  if (fresh === null) throw new Error(`PostgreSQL is not in ${installed}, although it was installed.`);
  return fresh;
}

function newest(): string | null {
  if (!existsSync(installed)) return null;
  const versions = readdirSync(installed).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(installed, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb'))) ?? null;
}

function idOf(kind: '-u' | '-g'): number {
  return Number(spawnSync('id', [kind, account], { encoding: 'utf8' }).stdout);
}
