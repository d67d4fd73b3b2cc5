import type { Slots } from './sdk.ts';

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
  outputSchema: ['output_config.format', 'output_format'],
  stream: ['stream'],
  serviceTier: ['service_tier', 'speed'],
  cacheSwitch: ['cache_control'],
  retries: ['this.max_retries', 'this.0.maxRetries'],
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
  baseUrl: ['this.base_url', 'this.0.baseURL', 'this.azure_endpoint', 'this.0.endpoint'],
};

export const aiSdkText: Slots = {
  model: ['model'],
  system: ['instructions', 'system'],
  messages: ['messages', 'prompt'],
  tools: ['tools'],
  toolChoice: ['toolChoice'],
  maxOutput: ['maxOutputTokens', 'maxTokens'],
  outputSchema: ['schema', 'output', 'experimental_output'],
  retries: ['maxRetries'],
};
