import { Uri, window, workspace } from 'vscode';
import { type ReadPricesParams, type ReadPricesReply, readPricesRequest } from '../../server/lsp/protocol.ts';
import type { OwnPrices } from '../own-prices.ts';
import type { Session } from '../session.ts';

const catalogue = 'node_modules/@pydantic/genai-prices';

interface Choice {
  readonly label: string;
  readonly description: string;
  readonly read: () => Promise<ReadPricesParams | undefined>;
}

/** Takes a price list from a file or from the catalogue's package in the workspace. Nothing is fetched, and nothing of it is run. */
export function updatePrices(session: Session, prices: OwnPrices) {
  return async (from?: Uri) => {
    const chosen = from === undefined ? await choose(prices, session) : await readFile(from);
    if (chosen === undefined) return;
    const { prices: taken, says } = await session.ask<ReadPricesReply>(readPricesRequest, chosen);
    if (taken === null) {
      await window.showErrorMessage(`These prices were not taken, and those before still hold: ${says}`);
      return;
    }
    await prices.keep(taken);
    await session.restart();
    void window.showInformationMessage(`Lineitem now reads ${says}.`);
  };
}

async function choose(prices: OwnPrices, session: Session): Promise<ReadPricesParams | undefined> {
  const ours: Choice = {
    label: 'The prices that came with Lineitem',
    description: 'take back what was chosen before',
    async read() {
      await prices.forget();
      await session.restart();
      return undefined;
    },
  };
  const file: Choice = {
    label: 'A file',
    description: "the catalogue's data, as JSON",
    async read() {
      const [picked] = (await window.showOpenDialog({ filters: { 'Price list': ['json', 'js'] }, openLabel: 'Take these prices' })) ?? [];
      return picked === undefined ? undefined : readFile(picked);
    },
  };
  const installed = await packagesInWorkspace();
  const own = (await prices.read()) === undefined ? [] : [ours];
  const picked = await window.showQuickPick([...installed, file, ...own], { placeHolder: 'Take prices from where?' });
  return picked?.read();
}

async function packagesInWorkspace(): Promise<readonly Choice[]> {
  const found: Choice[] = [];
  for (const { uri, name } of workspace.workspaceFolders ?? []) {
    const manifest = await readText(Uri.joinPath(uri, catalogue, 'package.json'));
    const version = manifest === undefined ? undefined : /"version":\s*"([^"]+)"/.exec(manifest)?.[1];
    if (version === undefined) continue;
    found.push({
      label: `@pydantic/genai-prices ${version}`,
      description: `installed in ${name}`,
      async read() {
        const text = await readText(Uri.joinPath(uri, catalogue, 'dist', 'index.js'));
        return text === undefined ? undefined : { text, version };
      },
    });
  }
  return found;
}

async function readFile(uri: Uri): Promise<ReadPricesParams | undefined> {
  const text = await readText(uri);
  return text === undefined ? undefined : { text, version: null };
}

async function readText(uri: Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}
