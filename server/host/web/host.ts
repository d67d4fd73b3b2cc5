import { assetFiles } from '../asset-files.ts';
import type { Host, LogLevel, Workspace } from '../host.ts';

export interface WebHostOptions {
  /** The address of the folder that holds the assets, ending in `/`; rejects where the editor gave none. */
  readonly assets: Promise<string>;
  readonly log: (level: LogLevel, message: string) => void;
}

/** The host in a browser's worker: no disk, and of the workspace only the documents that the editor hands over. */
export function createWebHost({ assets, log }: WebHostOptions): Host {
  return {
    workspace: onlyOpenDocuments,
    rootOf: () => null,
    asset: async (name) => unpacked(await bytesAt(`${await assets}${assetFiles[name]}`)),
    async rulePage(rule) {
      const answer = await fetch(`${await assets}rules/${encodeURIComponent(rule)}.md`);
      return answer.ok ? answer.text() : null;
    },
    log,
    now: () => Date.now(),
  };
}

async function bytesAt(address: string): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}.`);
  return new Uint8Array(await answer.arrayBuffer());
}

/** Some servers unpack what they send, by themselves. */
async function unpacked(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function onlyOpenDocuments(root: string): Workspace {
  return {
    root,
    readText: async () => null,
    writeText: async (file) => {
      throw new Error(`${file} can only be changed by the editor.`);
    },
    scan: async () => ({ files: 0, read: 0 }),
    bring: async () => undefined,
    search: async () => [],
    dispose: () => undefined,
  };
}
