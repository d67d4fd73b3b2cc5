// Stands where a browser's editor would: speaks the protocol with the server's bundle in a worker.
const worker = new Worker('/server/server.web.js');
const waiting = new Map();
let lastId = 0;

export const problems = new Map();

worker.addEventListener('error', (event) => console.error(`The worker failed: ${event.message}`));
worker.addEventListener('message', ({ data }) => {
  if (data.method === undefined) return settle(data);
  if (data.method === 'textDocument/publishDiagnostics') problems.set(data.params.uri, data.params.diagnostics);
  if (data.id !== undefined) worker.postMessage({ jsonrpc: '2.0', id: data.id, result: answer(data) });
});

export function request(method, params) {
  const id = ++lastId;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    worker.postMessage({ jsonrpc: '2.0', id, method, params });
  });
}

export function notify(method, params) {
  worker.postMessage({ jsonrpc: '2.0', method, params });
}

function settle({ id, result, error }) {
  const { resolve, reject } = waiting.get(id);
  waiting.delete(id);
  if (error === undefined) resolve(result);
  else reject(new Error(error.message));
}

/** The server asks for settings and registers capabilities; this page has none to give. */
function answer({ method, params }) {
  return method === 'workspace/configuration' ? params.items.map(() => null) : null;
}

globalThis.lsp = { request, notify, problems };
