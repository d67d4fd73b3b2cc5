import { runnable } from './langchain-models.ts';
import type { BoundRow, MethodRow, Sdk, Spending } from './sdk.ts';

const chainSlots = {
  model: ['this.llm', 'this.llm_chain.llm', 'this.combine_documents_chain.llm', 'this.model'],
  messages: ['this.prompt', 'this.piped', 'this.llm_chain.prompt', 'input', '0'],
  maxOutput: ['this.llm.max_completion_tokens', 'this.llm.max_tokens', 'this.llm.maxTokens', 'this.llm.max_output_tokens', 'this.llm.num_predict'],
};
const chain: Spending = { kind: 'call', operation: 'generate', fields: { python: 'named', javascript: 1 }, positional: ['input', 'config'], slots: chainSlots };
const INVOKES = ['invoke', 'ainvoke', 'stream', 'astream', 'batch', 'abatch', 'astream_events', 'astream_log', 'streamEvents', 'streamLog'];
const CHAIN_CALLS = ['', 'run', 'arun', 'call', 'acall', 'apply', 'aapply', 'predict', 'apredict', 'generate', 'agenerate', 'predict_and_parse', 'apredict_and_parse', 'combine_docs', 'acombine_docs'];

const executions: BoundRow = {
  limit: ['this.max_iterations', 'this.maxIterations'],
  default: 15,
  zero: 'stops',
  null: 'none',
  unit: 'steps',
  note: 'AgentExecutor stops after 15 iterations by default',
  source: 'langchain-classic agents/executor.ts; langchain (Python) agents/agent.py',
};
const execution: Spending = { ...chain, kind: 'run', bound: executions, slots: { ...chainSlots, model: ['this.llm', 'this.agent.llm', 'this.agent.llm_chain.llm', 'this.agent'], tools: ['this.tools'] } };
const kept = (on: string): MethodRow[] => [
  { on, paths: ['with_config', 'withConfig', 'bind'], makes: on, positional: [''] },
  { on, paths: ['with_retry', 'withRetry', 'with_fallbacks', 'withFallbacks', 'with_types', 'with_listeners', 'assign', 'pick', '|'], passes: 'receiver' },
];

export const langchain: Sdk = {
  name: 'langchain',
  title: 'LangChain',
  provider: null,
  wire: 'langchain',
  packages: { python: ['langchain', 'langchain_core', 'langchain_community', 'langchain_classic', 'langchain_experimental'], javascript: ['langchain', '@langchain/core', '@langchain/community', '@langchain/classic'] },
  exports: [
    { names: ['init_chat_model', 'initChatModel'], makes: 'model', positional: ['model|', ''] },
    { names: ['BaseChatModel', 'BaseLanguageModel', 'BaseLLM', 'LanguageModelLike', 'SimpleChatModel', 'ConfigurableModel', 'BaseChatModelV1', 'LLM'], makes: 'model', positional: [''] },
    { names: ['RunnableSequence', 'RunnableSequence.from'], passes: 'piped' },
    { names: ['RunnableWithMessageHistory'], passes: 'first-argument', positional: ['runnable'] },
    { names: ['SystemMessage', 'SystemMessagePromptTemplate.from_template', 'SystemMessagePromptTemplate.fromTemplate'], message: 'system', positional: ['content'] },
    { names: ['HumanMessage', 'HumanMessagePromptTemplate.from_template', 'HumanMessagePromptTemplate.fromTemplate'], message: 'user', positional: ['content'] },
    { names: ['AIMessage', 'AIMessagePromptTemplate.from_template', 'AIMessagePromptTemplate.fromTemplate'], message: 'assistant', positional: ['content'] },
    { names: ['ToolMessage', 'FunctionMessage'], message: 'tool', positional: ['content'] },
    { names: ['ChatPromptTemplate.from_messages', 'ChatPromptTemplate.fromMessages', 'ChatPromptTemplate'], passes: 'first-argument', positional: ['messages'] },
    { names: ['ChatPromptTemplate.from_template', 'ChatPromptTemplate.fromTemplate', 'PromptTemplate.from_template', 'PromptTemplate.fromTemplate'], passes: 'first-argument', positional: ['template'] },
    { names: ['LLMChain', 'ConversationChain', 'StuffDocumentsChain', 'MapReduceDocumentsChain', 'RefineDocumentsChain', 'SequentialChain', 'SimpleSequentialChain', 'SQLDatabaseChain', 'LLMCheckerChain', 'VectorDBQA', 'ChatVectorDBChain'], makes: 'chain', positional: [''] },
    { names: ['RetrievalQA', 'RetrievalQA.from_chain_type', 'RetrievalQA.from_llm', 'RetrievalQAWithSourcesChain', 'RetrievalQAWithSourcesChain.from_chain_type', 'RetrievalQAWithSourcesChain.from_llm', 'ConversationalRetrievalChain', 'ConversationalRetrievalChain.from_llm', 'LLMMathChain.from_llm', 'LLMChain.from_string', 'SQLDatabaseChain.from_llm', 'GraphCypherQAChain.from_llm', 'APIChain.from_llm_and_api_docs', 'LLMRequestsChain', 'VectorDBQA.from_chain_type', 'QAGenerationChain.from_llm', 'MapReduceChain.from_params', 'HypotheticalDocumentEmbedder.from_llm'], makes: 'chain', positional: ['llm'] },
    { names: ['ConversationalRetrievalQAChain.fromLLM', 'RetrievalQAChain.fromLLM', 'VectorDBQAChain.fromLLM', 'LLMMathChain.fromLLM'], makes: 'chain', positional: ['llm'] },
    { names: ['load_summarize_chain', 'load_qa_chain', 'load_qa_with_sources_chain', 'loadSummarizationChain', 'loadQAStuffChain', 'loadQAMapReduceChain', 'loadQARefineChain', 'create_stuff_documents_chain', 'create_sql_query_chain', 'create_history_aware_retriever', 'create_extraction_chain', 'create_tagging_chain', 'create_structured_output_runnable', 'create_extraction_chain_pydantic'], makes: 'chain', positional: ['llm'] },
    { names: ['createStuffDocumentsChain', 'createHistoryAwareRetriever', 'createSqlQueryChain'], makes: 'chain', positional: [''] },
    { names: ['create_retrieval_chain'], makes: 'chain', positional: ['retriever', 'llm_chain'] },
    { names: ['createRetrievalChain'], makes: 'chain', positional: [''] },
    { names: ['create_tool_calling_agent', 'create_react_agent', 'create_openai_functions_agent', 'create_openai_tools_agent', 'create_structured_chat_agent', 'create_xml_agent', 'create_json_chat_agent', 'create_self_ask_with_search_agent'], makes: 'chain', positional: ['llm', 'tools', 'prompt'] },
    { names: ['createToolCallingAgent', 'createReactAgent', 'createOpenAIFunctionsAgent', 'createOpenAIToolsAgent', 'createStructuredChatAgent', 'createXmlAgent'], makes: 'chain', positional: [''] },
    { names: ['AgentExecutor', 'AgentExecutor.from_agent_and_tools', 'AgentExecutor.fromAgentAndTools'], makes: 'executor', positional: [''] },
    { names: ['initialize_agent', 'initializeAgentExecutorWithOptions', 'initializeAgentExecutor'], makes: 'executor', positional: ['tools', 'llm', 'agent|'] },
    { names: ['create_sql_agent', 'create_pandas_dataframe_agent', 'create_csv_agent', 'create_json_agent', 'create_openapi_agent', 'create_python_agent', 'create_spark_sql_agent', 'create_vectorstore_agent', 'createSqlAgent', 'createOpenApiAgent', 'createJsonAgent'], makes: 'executor', positional: ['llm'] },
  ],
  methods: [
    ...runnable,
    { on: 'chain', paths: [...INVOKES, ...CHAIN_CALLS], spends: chain },
    ...kept('chain'),
    { on: 'executor', paths: [...INVOKES, ...CHAIN_CALLS, 'iter'], spends: execution },
    ...kept('executor'),
  ],
  source: 'langchain-ai/langchain libs/core, libs/langchain, langchain-classic; langchain (npm) 1.5.14, @langchain/core 1.4.0',
  verified: '2026-11-23',
};
