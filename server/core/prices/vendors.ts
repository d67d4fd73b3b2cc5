/** Under which name the catalogue lists what a host serves. */
export const hostCatalogues: Readonly<Record<string, string>> = {
  openrouter: 'openrouter',
  bedrock: 'aws',
  vertex: 'google',
  azure: 'azure',
  groq: 'groq',
  together: 'together',
  fireworks: 'fireworks',
  cerebras: 'cerebras',
  cloudflare: 'cloudflare',
  baseten: 'baseten',
  novita: 'novita',
  ovhcloud: 'ovhcloud',
  'github-copilot': 'github-copilot',
};

/** Hosts that bill a vendor's list price for these vendors' models, so that a missing row can be read from the vendor. */
export const listPriceHosts: Readonly<Record<string, { readonly vendors: readonly string[] | 'all'; readonly note: string }>> = {
  openrouter: { vendors: 'all', note: 'OpenRouter passes the provider’s price on' },
  vertex: { vendors: ['google', 'anthropic'], note: 'Google Cloud bills the global endpoint at the vendor’s price' },
  azure: { vendors: ['openai', 'anthropic', 'deepseek', 'x-ai', 'moonshotai'], note: 'Azure bills at the vendor’s price' },
  bedrock: { vendors: ['anthropic'], note: 'Bedrock bills the global endpoint at the vendor’s price' },
};

/** Further catalogue names of a vendor, tried in order. */
export const vendorCatalogues: Readonly<Record<string, readonly string[]>> = {
  zai: ['zai', 'zhipuai'],
  zhipuai: ['zhipuai', 'zai'],
};

/** Makers that sell no API of their own under these names: the price is the host's. */
export const openWeights: ReadonlySet<string> = new Set(['meta', 'microsoft', 'nvidia', 'ai21']);

/** Only open models carry their number of parameters in the name: `qwen3-32b`. */
export const parameterCount = /(?:^|[-_])\d+(?:\.\d+)?b(?:[-_:]|$)/;

/** What stands before every name in a host's own list. */
export const hostFolders: Readonly<Record<string, string>> = { fireworks: 'accounts/fireworks/models/' };
