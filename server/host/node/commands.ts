import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Connection } from 'vscode-languageserver/node';
import { diff } from '../../cli/diff.ts';
import type { Environment, ExitCode } from '../../cli/environment.ts';
import { UsageError } from '../../cli/errors.ts';
import { usageImport } from '../../cli/usage-import.ts';
import { compareBaseRequest, importUsageRequest, type MarkdownReply } from '../../lsp/protocol.ts';
import { member } from '../../lsp/settings.ts';
import type { Host } from '../host.ts';

export interface CommandsOptions {
  readonly host: Host;
  readonly version: string;
  /** The folder of what ships. */
  readonly assets: string;
}

/**
 * What only a machine with a disk can do for an editor, in the command line's own words: git is run, and logs of any size are
 * read. The client asks for neither in a folder that is not trusted.
 */
export function provideCommands(connection: Connection, { host, version, assets }: CommandsOptions): void {
  const run = async (folder: unknown, command: (environment: Environment) => Promise<ExitCode>): Promise<MarkdownReply> => {
    if (typeof folder !== 'string' || !folder.startsWith('file:')) return { markdown: 'This needs a folder on a disk.' };
    const said = captured();
    const shipped = (name: string) => readFile(path.join(assets, name), 'utf8').catch(() => null);
    try {
      await command({ host, version, shipped, output: said.output, workingFolder: fileURLToPath(folder) });
      return { markdown: said.text() };
    } catch (error) {
      if (!(error instanceof UsageError)) host.log('error', error instanceof Error ? (error.stack ?? error.message) : String(error));
      return { markdown: error instanceof UsageError ? error.message : 'This failed. The log says why.' };
    }
  };

  connection.onRequest(compareBaseRequest, async (params: unknown): Promise<MarkdownReply> => {
    const base = member(params, 'base');
    if (typeof base !== 'string') return { markdown: 'This needs the name of a commit.' };
    const { markdown } = await run(member(params, 'folder'), (environment) => diff(['.'], { base, format: 'markdown' }, environment));
    return { markdown: markdown === '' ? `# Nothing changed\n\nThe bill is the same as at \`${base.replaceAll('`', '')}\`.\n` : markdown };
  });

  connection.onRequest(importUsageRequest, async (params: unknown): Promise<MarkdownReply> => {
    const files = member(params, 'files');
    const useful = member(params, 'useful');
    const names = Array.isArray(files)
      ? files.filter((file): file is string => typeof file === 'string').map((file) => fileURLToPath(file))
      : [];
    const options = { project: '.', ...(typeof useful === 'string' && useful !== '' ? { useful } : {}) };
    const { markdown } = await run(member(params, 'folder'), (environment) => usageImport(names, options, environment));
    return { markdown: `# Imported usage\n\n\`\`\`text\n${markdown.replaceAll('```', "'''")}\n\`\`\`\n` };
  });
}

/** An output that keeps what is said, remarks behind the answer. */
function captured(): { readonly output: Environment['output']; readonly text: () => string } {
  const answers: string[] = [];
  const remarks: string[] = [];
  return {
    output: {
      answer: async (text) => void answers.push(text),
      remark: (line) => void remarks.push(line),
      progress: () => undefined,
      isClosed: false,
      hasColour: false,
    },
    text: () => [answers.join(''), ...remarks].filter((part) => part !== '').join('\n'),
  };
}
