import { ask } from './call.ts';
import { limitedTo, run } from './run.ts';
import type { MethodRow, Sdk } from './sdk.ts';

const modelSlots = {
  model: ['this.model', 'this.model_name', 'this.engine', 'this.deployment_name'],
  system: ['this.system_prompt'],
  messages: ['messages', 'prompt', '0'],
  tools: ['tools'],
  maxOutput: ['max_tokens', 'this.max_tokens', 'this.max_output_tokens', 'this.maxTokens', 'this.max_completion_tokens', 'this.num_output', 'this.context_window_output'],
  retries: ['this.max_retries', 'this.maxRetries'],
  baseUrl: ['this.api_base', 'this.base_url', 'this.baseURL', 'this.azure_endpoint'],
};
const answer = ask({ model: ['this.llm'] });
const iterations = limitedTo(20, ['max_iterations', 'this.max_iterations'], 'a workflow agent stops after 20 iterations by default', 'llama_index core/agent/workflow/base_agent.py', { zero: 'default' });
const agentSlots = { model: ['this.llm', 'this.agents.0.llm'], system: ['this.system_prompt', 'this.systemPrompt'], messages: ['user_msg'], tools: ['this.tools'], maxOutput: ['this.llm.max_tokens'] };

const methods: readonly MethodRow[] = [
  {
    on: 'model',
    paths: ['complete', 'chat', 'stream_complete', 'stream_chat', 'predict', 'stream', 'structured_predict', 'stream_structured_predict', 'chat_with_tools', 'stream_chat_with_tools', 'acomplete', 'achat', 'astream_complete', 'astream_chat', 'apredict', 'astream', 'astructured_predict', 'astream_structured_predict', 'achat_with_tools', 'astream_chat_with_tools', 'exec', 'streamExec'],
    spends: ask(modelSlots),
  },
  { on: 'model', paths: ['predict_and_call', 'apredict_and_call'], spends: run(modelSlots, limitedTo(10, ['max_iterations'], 'predict_and_call stops after 10 iterations by default', 'llama_index core/llms/llm.py')) },
  { on: 'model', paths: ['as_structured_llm'], passes: 'receiver' },
  { on: 'index', paths: ['as_query_engine', 'asQueryEngine'], makes: 'query-engine', positional: [''] },
  { on: 'index', paths: ['as_chat_engine', 'asChatEngine'], makes: 'chat-engine', positional: [''] },
  { on: 'query-engine', paths: ['query', 'aquery', 'synthesize', 'asynthesize'], spends: answer },
  { on: 'chat-engine', paths: ['chat', 'achat', 'stream_chat', 'astream_chat', 'chat_repl', 'streaming_chat_repl'], spends: answer },
  { on: 'agent', paths: ['run', 'runStream', 'run_stream'], spends: run(agentSlots, iterations, { positional: ['user_msg'] }) },
  { on: 'agent', paths: ['chat', 'achat', 'stream_chat', 'astream_chat', 'query', 'aquery'], spends: run(agentSlots, limitedTo(10, ['this.max_iterations'], 'an agent of the old kind stops after 10 iterations by default', 'llama_index core (older) agent/react')) },
  { on: 'program', paths: ['', 'acall'], spends: answer },
];

/** Each vendor's models are a package of their own. */
const vendors: readonly { readonly name: string; readonly provider: string | null; readonly python: readonly string[]; readonly javascript: readonly string[]; readonly names: readonly string[]; readonly host?: 'azure' | 'bedrock' | 'local' | 'vertex' }[] = [
  { name: 'openai', provider: 'openai', python: ['llama_index.llms.openai', 'llama_index.llms'], javascript: ['@llamaindex/openai', 'llamaindex'], names: ['OpenAI', 'OpenAIResponses', 'openai', 'openaiResponses', 'ChatGPTLLMPredictor'] },
  { name: 'azure', provider: 'azure', python: ['llama_index.llms.azure_openai', 'llama_index.llms.azure_inference'], javascript: ['@llamaindex/azure'], names: ['AzureOpenAI', 'AzureAICompletionsModel'], host: 'azure' },
  { name: 'anthropic', provider: 'anthropic', python: ['llama_index.llms.anthropic'], javascript: ['@llamaindex/anthropic'], names: ['Anthropic', 'anthropic'] },
  { name: 'google', provider: 'google', python: ['llama_index.llms.gemini', 'llama_index.llms.google_genai', 'llama_index.llms.vertex'], javascript: ['@llamaindex/google', '@llamaindex/vertex'], names: ['Gemini', 'GoogleGenAI', 'Vertex', 'gemini'] },
  { name: 'bedrock', provider: 'aws', python: ['llama_index.llms.bedrock', 'llama_index.llms.bedrock_converse'], javascript: ['@llamaindex/aws'], names: ['Bedrock', 'BedrockConverse'], host: 'bedrock' },
  { name: 'ollama', provider: 'ollama', python: ['llama_index.llms.ollama', 'llama_index.llms.llama_cpp', 'llama_index.llms.lmstudio', 'llama_index.llms.vllm'], javascript: ['@llamaindex/ollama'], names: ['Ollama', 'ollama', 'LlamaCPP', 'LMStudio', 'Vllm'], host: 'local' },
  { name: 'groq', provider: 'groq', python: ['llama_index.llms.groq'], javascript: ['@llamaindex/groq'], names: ['Groq', 'groq'] },
  { name: 'mistral', provider: 'mistral', python: ['llama_index.llms.mistralai'], javascript: ['@llamaindex/mistral'], names: ['MistralAI', 'mistral'] },
  { name: 'others', provider: null, python: ['llama_index.llms.openai_like', 'llama_index.llms.openrouter', 'llama_index.llms.litellm', 'llama_index.llms.deepseek', 'llama_index.llms.together', 'llama_index.llms.fireworks', 'llama_index.llms.cohere', 'llama_index.llms.perplexity', 'llama_index.llms.huggingface', 'llama_index.llms.huggingface_api', 'llama_index.llms.nvidia', 'llama_index.llms.cerebras', 'llama_index.llms.xai', 'llama_index.llms.dashscope', 'llama_index.llms.replicate', 'llama_index.llms.portkey'], javascript: ['@llamaindex/deepseek', '@llamaindex/together', '@llamaindex/fireworks', '@llamaindex/replicate', '@llamaindex/huggingface', '@llamaindex/cohere', '@llamaindex/perplexity', '@llamaindex/xai', '@llamaindex/deepinfra'], names: ['OpenAILike', 'OpenRouter', 'LiteLLM', 'DeepSeek', 'TogetherLLM', 'Fireworks', 'Cohere', 'Perplexity', 'HuggingFaceLLM', 'HuggingFaceInferenceAPI', 'NVIDIA', 'Cerebras', 'XAI', 'DashScope', 'Replicate', 'Portkey', 'DeepSeekLLM', 'FireworksLLM', 'ReplicateLLM', 'deepseek', 'together', 'xai'] },
];
const evidence = { source: 'run-llama/llama_index core and llms; LlamaIndexTS 2025-12, @llamaindex/workflow 1.1.24', verified: '2026-11-23' };

export const llamaIndexModels: readonly Sdk[] = vendors.map(({ name, provider, python, javascript, names, host }) => ({
  name: `llama-index-${name}`,
  title: `LlamaIndex (${name})`,
  provider,
  wire: 'llama-index',
  packages: { python, javascript },
  exports: [{ names, makes: 'model', positional: [''], ...(host ? { host } : {}) }],
  methods,
  ...evidence,
}));

const tsIterations = limitedTo(null, [], 'an agent workflow has no limit on its iterations, only a timeout', 'LlamaIndexTS packages/workflow/src/agent/agent-workflow.ts, 2025-12');

export const llamaIndex: Sdk = {
  name: 'llama-index',
  title: 'LlamaIndex',
  provider: null,
  wire: 'llama-index',
  packages: { python: ['llama_index', 'llama_index.core', 'llama_index.program.openai', 'llama_index.agent.openai'], javascript: ['llamaindex', '@llamaindex/workflow', '@llamaindex/core'] },
  exports: [
    { names: ['LLM', 'CustomLLM', 'FunctionCallingLLM', 'BaseLLM', 'LLMPredictor'], makes: 'model' },
    { names: ['Settings.llm'], is: 'model' },
    { names: ['ChatMessage'], message: 'given', positional: ['content'] },
    { names: ['VectorStoreIndex', 'SummaryIndex', 'ListIndex', 'TreeIndex', 'KnowledgeGraphIndex', 'PropertyGraphIndex', 'DocumentSummaryIndex', 'KeywordTableIndex', 'SimpleKeywordTableIndex', 'GPTVectorStoreIndex', 'GPTListIndex', 'GPTSimpleVectorIndex', 'BaseIndex'].flatMap((name) => [name, `${name}.from_documents`, `${name}.from_vector_store`, `${name}.from_existing`, `${name}.fromDocuments`, `${name}.fromVectorStore`, `${name}.init`]), makes: 'index' },
    { names: ['load_index_from_storage', 'load_graph_from_storage'], makes: 'index' },
    { names: ['RetrieverQueryEngine', 'RetrieverQueryEngine.from_args', 'SubQuestionQueryEngine.from_defaults', 'SubQuestionQueryEngine.fromDefaults', 'RouterQueryEngine', 'RouterQueryEngine.from_defaults', 'RouterQueryEngine.fromDefaults', 'CitationQueryEngine.from_args', 'NLSQLTableQueryEngine', 'PandasQueryEngine', 'TransformQueryEngine', 'MultiStepQueryEngine', 'FLAREInstructQueryEngine', 'CustomQueryEngine', 'BaseQueryEngine', 'get_response_synthesizer', 'getResponseSynthesizer', 'TreeSummarize', 'Refine', 'CompactAndRefine', 'SimpleSummarize'], makes: 'query-engine', positional: [''] },
    { names: ['SimpleChatEngine', 'SimpleChatEngine.from_defaults', 'ContextChatEngine', 'ContextChatEngine.from_defaults', 'CondenseQuestionChatEngine', 'CondenseQuestionChatEngine.from_defaults', 'CondensePlusContextChatEngine', 'CondensePlusContextChatEngine.from_defaults', 'BaseChatEngine'], makes: 'chat-engine', positional: [''] },
    { names: ['FunctionAgent', 'ReActAgent', 'CodeActAgent', 'AgentWorkflow', 'AgentWorkflow.from_tools_or_functions', 'ReActAgent.from_tools', 'OpenAIAgent', 'OpenAIAgent.from_tools', 'FunctionCallingAgent.from_tools', 'FunctionCallingAgentWorker.from_tools', 'AgentRunner'], makes: 'agent', positional: [''] },
    { names: ['LLMTextCompletionProgram.from_defaults', 'OpenAIPydanticProgram.from_defaults', 'FunctionCallingProgram.from_defaults'], makes: 'program' },
    { names: ['agent', 'multiAgent'], makes: 'workflow', positional: [''] },
  ],
  methods: [...methods, { on: 'workflow', paths: ['run', 'runStream'], spends: run(agentSlots, tsIterations, { positional: ['user_msg'] }) }],
  ...evidence,
};
