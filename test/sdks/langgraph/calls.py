from langchain.agents import create_agent
from langchain_core.messages import HumanMessage
from langchain_openai import ChatOpenAI
from langgraph.graph import END, START, StateGraph
from langgraph.prebuilt import ToolNode, create_react_agent
from langgraph_supervisor import create_supervisor

llm = ChatOpenAI(model="gpt-5", max_tokens=300)


def call_model(state):
    return {"messages": [llm.invoke(state["messages"])]}
    # ^ call invoke model=gpt-5


builder = StateGraph(dict)
builder.add_node("model", call_model)
builder.add_edge(START, "model")
builder.add_edge("model", END)
graph = builder.compile()


async def runs(text: str):
    graph.invoke({"messages": [HumanMessage(text)]})
    # ^ run invoke model=? bound=bounded max=10007
    await graph.ainvoke({"messages": []}, {"recursion_limit": 12})
    # ^ run ainvoke bound=bounded max=12
    async for event in graph.astream_events({"messages": []}, config={"recursion_limit": 8}):
        # ^ run astream_events bound=bounded max=8
        print(event)
    graph.with_config(recursion_limit=6).invoke({"messages": []})
    # ^ run invoke bound=bounded max=6


def prebuilt(text: str, tools):
    create_react_agent(llm, tools, prompt="You search.").invoke({"messages": [("user", text)]})
    # ^ run invoke model=gpt-5 cap=300 bound=bounded max=10007
    create_agent("openai:gpt-5-mini", tools=tools, system_prompt="You search.").invoke({"messages": [{"role": "user", "content": text}]})
    # ^ run invoke model=openai:gpt-5-mini bound=bounded max=10000 text={tools}|You_search.|{text}
    create_supervisor([], model=llm).compile().stream({"messages": []})
    # ^ run stream bound=bounded


# Nothing below asks a model.
def decoys(state, tools):
    graph.get_graph().draw_mermaid_png()
    graph.get_state({"configurable": {"thread_id": "1"}})
    ToolNode(tools).invoke(state)
    builder.compile()
