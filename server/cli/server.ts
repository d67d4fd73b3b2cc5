import { createConnection } from 'vscode-languageserver/node';
import { startNodeServer } from '../host/node/start-server.ts';
import type { Environment, ExitCode } from './environment.ts';

/** Serves an editor over standard input and output, until the editor says that it is enough: the connection ends the process. */
export function server(_environment: Environment): Promise<ExitCode> {
  startNodeServer(createConnection(process.stdin, process.stdout));
  return new Promise(() => undefined);
}
