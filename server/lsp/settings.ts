import type { Connection } from 'vscode-languageserver';

/** One switch a surface; an editor may set each for one language or folder. */
export interface Settings {
  readonly inlayHints: { readonly calls: boolean; readonly prompts: boolean };
  readonly hover: boolean;
  readonly diagnostics: boolean;
  readonly codeActions: boolean;
  readonly codeLens: boolean;
  /** Problems of files that no editor shows. */
  readonly workspaceProblems: boolean;
}

export interface SettingsSource {
  /** Of one document or folder; the editor decides what holds there. */
  for(uri: string): Promise<Settings>;
  /** Forgets what was asked; an editor that can't be asked sends all settings along. */
  changed(sent: unknown): void;
}

const section = 'lineitem';

export function createSettings(connection: Connection, canAsk: () => boolean): SettingsSource {
  let kept = new Map<string, Promise<Settings>>();
  let sent: Settings = readSettings(undefined);

  const ask = async (scopeUri: string): Promise<Settings> => {
    try {
      return readSettings(await connection.workspace.getConfiguration({ scopeUri, section }));
    } catch {
      return sent;
    }
  };
  return {
    for(uri) {
      if (!canAsk()) return Promise.resolve(sent);
      const known = kept.get(uri) ?? ask(uri);
      kept.set(uri, known);
      return known;
    },
    changed(all) {
      kept = new Map();
      sent = readSettings(member(all, section));
    },
  };
}

/** What an editor sends is anything; what is no boolean leaves the default. */
function readSettings(value: unknown): Settings {
  const hints = member(value, 'inlayHints');
  return {
    inlayHints: { calls: flag(hints, 'calls', true), prompts: flag(hints, 'prompts', true) },
    hover: flag(value, 'hover', true),
    diagnostics: flag(value, 'diagnostics', true),
    codeActions: flag(value, 'codeActions', true),
    codeLens: flag(value, 'codeLens', false),
    workspaceProblems: flag(value, 'workspaceProblems', true),
  };
}

function flag(value: unknown, name: string, otherwise: boolean): boolean {
  const found = member(value, name);
  return typeof found === 'boolean' ? found : otherwise;
}

export function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined;
}
