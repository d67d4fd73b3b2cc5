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

/** Hosts that bill the vendor's list price for the vendor's models, so that a missing row can be read from the vendor. */
export const listPriceHosts: Readonly<Record<string, string>> = {
  openrouter: 'OpenRouter passes the provider’s price on',
  vertex: 'Google Cloud bills the global endpoint at the vendor’s price',
  azure: 'Azure bills OpenAI models at OpenAI’s price',
  bedrock: 'Bedrock bills the global endpoint at the vendor’s price',
};

/** Further catalogue names of a vendor, tried in order. */
export const vendorCatalogues: Readonly<Record<string, readonly string[]>> = {
  zai: ['zai', 'zhipuai'],
  zhipuai: ['zhipuai', 'zai'],
};

/** Makers that sell no API of their own under these names: the price is the host's. */
export const openWeights: ReadonlySet<string> = new Set(['meta', 'microsoft', 'nvidia', 'amazon', 'ai21']);

/** What stands before every name in a host's own list. */
export const hostFolders: Readonly<Record<string, string>> = { fireworks: 'accounts/fireworks/models/' };
