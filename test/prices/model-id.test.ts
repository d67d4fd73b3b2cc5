import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseModelId } from '../../server/core/prices/index.ts';

/** As users write it → provider, model, host, and what else the spelling says. */
const spellings: readonly (readonly [string, string | null, string, (string | null)?, { region?: string; variants?: string[] }?])[] = [
  // Claude, plain
  ['claude-opus-4-8', 'anthropic', 'claude-opus-4-8'],
  ['claude-opus-4-8-20260528', 'anthropic', 'claude-opus-4-8-20260528'],
  ['claude-opus-4.8', 'anthropic', 'claude-opus-4-8'],
  ['Claude-Opus-4-8', 'anthropic', 'claude-opus-4-8'],
  ['CLAUDE-SONNET-4-6', 'anthropic', 'claude-sonnet-4-6'],
  [' claude-sonnet-5 ', 'anthropic', 'claude-sonnet-5'],
  ['"claude-sonnet-5"', 'anthropic', 'claude-sonnet-5'],
  ['claude-sonnet-5-5', 'anthropic', 'claude-sonnet-5-5'],
  ['claude-sonnet-5.5', 'anthropic', 'claude-sonnet-5-5'],
  ['claude-5.5-sonnet', 'anthropic', 'claude-sonnet-5-5'],
  ['claude-5-sonnet', 'anthropic', 'claude-sonnet-5'],
  ['claude-haiku-5-5', 'anthropic', 'claude-haiku-5-5'],
  ['claude-fable-5-1', 'anthropic', 'claude-fable-5-1'],
  ['claude-fable-5.1', 'anthropic', 'claude-fable-5-1'],
  ['claude-mythos-preview', 'anthropic', 'claude-mythos-preview'],
  ['claude-sonnet-4-5', 'anthropic', 'claude-sonnet-4-5'],
  ['claude-sonnet-4-5-20250929', 'anthropic', 'claude-sonnet-4-5-20250929'],
  ['claude-4.5-sonnet', 'anthropic', 'claude-sonnet-4-5'],
  ['claude-4-5-sonnet', 'anthropic', 'claude-sonnet-4-5'],
  ['claude-4.5-sonnet-20250929', 'anthropic', 'claude-sonnet-4-5-20250929'],
  ['claude-sonnet-4-0', 'anthropic', 'claude-sonnet-4'],
  ['claude-sonnet-4', 'anthropic', 'claude-sonnet-4'],
  ['claude-sonnet-4-20250514', 'anthropic', 'claude-sonnet-4-20250514'],
  ['claude-4-sonnet-20250514', 'anthropic', 'claude-sonnet-4-20250514'],
  ['claude-4-opus', 'anthropic', 'claude-opus-4'],
  ['claude-opus-4-0', 'anthropic', 'claude-opus-4'],
  ['claude-opus-4-1', 'anthropic', 'claude-opus-4-1'],
  ['claude-opus-4-1-20250805', 'anthropic', 'claude-opus-4-1-20250805'],
  ['claude-3-7-sonnet-latest', 'anthropic', 'claude-3-7-sonnet-latest'],
  ['claude-3.7-sonnet', 'anthropic', 'claude-3-7-sonnet'],
  ['claude-sonnet-3.7', 'anthropic', 'claude-3-7-sonnet'],
  ['claude-sonnet-3-7', 'anthropic', 'claude-3-7-sonnet'],
  ['claude-3-5-sonnet-20241022', 'anthropic', 'claude-3-5-sonnet-20241022'],
  ['claude-3.5-haiku', 'anthropic', 'claude-3-5-haiku'],
  ['claude-3-opus-latest', 'anthropic', 'claude-3-opus-latest'],
  ['claude-3-haiku-20240307', 'anthropic', 'claude-3-haiku-20240307'],
  ['claude-2.1', 'anthropic', 'claude-2-1'],
  ['claude-opus-4-8[1m]', 'anthropic', 'claude-opus-4-8', null, { variants: ['1m'] }],
  ['claude-sonnet-4-5[1M]', 'anthropic', 'claude-sonnet-4-5', null, { variants: ['1m'] }],
  // Prefixes
  ['anthropic/claude-opus-5', 'anthropic', 'claude-opus-5'],
  ['anthropic:claude-opus-5', 'anthropic', 'claude-opus-5'],
  ['litellm_proxy/anthropic/claude-opus-5', 'anthropic', 'claude-opus-5'],
  ['vercel/anthropic/claude-sonnet-4.5', 'anthropic', 'claude-sonnet-4-5'],
  ['openai/gpt-5.5', 'openai', 'gpt-5.5'],
  ['openai:gpt-5', 'openai', 'gpt-5'],
  ['openai-responses:gpt-5', 'openai', 'gpt-5'],
  ['openai/responses/gpt-5', 'openai', 'gpt-5'],
  ['models/gemini-2.5-pro', 'google', 'gemini-2.5-pro'],
  ['gemini/gemini-2.5-flash', 'google', 'gemini-2.5-flash'],
  ['google/gemini-2.5-flash', 'google', 'gemini-2.5-flash'],
  ['google-gla:gemini-2.5-flash', 'google', 'gemini-2.5-flash'],
  ['google_genai:gemini-2.5-flash', 'google', 'gemini-2.5-flash'],
  ['googleai/gemini-3.6-flash', 'google', 'gemini-3.6-flash'],
  ['xai/grok-4.5', 'x-ai', 'grok-4.5'],
  ['x-ai/grok-4.5', 'x-ai', 'grok-4.5'],
  ['mistral/mistral-large-latest', 'mistral', 'mistral-large-latest'],
  ['mistralai/mistral-small-2603', 'mistral', 'mistral-small-2603'],
  ['deepseek/deepseek-chat', 'deepseek', 'deepseek-chat'],
  ['deepseek:deepseek-reasoner', 'deepseek', 'deepseek-reasoner'],
  ['cohere/command-r-plus', 'cohere', 'command-r-plus'],
  ['moonshot/kimi-k2.6', 'moonshotai', 'kimi-k2.6'],
  ['perplexity/sonar', 'perplexity', 'sonar'],
  ['zai/glm-5.3', 'zai', 'glm-5.3'],
  ['dashscope/qwen-max', 'qwen', 'qwen-max', 'dashscope'],
  // OpenAI, plain
  ['gpt-4o', 'openai', 'gpt-4o'],
  ['GPT-4o', 'openai', 'gpt-4o'],
  ['gpt4o', 'openai', 'gpt-4o'],
  ['gpt-4o-2024-08-06', 'openai', 'gpt-4o-2024-08-06'],
  ['gpt-4o-mini', 'openai', 'gpt-4o-mini'],
  ['gpt-4-0613', 'openai', 'gpt-4-0613'],
  ['gpt-4-turbo-2024-04-09', 'openai', 'gpt-4-turbo-2024-04-09'],
  ['gpt-4-1', 'openai', 'gpt-4.1'],
  ['gpt-4.1-mini-2025-04-14', 'openai', 'gpt-4.1-mini-2025-04-14'],
  ['gpt-35-turbo', 'openai', 'gpt-3.5-turbo'],
  ['gpt-3.5-turbo-0125', 'openai', 'gpt-3.5-turbo-0125'],
  ['gpt-5-2025-08-07', 'openai', 'gpt-5-2025-08-07'],
  ['gpt-5-chat-latest', 'openai', 'gpt-5-chat-latest'],
  ['gpt-5-6-sol', 'openai', 'gpt-5.6-sol'],
  ['gpt-5.6-sol-2026-07-09', 'openai', 'gpt-5.6-sol-2026-07-09'],
  ['gpt-6.1-terra', 'openai', 'gpt-6.1-terra'],
  ['chatgpt-4o-latest', 'openai', 'chatgpt-4o-latest'],
  ['o1', 'openai', 'o1'],
  ['o3-mini-2025-01-31', 'openai', 'o3-mini-2025-01-31'],
  ['o4-mini', 'openai', 'o4-mini'],
  ['text-embedding-3-small', 'openai', 'text-embedding-3-small'],
  ['gpt-oss-120b', 'openai', 'gpt-oss-120b'],
  ['ft:gpt-4o-2024-08-06:org::id', 'openai', 'ft:gpt-4o-2024-08-06', null, { variants: ['fine-tuned'] }],
  ['ft:gpt-4o-mini-2024-07-18:acme:support:9xYz', 'openai', 'ft:gpt-4o-mini-2024-07-18', null, { variants: ['fine-tuned'] }],
  ['openai/ft:gpt-4.1-2025-04-14:acme::1', 'openai', 'ft:gpt-4.1-2025-04-14', null, { variants: ['fine-tuned'] }],
  // Other families, plain
  ['gemini-2.5-pro', 'google', 'gemini-2.5-pro'],
  ['gemini-2-5-pro', 'google', 'gemini-2.5-pro'],
  ['gemini-2.5-flash-preview-09-2025', 'google', 'gemini-2.5-flash-preview-09-2025'],
  ['gemini-1.5-pro-002', 'google', 'gemini-1.5-pro-002'],
  ['gemini-flash-latest', 'google', 'gemini-flash-latest'],
  ['grok-4-1-fast', 'x-ai', 'grok-4-1-fast'],
  ['deepseek-v4-pro', 'deepseek', 'deepseek-v4-pro'],
  ['codestral-latest', 'mistral', 'codestral-latest'],
  ['kimi-k3', 'moonshotai', 'kimi-k3'],
  ['MiniMax-M2', 'minimax', 'minimax-m2'],
  ['my-finetune', null, 'my-finetune'],
  ['claude-next-99', 'anthropic', 'claude-next-99'],
  // OpenRouter
  ['openrouter/anthropic/claude-opus-4.8', 'anthropic', 'claude-opus-4-8', 'openrouter'],
  ['openrouter/openai/gpt-5.5', 'openai', 'gpt-5.5', 'openrouter'],
  ['openrouter:google/gemini-2.5-pro', 'google', 'gemini-2.5-pro', 'openrouter'],
  ['openrouter/anthropic/claude-3.7-sonnet:thinking', 'anthropic', 'claude-3-7-sonnet', 'openrouter', { variants: ['thinking'] }],
  ['openrouter/openai/gpt-5.5:batch', 'openai', 'gpt-5.5', 'openrouter', { variants: ['batch'] }],
  ['openrouter/meta-llama/llama-3.3-70b-instruct:free', 'meta', 'llama-3.3-70b-instruct', 'openrouter', { variants: ['free'] }],
  ['anthropic/claude-sonnet-4.5:beta', 'anthropic', 'claude-sonnet-4-5', null, { variants: ['beta'] }],
  ['openrouter/x-ai/grok-4.5:nitro', 'x-ai', 'grok-4.5', 'openrouter', { variants: ['nitro'] }],
  // Azure
  ['azure/gpt-4o', 'openai', 'gpt-4o', 'azure'],
  ['azure/my-deployment', null, 'my-deployment', 'azure'],
  ['azure_ai/claude-opus-4-8', 'anthropic', 'claude-opus-4-8', 'azure'],
  ['azure:gpt-5', 'openai', 'gpt-5', 'azure'],
  // Bedrock
  ['anthropic.claude-3-5-sonnet-20241022-v2:0', 'anthropic', 'claude-3-5-sonnet-20241022', 'bedrock'],
  ['us.anthropic.claude-opus-4-8-v1:0', 'anthropic', 'claude-opus-4-8', 'bedrock', { region: 'us' }],
  ['eu.anthropic.claude-sonnet-4-5-20250929-v1:0', 'anthropic', 'claude-sonnet-4-5-20250929', 'bedrock', { region: 'eu' }],
  ['apac.anthropic.claude-sonnet-4-20250514-v1:0', 'anthropic', 'claude-sonnet-4-20250514', 'bedrock', { region: 'apac' }],
  ['jp.anthropic.claude-haiku-4-5-20251001-v1:0', 'anthropic', 'claude-haiku-4-5-20251001', 'bedrock', { region: 'jp' }],
  ['global.anthropic.claude-opus-5', 'anthropic', 'claude-opus-5', 'bedrock', { region: 'global' }],
  ['us-gov.anthropic.claude-opus-4-6-v1:0', 'anthropic', 'claude-opus-4-6', 'bedrock', { region: 'us-gov' }],
  ['bedrock/us.anthropic.claude-opus-4-8-v1:0', 'anthropic', 'claude-opus-4-8', 'bedrock', { region: 'us' }],
  ['bedrock/converse/anthropic.claude-opus-4-7-v1:0', 'anthropic', 'claude-opus-4-7', 'bedrock'],
  ['bedrock:us.amazon.nova-pro-v1:0', 'amazon', 'nova-pro', 'bedrock', { region: 'us' }],
  ['amazon.nova-lite-v1:0', 'amazon', 'nova-lite', 'bedrock'],
  ['amazon.nova-lite-v1:0:300k', 'amazon', 'nova-lite', 'bedrock'],
  ['meta.llama3-3-70b-instruct-v1:0', 'meta', 'llama3-3-70b-instruct', 'bedrock'],
  ['openai.gpt-oss-120b-1:0', 'openai', 'gpt-oss-120b-1', 'bedrock'],
  [
    'arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-opus-4-8-v1:0',
    'anthropic',
    'claude-opus-4-8',
    'bedrock',
    { region: 'us-east-1' },
  ],
  [
    'arn:aws:bedrock:us-west-2:123456789012:inference-profile/us.anthropic.claude-sonnet-4-6-v1:0',
    'anthropic',
    'claude-sonnet-4-6',
    'bedrock',
    { region: 'us' },
  ],
  ['arn:aws:bedrock:us-west-2:123456789012:application-inference-profile/a1b2c3', null, 'a1b2c3', 'bedrock', { region: 'us-west-2' }],
  // Vertex
  ['claude-opus-4-8@20260528', 'anthropic', 'claude-opus-4-8-20260528', 'vertex'],
  ['claude-opus-4-8@default', 'anthropic', 'claude-opus-4-8', 'vertex'],
  ['vertex_ai/claude-sonnet-4@20250514', 'anthropic', 'claude-sonnet-4-20250514', 'vertex'],
  ['vertex_ai/gemini-2.5-pro', 'google', 'gemini-2.5-pro', 'vertex'],
  ['google-vertex:gemini-2.5-pro', 'google', 'gemini-2.5-pro', 'vertex'],
  ['google-vertex/claude-opus-5', 'anthropic', 'claude-opus-5', 'vertex'],
  ['publishers/google/models/gemini-2.5-flash', 'google', 'gemini-2.5-flash', 'vertex'],
  [
    'projects/p1/locations/us-central1/publishers/anthropic/models/claude-opus-4-8@20260528',
    'anthropic',
    'claude-opus-4-8-20260528',
    'vertex',
  ],
  // Other hosts
  ['groq/llama-3.3-70b-versatile', 'meta', 'llama-3.3-70b-versatile', 'groq'],
  ['groq:openai/gpt-oss-120b', 'openai', 'gpt-oss-120b', 'groq'],
  ['together_ai/meta-llama/Llama-3.3-70B-Instruct-Turbo', 'meta', 'llama-3.3-70b-instruct-turbo', 'together'],
  ['fireworks_ai/accounts/fireworks/models/kimi-k2p6', 'moonshotai', 'kimi-k2p6', 'fireworks'],
  ['cerebras/llama-3.3-70b', 'meta', 'llama-3.3-70b', 'cerebras'],
  ['github_copilot/gpt-5.5', 'openai', 'gpt-5.5', 'github-copilot'],
  ['github/openai/gpt-4.1', 'openai', 'gpt-4.1', 'github'],
  ['databricks/claude-sonnet-4-5', 'anthropic', 'claude-sonnet-4-5', 'databricks'],
  // One's own server
  ['ollama/llama3.2', 'meta', 'llama3.2', 'ollama'],
  ['ollama:qwen3', 'qwen', 'qwen3', 'ollama'],
  ['ollama_chat/deepseek-r1:8b', 'deepseek', 'deepseek-r1:8b', 'ollama'],
  ['llama3.2:3b', 'meta', 'llama3.2:3b', 'ollama'],
  ['qwen2.5-coder:latest', 'qwen', 'qwen2.5-coder:latest', 'ollama'],
  ['mistral:latest', 'mistral', 'mistral:latest', 'ollama'],
  ['hosted_vllm/meta-llama/Llama-3.1-8B', 'meta', 'llama-3.1-8b', 'vllm'],
  ['lm_studio/phi-4', 'microsoft', 'phi-4', 'lmstudio'],
];

describe('model ids', () => {
  test('the table is long enough to mean something', () => {
    expect(spellings.length).toBeGreaterThanOrEqual(120);
  });

  for (const [written, provider, model, host = null, more = {}] of spellings) {
    test(written, () => {
      const id = parseModelId(written);
      expect({
        provider: id.provider,
        model: id.model,
        host: id.host,
        region: id.region,
        variants: id.variants,
        original: id.original,
      }).toEqual({
        provider,
        model,
        host,
        region: more.region ?? null,
        variants: more.variants ?? [],
        original: written,
      });
    });
  }

  test('dates and aliases come off for the undated name', () => {
    expect(parseModelId('claude-opus-4-8-20260528')).toMatchObject({ undated: 'claude-opus-4-8', snapshot: '2026-05-28' });
    expect(parseModelId('gpt-4o-2024-08-06')).toMatchObject({ undated: 'gpt-4o', snapshot: '2024-08-06' });
    expect(parseModelId('mistral-large-latest')).toMatchObject({ undated: 'mistral-large', snapshot: null });
    expect(parseModelId('gpt-4-0613')).toMatchObject({ undated: 'gpt-4-0613', snapshot: null });
  });

  test('a hint counts only where the name says nothing', () => {
    expect(parseModelId('my-model', { provider: 'openai' })).toMatchObject({ provider: 'openai', host: null });
    expect(parseModelId('claude-opus-5', { provider: 'openai' })).toMatchObject({ provider: 'anthropic' });
    expect(parseModelId('gpt-4o', { host: 'azure' })).toMatchObject({ host: 'azure', opaque: 'deployment' });
    expect(parseModelId('claude-opus-5', { host: 'vertex' })).toMatchObject({ host: 'vertex' });
    expect(parseModelId('gpt-4o', { host: 'vendor' })).toMatchObject({ host: null });
  });

  test('what has been read once reads the same again', () => {
    for (const [written] of spellings) {
      const { model } = parseModelId(written);
      expect(parseModelId(model).model).toBe(model);
    }
  });

  test('any text is read without failing, and reads the same again', () => {
    const words = fc.constantFrom(
      'openai',
      'anthropic',
      'us',
      'azure',
      'claude',
      'gpt',
      'gemini',
      'sonnet',
      '4',
      '5',
      '20250514',
      'v1',
      '0',
      'free',
      'ft',
      'latest',
      '1m',
    );
    const separators = fc.constantFrom('/', ':', '-', '.', '@', '[', ']', ' ');
    const built = fc.array(fc.oneof(words, separators), { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(fc.string(), built), (written) => {
        const { model } = parseModelId(written);
        expect(parseModelId(model).model).toBe(model);
      }),
      { numRuns: 2000 },
    );
  });
});
