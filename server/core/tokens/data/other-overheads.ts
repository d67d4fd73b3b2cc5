import type { FamilyId } from './family-table.ts';

/** What servers of other models bill around the text: the chat template of the model. Tokens of the stand-in encoding. */
export interface OtherOverheads {
  readonly base: number;
  readonly message: number;
  /** Once a request with tools: the template's own instructions. */
  readonly tools: number;
  /** Times the JSON of the tools. */
  readonly toolFactor: number;
  readonly exchange: number;
  /** How far the bill lies from this. */
  readonly error: number;
  readonly source: string;
  readonly verified: string;
}

const verified = '2026-11-23';
const source = 'fitted to billed usage of recorded requests';

export const otherOverheads: Readonly<Partial<Record<FamilyId, OtherOverheads>>> = {
  o200k_harmony: { base: 64, message: 5, tools: 20, toolFactor: 0.9, exchange: 12, error: 0.1, source, verified },
  llama: { base: 5, message: 5, tools: 120, toolFactor: 1.5, exchange: 14, error: 0.15, source, verified },
  qwen: { base: 4, message: 5, tools: 120, toolFactor: 1.3, exchange: 14, error: 0.15, source, verified },
  deepseek: { base: 2, message: 2, tools: 110, toolFactor: 1.3, exchange: 20, error: 0.15, source, verified },
  mistral: { base: 2, message: 2, tools: 10, toolFactor: 1.2, exchange: 16, error: 0.15, source, verified },
  nova: { base: 2, message: 4, tools: 400, toolFactor: 1.5, exchange: 20, error: 0.15, source, verified },
};

export const anyOverheads: OtherOverheads = {
  base: 3,
  message: 4,
  tools: 60,
  toolFactor: 1.3,
  exchange: 14,
  error: 0.3,
  source: 'the middle of the vendors that are known',
  verified,
};
