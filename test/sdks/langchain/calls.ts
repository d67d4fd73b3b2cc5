import { ChatAnthropic } from '@langchain/anthropic';
import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { HumanMessage, SystemMessage } from '@langchain/core/messages';
import { StringOutputParser } from '@langchain/core/output_parsers';
import { ChatPromptTemplate } from '@langchain/core/prompts';
import { RunnableSequence } from '@langchain/core/runnables';
import { ChatOpenAI } from '@langchain/openai';
import { AgentExecutor, createToolCallingAgent } from 'langchain/agents';
import { ConversationalRetrievalQAChain, LLMChain } from 'langchain/chains';
import { initChatModel } from 'langchain/chat_models/universal';

const model = new ChatOpenAI({ model: 'gpt-5', maxTokens: 300, maxRetries: 1 });
const claude = new ChatAnthropic({ modelName: 'claude-sonnet-4-5' });
const prompt = ChatPromptTemplate.fromMessages([['system', 'You translate.'], ['human', '{text}']]);

export async function direct(text: string) {
  await model.invoke([new SystemMessage('Be short.'), new HumanMessage(text)]);
  // ^ call invoke model=gpt-5 cap=300 provider=openai retries=1 parts=system,user
  await claude.stream(text);
  // ^ call stream model=claude-sonnet-4-5 provider=anthropic
  await model.call([new HumanMessage(text)]);
  // ^ call call model=gpt-5
  const chosen = await initChatModel('gpt-5-mini', { temperature: 0, maxTokens: 20 });
  await chosen.batch([text]);
  // ^ call batch model=gpt-5-mini cap=20
}

export async function chains(text: string, schema: object, tools: object[]) {
  const chain = prompt.pipe(model).pipe(new StringOutputParser());
  await chain.invoke({ text });
  // ^ call invoke model=gpt-5 parts=system,user
  await RunnableSequence.from([prompt, claude, new StringOutputParser()]).invoke({ text });
  // ^ call invoke model=claude-sonnet-4-5
  await model.withStructuredOutput(schema).withRetry({ stopAfterAttempt: 2 }).invoke(text);
  // ^ call invoke model=gpt-5 cap=300
  await model.bindTools(tools).stream(text);
  // ^ call stream model=gpt-5
}

export async function typed(any: BaseChatModel, text: string) {
  return any.invoke(text);
  // ^ call invoke model=?
}

export async function older(text: string, retriever: object, tools: object[]) {
  await new LLMChain({ llm: model, prompt }).call({ text });
  // ^ call call model=gpt-5 cap=300
  await ConversationalRetrievalQAChain.fromLLM(model, retriever).invoke({ question: text });
  // ^ call invoke model=gpt-5
  const agent = createToolCallingAgent({ llm: model, tools, prompt });
  await new AgentExecutor({ agent, tools, maxIterations: 4 }).invoke({ input: text });
  // ^ run invoke model=gpt-5 bound=bounded max=4
  await AgentExecutor.fromAgentAndTools({ agent, tools }).invoke({ input: text });
  // ^ run invoke bound=bounded max=15
}

// Nothing below asks a model.
export async function decoys(text: string, retriever: { invoke(text: string): unknown }, stream: NodeJS.ReadableStream) {
  await retriever.invoke(text);
  await prompt.invoke({ text });
  stream.pipe(process.stdout);
  return new StringOutputParser().invoke(text);
}
