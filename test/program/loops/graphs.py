"""Cycles of graphs: the edge that leads back is the loop."""
from typing import Literal, TypedDict

from langchain_anthropic import ChatAnthropic
from langgraph.graph import END, START, StateGraph
from langgraph.prebuilt import ToolNode, tools_condition

model = ChatAnthropic(model="claude-haiku-4-5", max_tokens=200)
MAX_REVISIONS = 3


class State(TypedDict):
    messages: list
    revisions: int


def call_model(state: State):
    return {"messages": [model.invoke(state["messages"])]}


def reflect(state: State):
    return {"messages": [model.invoke(state["messages"])], "revisions": state["revisions"] + 1}


def search(state: State):
    return {"messages": []}


def route(state: State) -> Literal["tools", "__end__"]:
    if state["messages"][-1].tool_calls:
        return "tools"
    return "__end__"


def route_reflection(state: State):
    if state["revisions"] >= MAX_REVISIONS:
        return END
    return "reflect"


builder = StateGraph(State)
builder.add_node(call_model)
builder.add_node("tools", ToolNode([]))
builder.add_edge(START, "call_model")
builder.add_conditional_edges("call_model", route)
builder.add_edge("tools", "call_model")  # => bounded 10007
agent = builder.compile()

reflection = StateGraph(State)
reflection.add_node("generate", call_model)
reflection.add_node("reflect", reflect)
reflection.set_entry_point("generate")
reflection.add_conditional_edges("generate", route_reflection)
reflection.add_edge("reflect", "generate")  # => bounded 3
writer = reflection.compile()

straight = StateGraph(State)
straight.add_node("search", search)
straight.add_node("answer", call_model)
straight.add_edge(START, "search")
straight.add_edge("search", "answer")
straight.add_edge("answer", END)
pipeline = straight.compile()

mapped = StateGraph(State)
mapped.add_node("answer", call_model)
mapped.add_node("search", search)
mapped.set_entry_point("search")
mapped.add_edge("search", "answer")
mapped.add_conditional_edges("answer", lambda state: state["messages"][-1].content, {"useful": END, "retry": "search"})  # => bounded 10007
corrective = mapped.compile()


def build():
    graph = StateGraph(State)
    graph.add_node("agent", call_model)
    graph.add_node("tools", ToolNode([]))
    graph.add_edge(START, "agent")
    graph.add_conditional_edges("agent", tools_condition)
    graph.add_edge("tools", "agent")  # => bounded 10007
    return graph.compile()


class Assistant:
    def __init__(self):
        graph = StateGraph(State)
        graph.add_node("agent", self.call)
        graph.add_node("tools", ToolNode([]))
        graph.set_entry_point("agent")
        graph.add_conditional_edges("agent", self.go_on, {"yes": "tools", "no": END})
        graph.add_edge("tools", "agent")  # => bounded 10007
        self.graph = graph.compile()

    def call(self, state: State):
        return {"messages": [model.invoke(state["messages"])]}

    def go_on(self, state: State):
        return "yes" if state["messages"][-1].tool_calls else "no"


no_model = StateGraph(State)
no_model.add_node("one", search)
no_model.add_node("two", search)
no_model.add_edge(START, "one")
no_model.add_edge("one", "two")
no_model.add_edge("two", "one")
