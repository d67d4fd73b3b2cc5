import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

export interface Site {
  readonly address: string;
  readonly close: () => void;
}

const page = '<link rel="icon" href="data:,"><script type="module" src="/page.mjs"></script>';
const types: Readonly<Record<string, string>> = {
  '': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/** Serves the built product, and the one page that uses it. */
export async function serveProduct(root: string): Promise<Site> {
  const read = async (path: string) => {
    if (path === '/') return page;
    return readFile(path === '/page.mjs' ? join(root, 'test', 'web', 'page.mjs') : join(root, 'dist', path));
  };
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname).replaceAll('\\', '/');
    read(path).then(
      (body) => response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { address: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}
