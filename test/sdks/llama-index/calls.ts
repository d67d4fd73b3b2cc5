import { anthropic } from '@llamaindex/anthropic';
import { OpenAI, openai } from '@llamaindex/openai';
import { agent } from '@llamaindex/workflow';
import { ContextChatEngine, VectorStoreIndex } from 'llamaindex';

const llm = new OpenAI({ model: 'gpt-5', maxTokens: 100 });

export async function asks(text: string, documents: object[], retriever: object) {
  await llm.chat({ messages: [{ role: 'user', content: text }] });
  // ^ call chat model=gpt-5 cap=100 parts=user
  await llm.complete({ prompt: 'Hello' });
  // ^ call complete model=gpt-5
  const index = await VectorStoreIndex.fromDocuments(documents);
  await index.asQueryEngine().query({ query: text });
  // ^ call query
  await new ContextChatEngine({ retriever }).chat({ message: text });
  // ^ call chat
}

export async function runs(text: string, tools: object[]) {
  await agent({ tools, llm: openai({ model: 'gpt-5-mini' }) }).run(text);
  // ^ run run model=gpt-5-mini bound=unbounded
  agent({ tools, llm: anthropic({ model: 'claude-sonnet-4-5' }) }).runStream(text);
  // ^ run runStream model=claude-sonnet-4-5
}

// Nothing below asks a model.
export async function decoys(index: { asRetriever(): { retrieve(text: string): unknown } }, text: string) {
  return index.asRetriever().retrieve(text);
}
