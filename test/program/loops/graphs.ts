// Cycles of graphs: the edge that leads back is the loop.
import { ChatOpenAI } from '@langchain/openai';
import { END, MessagesAnnotation, START, StateGraph } from '@langchain/langgraph';
import { ToolNode } from '@langchain/langgraph/prebuilt';

const model = new ChatOpenAI({ model: 'gpt-5-mini', maxTokens: 300 });

async function callModel(state: typeof MessagesAnnotation.State) {
  return { messages: [await model.invoke(state.messages)] };
}

function route(state: typeof MessagesAnnotation.State) {
  const last = state.messages.at(-1);
  return last && 'tool_calls' in last ? 'tools' : END;
}

export const agent = new StateGraph(MessagesAnnotation)
  .addNode('agent', callModel)
  .addNode('tools', new ToolNode([]))
  .addEdge(START, 'agent')
  .addConditionalEdges('agent', route, ['tools', END])
  .addEdge('tools', 'agent') // => bounded 25
  .compile();

const drawn = new StateGraph(MessagesAnnotation).addNode('agent', callModel);
drawn.addNode('tools', new ToolNode([]));
drawn.addEdge(START, 'agent');
drawn.addConditionalEdges('agent', route);
drawn.addEdge('tools', 'agent'); // => bounded 25
export const second = drawn.compile();

export const straight = new StateGraph(MessagesAnnotation).addNode('answer', callModel).addEdge(START, 'answer').addEdge('answer', END).compile();
