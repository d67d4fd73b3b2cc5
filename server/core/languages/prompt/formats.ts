import type { PromptFormat } from '../../module/prompt-file.ts';
import type { FrontMatterOpening } from './front-matter.ts';
import type { IncludeSyntax } from './includes.ts';
import type { BodyStyle } from './messages.ts';

/** One prompt file format, as data. The first row whose path and content agree reads the file. */
export interface FormatRow {
  readonly format: PromptFormat;
  /** Against the path with `/`, relative to the root. */
  readonly path: RegExp;
  /** What must stand in the text as well, where the name alone is no proof. */
  readonly content?: readonly RegExp[];
  readonly shape: BodyShape | DocumentShape | TomlShape | { readonly kind: 'poml' } | { readonly kind: 'baml' };
  /** `always`, or the front matter field that says so. */
  readonly alwaysSent: 'always' | 'never' | 'applyTo' | 'alwaysApply' | 'no-paths';
  /** Paths in the front matter or the document; the first that names one wins. */
  readonly model: readonly string[];
  readonly maxOutputTokens: readonly string[];
  readonly source: string;
  readonly verified: string;
}

/** Text, with or without front matter before it. */
export interface BodyShape extends BodyStyle {
  readonly kind: 'body';
  readonly frontMatter: FrontMatterOpening | 'none';
  readonly includes: readonly IncludeSyntax[];
}
/** YAML or JSON with prompts at known paths. */
export interface DocumentShape extends BodyStyle {
  readonly kind: 'document';
  /** Lists of `{ role, content }`. */
  readonly messageLists: readonly string[];
  /** One text: a prompt in itself. */
  readonly texts: readonly string[];
  /** Lists of prompts: texts, `{ raw | prompt | content }`, or `file://` paths. */
  readonly promptLists: readonly string[];
  /** The field that names the template language, and what its values mean. */
  readonly dialectField: { readonly path: string; readonly dialects: Readonly<Record<string, BodyStyle['dialect']>> } | null;
}

/** One string of a TOML file. */
export interface TomlShape extends BodyStyle {
  readonly kind: 'toml';
  readonly key: string;
}

const markdown = {
  kind: 'body',
  frontMatter: 'first-line',
  dialect: 'none',
  roleMarks: [],
  role: 'system',
  trims: 'nothing',
  includes: [],
} as const;
const document = {
  kind: 'document',
  messageLists: [],
  texts: [],
  promptLists: [],
  roleMarks: [],
  role: 'user',
  trims: 'nothing',
  dialectField: null,
} as const;
const langchain = {
  ...document,
  dialect: 'python-format',
  texts: ['template', 'prefix', 'suffix'],
  dialectField: { path: 'template_format', dialects: { jinja2: 'jinja', mustache: 'handlebars', 'f-string': 'python-format' } },
} as const;
const noParameters = { model: [], maxOutputTokens: [] } as const;
const byCard = { source: 'format documentation of the named tool, read 2026-11', verified: '2026-11-23' } as const;

export const FORMATS: readonly FormatRow[] = [
  {
    format: 'prompty',
    path: /\.prompty$/i,
    shape: { ...markdown, dialect: 'jinja', roleMarks: ['line'], trims: 'newlines', includes: ['prompty-file'] },
    alwaysSent: 'never',
    model: ['model.id', 'model.configuration.model', 'model.configuration.name', 'model'],
    maxOutputTokens: [
      'model.options.maxOutputTokens',
      'model.parameters.max_tokens',
      'model.parameters.max_completion_tokens',
      'model.options.max_tokens',
      'model.options.max_completion_tokens',
    ],
    source: 'microsoft/prompty: runtime/typescript/packages/core/src/parsers/prompty.ts, file-format.mdx',
    verified: '2026-11-23',
  },
  {
    format: 'dotprompt',
    path: /\.prompt$/i,
    shape: { ...markdown, frontMatter: 'after-comments', dialect: 'handlebars', role: 'user', trims: 'newlines' },
    alwaysSent: 'never',
    model: ['model'],
    maxOutputTokens: ['config.maxOutputTokens'],
    source: 'google/dotprompt: js/src/parse.ts, helpers.ts',
    verified: '2026-11-23',
  },
  {
    format: 'vscode-prompt',
    path: /\.prompt\.md$|(?:^|\/)\.github\/prompts\/[^/]+\.md$/i,
    shape: { ...markdown, dialect: 'vscode', role: 'user', includes: ['markdown-link', 'hash-file'] },
    alwaysSent: 'never',
    model: ['model', 'model.0'],
    maxOutputTokens: [],
    source: 'microsoft/vscode-docs: prompt-files.md',
    verified: '2026-11-23',
  },
  {
    format: 'instructions',
    path: /\.instructions\.md$/i,
    shape: { ...markdown, includes: ['markdown-link'] },
    alwaysSent: 'applyTo',
    ...noParameters,
    source: 'microsoft/vscode-docs: custom-instructions.md',
    verified: '2026-11-23',
  },
  {
    format: 'memory',
    path: /(?:^|\/)(?:copilot-instructions\.md|AGENTS(?:\.override)?\.md|\.cursorrules|\.windsurfrules|\.clinerules)$/,
    shape: { ...markdown, frontMatter: 'none', includes: ['markdown-link'] },
    alwaysSent: 'always',
    ...noParameters,
    ...byCard,
  },
  {
    format: 'memory',
    path: /(?:^|\/)(?:CLAUDE(?:\.local)?|GEMINI)\.md$/,
    shape: { ...markdown, frontMatter: 'none', includes: ['at-import'] },
    alwaysSent: 'always',
    ...noParameters,
    ...byCard,
  },
  {
    format: 'memory',
    path: /(?:^|\/)\.claude\/rules\/.+\.md$/,
    shape: { ...markdown, includes: ['at-import'] },
    alwaysSent: 'no-paths',
    ...noParameters,
    ...byCard,
  },
  {
    format: 'claude-agent',
    path: /(?:^|\/)\.claude\/agents\/.+\.md$/,
    shape: markdown,
    alwaysSent: 'never',
    model: ['model'],
    maxOutputTokens: [],
    ...byCard,
  },
  {
    format: 'claude-command',
    path: /(?:^|\/)\.claude\/commands\/.+\.md$/,
    shape: { ...markdown, dialect: 'claude', role: 'user', includes: ['at-import'] },
    alwaysSent: 'never',
    model: ['model'],
    maxOutputTokens: [],
    ...byCard,
  },
  {
    format: 'agent',
    path: /\.(?:agent|chatmode)\.md$|(?:^|\/)\.github\/agents\/[^/]+\.md$/i,
    shape: { ...markdown, dialect: 'vscode', includes: ['markdown-link', 'hash-file'] },
    alwaysSent: 'never',
    model: ['model', 'model.0'],
    maxOutputTokens: [],
    source: 'microsoft/vscode-docs: custom-agents.md',
    verified: '2026-11-23',
  },
  {
    format: 'skill',
    path: /(?:^|\/)SKILL\.md$/,
    content: [/^---[ \t]*$/m, /^(?:name|description)\s*:/m],
    shape: { ...markdown, includes: ['markdown-link'] },
    alwaysSent: 'never',
    model: ['model'],
    maxOutputTokens: [],
    source: 'anthropics/skills',
    verified: '2026-11-23',
  },
  {
    format: 'cursor-rule',
    path: /(?:^|\/)\.cursor\/rules\/.+\.mdc$/i,
    shape: { ...markdown, includes: ['at-import'] },
    alwaysSent: 'alwaysApply',
    ...noParameters,
    ...byCard,
  },
  {
    // Elsewhere `.mdc` is also Markdown with components.
    format: 'cursor-rule',
    path: /\.mdc$/i,
    content: [/^(?:alwaysApply|globs)\s*:/m],
    shape: { ...markdown, includes: ['at-import'] },
    alwaysSent: 'alwaysApply',
    ...noParameters,
    ...byCard,
  },
  {
    format: 'continue',
    path: /(?:^|\/)\.continue\/(?:rules|prompts|agents)\/[^/]+\.md$/,
    shape: { ...markdown, dialect: 'handlebars' },
    alwaysSent: 'never',
    model: ['model'],
    maxOutputTokens: [],
    source: 'continuedev/continue',
    verified: '2026-11-23',
  },
  {
    format: 'github-models',
    path: /\.prompt\.ya?ml$/i,
    content: [/^messages\s*:/m],
    shape: { ...document, dialect: 'handlebars', messageLists: ['messages'] },
    alwaysSent: 'never',
    model: ['model'],
    maxOutputTokens: [
      'modelParameters.maxTokens',
      'modelParameters.max_tokens',
      'modelParameters.maxCompletionTokens',
      'modelParameters.max_completion_tokens',
    ],
    source: 'docs.github.com: storing prompts in GitHub repositories',
    verified: '2026-11-23',
  },
  {
    format: 'langchain',
    path: /prompt.*\.(?:ya?ml|json)$/i,
    content: [/^[ \t{]*["']?_type["']?\s*:\s*["']?(?:prompt|few_shot)\b/m],
    shape: langchain,
    alwaysSent: 'never',
    ...noParameters,
    ...byCard,
  },
  {
    // `_type` may be left out, and `template_path` may stand for `template`.
    format: 'langchain',
    path: /prompt.*\.(?:ya?ml|json)$/i,
    content: [
      /^[ \t{]*["']?input_variables["']?\s*:\s*(?:\[\s*["'\w\]]|\r?\n\s*-\s*["']?\w+["']?\s*$)/m,
      /^[ \t{]*["']?(?:template|prefix)["']?\s*:/m,
    ],
    shape: langchain,
    alwaysSent: 'never',
    ...noParameters,
    ...byCard,
  },
  {
    format: 'semantic-kernel',
    path: /prompt.*\.ya?ml$/i,
    content: [/^template\s*:/m, /^execution_settings\s*:|^template_format\s*:\s*["']?(?:semantic-kernel|handlebars|liquid)/m],
    shape: {
      ...document,
      dialect: 'semantic-kernel',
      roleMarks: ['message-tag'],
      trims: 'spaces',
      texts: ['template'],
      dialectField: {
        path: 'template_format',
        dialects: { handlebars: 'handlebars', jinja2: 'jinja', liquid: 'jinja', 'f-string': 'python-format' },
      },
    },
    alwaysSent: 'never',
    model: ['execution_settings.*.model_id', 'execution_settings.*.ai_model_id'],
    maxOutputTokens: ['execution_settings.*.max_tokens', 'execution_settings.*.max_completion_tokens'],
    source: 'microsoft/semantic-kernel: prompt template YAML samples',
    verified: '2026-11-23',
  },
  {
    format: 'semantic-kernel',
    path: /(?:^|\/)skprompt\.txt$/i,
    shape: { ...markdown, frontMatter: 'none', dialect: 'semantic-kernel', roleMarks: ['message-tag'], role: 'user', trims: 'spaces' },
    alwaysSent: 'never',
    ...noParameters,
    source: 'microsoft/semantic-kernel: prompt template samples',
    verified: '2026-11-23',
  },
  {
    format: 'promptfoo',
    path: /(?:^|\/)promptfooconfig(?:\.[\w-]+)?\.(?:ya?ml|json)$/i,
    shape: { ...document, dialect: 'jinja', promptLists: ['prompts'] },
    alwaysSent: 'never',
    model: ['providers.0.id', 'providers.0', 'providers'],
    maxOutputTokens: [
      'providers.0.config.max_tokens',
      'providers.0.config.max_completion_tokens',
      'providers.0.config.max_output_tokens',
      'providers.0.config.maxOutputTokens',
    ],
    source: 'promptfoo/promptfoo: site/docs/configuration/prompts.md',
    verified: '2026-11-23',
  },
  {
    format: 'gemini-command',
    path: /(?:^|\/)\.gemini\/commands\/.+\.toml$/,
    shape: { kind: 'toml', key: 'prompt', dialect: 'gemini', roleMarks: [], role: 'user', trims: 'newlines' },
    alwaysSent: 'never',
    ...noParameters,
    source: 'google-gemini/gemini-cli: docs',
    verified: '2026-11-23',
  },
  {
    format: 'poml',
    path: /\.poml$/i,
    shape: { kind: 'poml' },
    alwaysSent: 'never',
    ...noParameters,
    source: 'microsoft/poml: docs/language',
    verified: '2026-11-23',
  },
  {
    format: 'baml',
    path: /\.baml$/i,
    content: [/\bfunction\s+\w+/],
    shape: { kind: 'baml' },
    alwaysSent: 'never',
    ...noParameters,
    source: 'BoundaryML/baml: integ-tests',
    verified: '2026-11-23',
  },
];

/** What a file is read as that no row names, but whose place and words say prompt. */
export const PLAIN: FormatRow = {
  format: 'plain',
  path: /(?:)/,
  shape: { ...markdown, dialect: 'detect' },
  alwaysSent: 'never',
  model: ['model', 'model.id', 'model_name', 'llm.model'],
  maxOutputTokens: ['max_tokens', 'maxTokens', 'max_output_tokens', 'maxOutputTokens', 'config.max_tokens', 'config.maxOutputTokens'],
  source: 'what repositories do, without a standard behind it',
  verified: '2026-11-23',
};
