/** What servers of other models bill around the text: the chat template of the model. Tokens of the stand-in encoding. */
export interface OtherOverheads {
  readonly pattern: RegExp;
  readonly base: number;
  readonly message: number;
  /** Once a request with tools: the template's own instructions. */
  readonly tools: number;
  /** Times the JSON of the tools. */
  readonly toolFactor: number;
  readonly exchange: number;
  /** Whether what the model thought in an earlier turn is sent to it again. */
  readonly keepsThinking: boolean;
  /** How far the bill lies from this. */
  readonly error: number;
  readonly source: string;
  readonly verified: string;
}

const verified = '2026-11-23';
const source = 'fitted to billed usage of recorded requests';

/** The first row whose pattern fits; the last fits any. */
export const otherOverheads: readonly OtherOverheads[] = [
  row(/gpt-oss/, { base: 64, message: 5, tools: 20, toolFactor: 0.9, exchange: 12, error: 0.1, keepsThinking: false }),
  row(/(^|\.)meta\.llama-?3/, { base: 29, message: 5, tools: 92, toolFactor: 1.5, exchange: 14, error: 0.15 }),
  row(/(^|\.)meta\.llama/, { base: 5, message: 5, tools: 92, toolFactor: 1.5, exchange: 14, error: 0.15 }),
  row(/llama-4/, { base: 5, message: 5, tools: 645, toolFactor: 1.5, exchange: 14, error: 0.08, source: `${source} (Groq)` }),
  row(/llama/, { base: 5, message: 5, tools: 120, toolFactor: 1.5, exchange: 14, error: 0.3 }),
  row(/qwen|qwq/, { base: 3, message: 4, tools: 120, toolFactor: 1.3, exchange: 14, error: 0.15 }),
  row(/deepseek/, { base: 2, message: 1, tools: 130, toolFactor: 1.5, exchange: 20, error: 0.12 }),
  row(/mistral|ministral|mixtral|codestral|devstral|magistral|pixtral/, {
    base: 2,
    message: 2,
    tools: 10,
    toolFactor: 1.4,
    exchange: 16,
    error: 0.12,
  }),
  row(/nova-2/, { base: 0, message: 0, tools: 840, toolFactor: 1.5, exchange: 20, error: 0.05 }),
  row(/nova-|titan-/, { base: 0, message: 0, tools: 345, toolFactor: 1.5, exchange: 20, error: 0.1 }),
  row(/kimi|moonshot/, { base: 3, message: 4, tools: 10, toolFactor: 1.3, exchange: 14, error: 0.2 }),
  row(/(?:)/, {
    base: 3,
    message: 4,
    tools: 40,
    toolFactor: 1.3,
    exchange: 14,
    error: 0.3,
    source: 'the middle of the vendors that are known',
  }),
];

function row(
  pattern: RegExp,
  figures: Pick<OtherOverheads, 'base' | 'message' | 'tools' | 'toolFactor' | 'exchange' | 'error'> & Partial<OtherOverheads>,
): OtherOverheads {
  return { pattern, keepsThinking: true, source, verified, ...figures };
}
