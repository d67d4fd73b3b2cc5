import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** `LINEITEM_CLI` names another build to test. */
const cli = process.env.LINEITEM_CLI ?? path.join(import.meta.dirname, '../../dist/cli/lineitem.cjs');

export interface CliAnswer {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly folder: string;
  readonly environment?: NodeJS.ProcessEnv;
  /** Stops reading after the first piece of the answer. */
  readonly closesEarly?: boolean;
  /** Piped in. */
  readonly input?: string;
}

/** Runs the bundled command as a user would. */
export function runCli(args: readonly string[], { folder, environment = {}, closesEarly = false, input }: CliOptions): Promise<CliAnswer> {
  if (!existsSync(cli)) throw new Error('The command line is not built: npm run build');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, ...args], { cwd: folder, env: { ...process.env, ...environment } });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      stdout += piece;
      if (closesEarly) child.stdout.destroy();
    });
    child.stderr.setEncoding('utf8').on('data', (piece: string) => {
      stderr += piece;
    });
    child.stdin.end(input);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}
