import { type ExtensionContext, Uri, workspace } from 'vscode';

/** The price list that the user chose, kept where the editor keeps what belongs to us. */
export interface OwnPrices {
  /** Undefined where the list that ships holds. */
  readonly read: () => Promise<string | undefined>;
  readonly keep: (prices: string) => Promise<void>;
  readonly forget: () => Promise<void>;
}

export function createOwnPrices({ globalStorageUri }: Pick<ExtensionContext, 'globalStorageUri'>): OwnPrices {
  const file = Uri.joinPath(globalStorageUri, 'prices.json');
  const fresh = Uri.joinPath(globalStorageUri, 'prices.new.json');
  return {
    async read() {
      try {
        return new TextDecoder().decode(await workspace.fs.readFile(file));
      } catch {
        return undefined;
      }
    },
    async keep(prices) {
      await workspace.fs.createDirectory(globalStorageUri);
      // Whole or not at all: the last good list stays until the new one lies beside it.
      await workspace.fs.writeFile(fresh, new TextEncoder().encode(prices));
      await workspace.fs.rename(fresh, file, { overwrite: true });
    },
    async forget() {
      if ((await this.read()) !== undefined) await workspace.fs.delete(file);
    },
  };
}
