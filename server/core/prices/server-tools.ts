/** A tool that the vendor runs and bills by its uses. */
export interface ServerTool {
  /** How the vendor counts the requests that may name it. */
  readonly wires: readonly string[];
  /** Its `type`, dated or not. */
  readonly type: RegExp;
  readonly title: string;
  /** USD for a thousand uses, as the price list says it; the tokens that a use brings come on top. */
  readonly perThousand: string;
  /** What one use is called. */
  readonly use: string;
  /** The field that limits uses, on the tool itself or on the request. */
  readonly limit: { readonly on: 'tool' | 'request'; readonly field: string };
  readonly source: string;
  readonly verified: string;
}

const openaiLimit = { on: 'request', field: 'max_tool_calls' } as const;

/** The first row that fits counts. Tools without any limit to set (Gemini's grounding) are left out, and those billed by time. */
export const serverTools: readonly ServerTool[] = [
  {
    wires: ['anthropic.messages'],
    type: /^web_search_\d+$/,
    title: 'Web search',
    perThousand: '10',
    use: 'search',
    limit: { on: 'tool', field: 'max_uses' },
    source: 'https://platform.claude.com/docs/en/about-claude/pricing; max_uses: @anthropic-ai/sdk 1.12.0, WebSearchTool',
    verified: '2026-11-23',
  },
  {
    wires: ['openai.responses'],
    type: /^web_search(?:_\d{4}_\d\d_\d\d)?$/,
    title: 'Web search',
    perThousand: '10',
    use: 'search',
    limit: openaiLimit,
    source: 'https://developers.openai.com/api/docs/pricing; max_tool_calls: openai 7.57.0, ResponseCreateParams',
    verified: '2026-11-23',
  },
  {
    wires: ['openai.responses'],
    type: /^web_search_preview/,
    title: 'Web search (preview)',
    perThousand: '10',
    use: 'search',
    limit: openaiLimit,
    source: 'https://developers.openai.com/api/docs/pricing ($25 with models that do not reason)',
    verified: '2026-11-23',
  },
  {
    wires: ['openai.responses'],
    type: /^file_search$/,
    title: 'File search',
    perThousand: '2.50',
    use: 'search',
    limit: openaiLimit,
    source: 'https://developers.openai.com/api/docs/pricing',
    verified: '2026-11-23',
  },
];
