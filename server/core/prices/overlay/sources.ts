/** Pages that many rows of the overlay were read from. */
export const anthropicCaching = 'https://platform.claude.com/docs/en/build-with-claude/prompt-caching';
export const anthropicPricing = 'https://platform.claude.com/docs/en/about-claude/pricing';
export const anthropicModels = 'https://platform.claude.com/docs/en/about-claude/models/overview';
export const anthropicDeprecations = 'https://platform.claude.com/docs/en/about-claude/model-deprecations';
export const openaiCaching = 'https://developers.openai.com/api/docs/guides/prompt-caching';
export const openaiPricing = 'https://developers.openai.com/api/docs/pricing';
export const openaiDeprecations = 'https://developers.openai.com/api/docs/deprecations';
export const geminiCaching = 'https://ai.google.dev/gemini-api/docs/caching';
export const geminiPricing = 'https://ai.google.dev/gemini-api/docs/pricing';
export const geminiDeprecations = 'https://ai.google.dev/gemini-api/docs/deprecations';
export const deepseekPricing = 'https://api-docs.deepseek.com/quick_start/pricing';
export const litellmPrices = 'https://github.com/BerriAI/litellm/blob/main/model_prices_and_context_window.json';
export const bedrockCaching = 'https://github.com/aws/agent-toolkit-for-aws (prompt-caching.md)';
export const openrouterCaching = 'https://openrouter.ai/docs/guides/best-practices/prompt-caching';
