import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { version } from '../../../package.json';
import { startServer } from '../../lsp/server.ts';
import type { LogLevel } from '../host.ts';
import { createWebHost } from './host.ts';

declare const self: DedicatedWorkerGlobalScope;

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
const log: Readonly<Record<LogLevel, (message: string) => void>> = {
  info: (message) => connection.console.info(message),
  warning: (message) => connection.console.warn(message),
  error: (message) => connection.console.error(message),
};

let tellAssets: (address: string | null) => void = () => undefined;
const assets = new Promise<string>((resolve, reject) => {
  tellAssets = (address) => (address === null ? reject(new Error('The editor did not say where the assets lie.')) : resolve(address));
});
// Asked for later, if ever.
assets.catch(() => undefined);

startServer(connection, createWebHost({ assets, log: (level, message) => log[level](message) }), {
  version,
  onInitialize: (features) => tellAssets(features.assets),
});
