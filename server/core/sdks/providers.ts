import { azureInference, azureOpenai } from './azure-inference.ts';
import { bedrock } from './bedrock.ts';
import { cohere } from './cohere.ts';
import { googleGenai } from './google-genai.ts';
import { googleGenerativeAi, vertexAi } from './google-generativeai.ts';
import { huggingface, huggingfaceJs, replicate, watsonx, workersAi } from './hosted.ts';
import { httpClients } from './http.ts';
import { litellm } from './litellm.ts';
import { mistral } from './mistral.ts';
import { llamaCpp, ollama, vllm } from './ollama.ts';
import { openaiShaped } from './openai-shaped.ts';
import { openrouter } from './openrouter.ts';
import type { Sdk } from './sdk.ts';
import { tracing } from './tracing.ts';
import { vscodeLm } from './vscode-lm.ts';
import { xai } from './xai.ts';

/** The vendors' own SDKs beside OpenAI's and Anthropic's, what is shaped like them, and plain HTTP. */
export const providers: readonly Sdk[] = [
  azureInference,
  azureOpenai,
  bedrock,
  cohere,
  googleGenai,
  googleGenerativeAi,
  huggingface,
  huggingfaceJs,
  litellm,
  llamaCpp,
  mistral,
  ollama,
  ...openaiShaped,
  openrouter,
  replicate,
  vertexAi,
  vllm,
  vscodeLm,
  watsonx,
  workersAi,
  xai,
  ...tracing,
  ...httpClients,
];
