import { ChatAnthropic } from '@langchain/anthropic';
import { END, START, StateGraph } from '@langchain/langgraph';
import { createReactAgent, ToolNode } from '@langchain/langgraph/prebuilt';
import { createAgent } from 'langchain';

const model = new ChatAnthropic({ model: 'claude-sonnet-4-5' });
const graph = new StateGraph({})
  .addNode('model', async (state: { messages: string[] }) => ({ messages: [await model.invoke(state.messages)] }))
  // ^ call invoke model=claude-sonnet-4-5
  .addEdge(START, 'model')
  .addEdge('model', END)
  .compile();

export async function runs(text: string, tools: object[]) {
  await graph.invoke({ messages: [text] });
  // ^ run invoke bound=bounded max=25
  await graph.stream({ messages: [text] }, { recursionLimit: 50 });
  // ^ run stream bound=bounded max=50
  await createReactAgent({ llm: model, tools }).invoke({ messages: [text] });
  // ^ run invoke model=claude-sonnet-4-5 bound=bounded max=25
  await createAgent({ model: 'openai:gpt-5', tools }).withConfig({ recursionLimit: 7 }).invoke({ messages: [text] });
  // ^ run invoke model=openai:gpt-5 bound=bounded max=7
}

// Nothing below asks a model.
export async function decoys(state: object, tools: object[]) {
  await new ToolNode(tools).invoke(state);
  return graph.getGraph();
}
