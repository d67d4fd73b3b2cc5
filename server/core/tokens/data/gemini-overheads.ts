/** What Google bills around the text, by generation and surface. Tokens. */
export interface GeminiOverheads {
  readonly pattern: RegExp;
  /** Once for the system prompt and once for each message. */
  readonly turn: number;
  /** What is billed of a tool: its words alone, some tokens for each part of it, or all that the model is shown. */
  readonly tools: 'words' | 'parts' | 'template';
  /** The same for calls and their answers. */
  readonly calls: 'words' | 'template';
  /** Beside the words, for the type of a parameter. */
  readonly type: number;
  /** A tool that Google runs; null where its results are billed with the request. */
  readonly serverTool: number | null;
  /** Which encrypted thoughts of earlier turns are read again: none, those since the last question, or all. */
  readonly thoughts: 'none' | 'question' | 'all';
  /** Their tokens by the length of their signature: a factor and its error. */
  readonly signature: { readonly factor: number; readonly error: number };
  readonly source: string;
  readonly verified: string;
}

const verified = '2026-11-23';
const exact = 'billed usage of recorded requests, equal to the token with the vocabulary of Gemma 3';

/** Vertex AI bills as the local tokenizer of Google's own SDK does: texts, names and values one by one, nothing around them. */
export const vertexOverheads: GeminiOverheads = {
  pattern: /(?:)/,
  turn: 0,
  tools: 'words',
  calls: 'words',
  type: 0,
  serverTool: 0,
  thoughts: 'none',
  signature: { factor: 0, error: 0 },
  source: `${exact}; googleapis/python-genai, local_tokenizer.py`,
  verified,
};

/** On the Gemini API. The first row whose pattern fits. */
export const geminiOverheads: readonly GeminiOverheads[] = [
  { ...vertexOverheads, pattern: /gemini-(1|2[.-]0)/, type: 1 },
  {
    pattern: /gemini-2/,
    turn: 1,
    tools: 'parts',
    calls: 'template',
    type: 0,
    serverTool: 0,
    thoughts: 'none',
    signature: { factor: 0, error: 0 },
    source: exact,
    verified,
  },
  newest(/gemini-3-flash/, 'question', { factor: 0.1075, error: 0.12 }),
  newest(/gemini-3(-|[.-][0-5](\D|$))/, 'question', { factor: 0.095, error: 0.13 }),
  newest(/(?:)/, 'all', { factor: 0.15, error: 0.2 }),
];

function newest(pattern: RegExp, thoughts: GeminiOverheads['thoughts'], signature: GeminiOverheads['signature']): GeminiOverheads {
  return {
    pattern,
    turn: 1,
    tools: 'template',
    calls: 'template',
    type: 0,
    serverTool: null,
    thoughts,
    signature,
    source: exact,
    verified,
  };
}

/** A tool in parts, as 2.5 is billed for it: the parts of a simple one are exact, those of a nested one are fitted. */
export const geminiToolParts = { tool: 18, property: 9, description: 5, nested: 16, choice: 4, source: exact, verified } as const;

/**
 * A signature holds the thought itself, compressed and encrypted: its length without the envelope, to the power, times the
 * factor. From 24 signatures of 208 to 12,732 characters (gemini-3-flash-preview); other models' factors from one or two.
 */
export const geminiSignature = { envelope: 54, power: 1.076, source: 'fitted to billed usage of recorded requests', verified } as const;

/** Images, sound and film. */
export const geminiMedia = {
  /** 2.x: up to 384 × 384 one tile, else tiles of 768 × 768. */
  tile: 258,
  /** 3.x at the default resolution, which for images is the highest. */
  image3: { floor: 1_060, likely: 1_110, ceiling: 1_130 },
  audioPerSecond: 32,
  audioPerSecond3: 25,
  videoPerSecond: 263,
  /** 3.x: a frame a second. */
  videoPerSecond3: 70,
  pdfPage: 258,
  /** 3.x: a page as an image at medium resolution; on the Gemini API at the highest where a tool answers with it. */
  pdfPage3: 540,
  pdfPage3InAnswer: 1_110,
  /** The most that a request may bring, where it does not show how much: pages, and hours of sound and of film. */
  limits: { pages: 1_000, audioHours: 9.5, videoHours: 1 },
  source:
    'Google docs "Understand and count tokens", "Media resolution", "Document / Audio / Video understanding"; 3.x: billed usage of recorded requests',
  verified,
} as const;
