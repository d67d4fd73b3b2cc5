import { type ConfigurationScope, languages, type TextDocument, Uri, workspace } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../server/lsp/protocol.ts';

const codeLanguages = ['python', 'typescript', 'typescriptreact', 'javascript', 'javascriptreact'];
const promptLanguages = ['dotprompt', 'prompty', 'prompt', 'instructions', 'chatagent', 'skill', 'jinja'];
const promptPatterns = [
  '**/*.{prompt,prompty,prompt.md,instructions.md,agent.md,chatmode.md,mdc,poml,baml,jinja,jinja2,j2}',
  '**/prompts/**/*.{md,txt}',
  '**/*prompt*.{yaml,yml,json,txt}',
  '**/{AGENTS,AGENTS.override,CLAUDE,CLAUDE.local,GEMINI,SKILL,copilot-instructions}.md',
  '**/.{claude,continue,github}/**/*.md',
  '**/.{cursorrules,windsurfrules,clinerules}',
  '**/.gemini/commands/**/*.toml',
];
/** Batches of saved requests. */
const requestPatterns = ['**/*.{jsonl,ndjson}'];
const readPatterns = [...promptPatterns, ...requestPatterns];
const configPatterns = ['**/{lineitem,lineitem.usage}.json'];

/** Notebook cells are documents of their own scheme; the left side of a diff and output panes stay unread. */
export function documentSelector() {
  const schemes = new Set<string>([
    'file',
    'untitled',
    'vscode-notebook-cell',
    ...(workspace.workspaceFolders ?? []).map((folder) => folder.uri.scheme),
  ]);
  return [...schemes].flatMap((scheme) => [
    ...[...codeLanguages, ...promptLanguages].map((language) => ({ scheme, language })),
    ...[...readPatterns, ...configPatterns].map((pattern) => ({ scheme, pattern })),
  ]);
}

/** True for a document that makes the server worth starting: settings alone do not. */
export function wakesServer(document: TextDocument): boolean {
  const filters = [
    ...[...codeLanguages, ...promptLanguages].map((language) => ({ language })),
    ...readPatterns.map((pattern) => ({ pattern })),
  ];
  return languages.match(filters, document) > 0;
}

export function clientOptions(extension: Uri, prices: () => string | undefined): LanguageClientOptions {
  return {
    documentSelector: documentSelector(),
    // Asked at each start, since the user may have chosen other prices.
    initializationOptions: () => {
      const own = prices();
      const assets = `${Uri.joinPath(extension, 'dist', 'assets')}/`;
      return { assets, commandLinks: true, follows: true, ...(own === undefined ? {} : { prices: own }) } satisfies InitializationOptions;
    },
    markdown: {
      isTrusted: { enabledCommands: ['lineitem.explainCall', 'lineitem.showBill', 'lineitem.showRule', 'workbench.action.openSettings'] },
    },
    synchronize: {
      configurationSection: 'lineitem',
      fileEvents: workspace.createFileSystemWatcher('**/{lineitem,lineitem.usage,package,tsconfig}.json'),
    },
    middleware: {
      workspace: {
        configuration: (params) =>
          params.items.map((item) => workspace.getConfiguration(undefined, scopeOf(item.scopeUri)).get(item.section ?? 'lineitem')),
      },
    },
  };
}

/** An open document brings its language along, so that settings under `"[python]"` hold for it. */
function scopeOf(uri: string | undefined): ConfigurationScope | undefined {
  if (uri === undefined) return undefined;
  return workspace.textDocuments.find((document) => document.uri.toString() === Uri.parse(uri).toString()) ?? Uri.parse(uri);
}
