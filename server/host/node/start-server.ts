import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Connection } from 'vscode-languageserver/node';
import { version } from '../../../package.json';
import { mentionPattern } from '../../core/sdks/mentions.ts';
import { startServer } from '../../lsp/server.ts';
import type { LogLevel } from '../host.ts';
import { cacheFolder } from './cache-folder.ts';
import { provideCommands } from './commands.ts';
import { createNodeHost } from './host.ts';

/** Serves an editor from this process. What ships lies beside every bundle: `../assets`, `../worker`. */
export function startNodeServer(connection: Connection): void {
  const dist = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
  const assets = path.join(dist, 'assets');
  const log: Readonly<Record<LogLevel, (message: string) => void>> = {
    info: (message) => connection.console.info(message),
    warning: (message) => connection.console.warn(message),
    error: (message) => connection.console.error(message),
  };
  const host = createNodeHost({
    assets,
    worker: path.join(dist, 'worker', 'scan-worker.cjs'),
    mentions: mentionPattern(),
    cache: cacheFolder(process.env),
    log: (level, message) => log[level](message),
  });
  provideCommands(connection, { host, version, assets });
  startServer(connection, host, { version, assets: `${pathToFileURL(assets)}/`, processId: process.pid });
}
