import type { Slots } from './sdk.ts';

/** Of the request, else of the client; JavaScript gives it behind the request. Sources: anthropic-sdk-python, openai-python `_base_client.py`. */
const clientTimeout: Slots = {
  timeoutSeconds: ['timeout', 'this.timeout'],
  timeoutMilliseconds: ['1.timeout', 'this.0.timeout'],
};

/** Field names of the wire shapes that many SDKs share. Sources: the SDKs' own request types, read 2026-11. */
export const anthropicMessages: Slots = {
  model: ['model'],
  system: ['system'],
  messages: ['messages'],
  tools: ['tools'],
  toolChoice: ['tool_choice'],
  maxOutput: ['max_tokens'],
  thinking: ['thinking'],
  thinkingBudget: ['thinking.budget_tokens'],
  effort: ['output_config.effort'],
  outputSchema: ['output_config.format', 'output_format'],
  stream: ['stream'],
  serviceTier: ['service_tier', 'speed'],
  region: ['inference_geo'],
  cacheSwitch: ['cache_control'],
  retries: ['this.max_retries', 'this.0.maxRetries'],
  ...clientTimeout,
  baseUrl: ['this.base_url', 'this.0.baseURL'],
};

export const openaiChat: Slots = {
  model: ['model'],
  messages: ['messages'],
  tools: ['tools', 'functions'],
  toolChoice: ['tool_choice'],
  maxOutput: ['max_completion_tokens', 'max_tokens'],
  thinking: ['reasoning_effort'],
  outputSchema: ['response_format'],
  completions: ['n'],
  stream: ['stream'],
  serviceTier: ['service_tier'],
  cacheKey: ['prompt_cache_key', 'prompt_cache_options', 'prompt_cache_retention'],
  retries: ['this.max_retries', 'this.0.maxRetries'],
  ...clientTimeout,
  baseUrl: ['this.base_url', 'this.0.baseURL', 'this.azure_endpoint', 'this.0.endpoint'],
};

export const openaiResponses: Slots = {
  model: ['model'],
  system: ['instructions'],
  messages: ['input'],
  tools: ['tools'],
  toolChoice: ['tool_choice'],
  maxOutput: ['max_output_tokens'],
  thinking: ['reasoning'],
  outputSchema: ['text.format', 'text_format'],
  stream: ['stream'],
  serviceTier: ['service_tier'],
  cacheKey: ['prompt_cache_key', 'prompt_cache_options', 'prompt_cache_retention'],
  retries: ['this.max_retries', 'this.0.maxRetries'],
  ...clientTimeout,
  baseUrl: ['this.base_url', 'this.0.baseURL', 'this.azure_endpoint', 'this.0.endpoint'],
};

export const aiSdkText: Slots = {
  model: ['model'],
  system: ['instructions', 'system'],
  messages: ['messages', 'prompt'],
  tools: ['tools'],
  toolChoice: ['toolChoice'],
  maxOutput: ['maxOutputTokens', 'maxTokens'],
  thinking: [
    'reasoning',
    'providerOptions.anthropic.thinking',
    'providerOptions.google.thinkingConfig',
    'providerOptions.openai.reasoningEffort',
  ],
  thinkingBudget: ['providerOptions.anthropic.thinking.budgetTokens', 'providerOptions.google.thinkingConfig.thinkingBudget'],
  effort: ['reasoning', 'providerOptions.openai.reasoningEffort', 'providerOptions.anthropic.effort'],
  outputSchema: ['schema', 'output', 'experimental_output'],
  retries: ['maxRetries'],
};

/** The REST fields; the SDKs put what is not `contents` below `config`. */
export const gemini: Slots = {
  model: ['model'],
  system: ['systemInstruction', 'system_instruction'],
  messages: ['contents'],
  tools: ['tools'],
  toolChoice: ['toolConfig', 'tool_config'],
  maxOutput: ['generationConfig.maxOutputTokens', 'generation_config.max_output_tokens'],
  thinking: ['generationConfig.thinkingConfig', 'generation_config.thinking_config'],
  thinkingBudget: ['generationConfig.thinkingConfig.thinkingBudget', 'generation_config.thinking_config.thinking_budget'],
  outputSchema: ['generationConfig.responseSchema', 'generation_config.response_schema'],
  completions: ['generationConfig.candidateCount', 'generation_config.candidate_count'],
  cacheKey: ['cachedContent', 'cached_content'],
};

export const converse: Slots = {
  model: ['modelId', 'model'],
  system: ['system'],
  messages: ['messages'],
  tools: ['toolConfig.tools'],
  toolChoice: ['toolConfig.toolChoice'],
  maxOutput: ['inferenceConfig.maxTokens'],
  thinking: ['additionalModelRequestFields.thinking', 'additionalModelRequestFields.reasoning_config'],
  thinkingBudget: ['additionalModelRequestFields.thinking.budget_tokens', 'additionalModelRequestFields.reasoning_config.budget_tokens'],
  outputSchema: ['outputConfig'],
  serviceTier: ['serviceTier', 'performanceConfig.latency'],
};

export const ollama: Slots = {
  model: ['model'],
  system: ['system'],
  messages: ['messages'],
  prompt: ['prompt'],
  tools: ['tools'],
  maxOutput: ['options.num_predict'],
  thinking: ['think'],
  outputSchema: ['format'],
  stream: ['stream'],
  baseUrl: ['this.host', 'this.0.host'],
};
