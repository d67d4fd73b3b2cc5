"""A limit where nothing reads it."""

from langgraph.prebuilt import create_react_agent

agent = create_react_agent("openai:gpt-5.4", tools=[])


def answer(question):
    return agent.invoke(
        {"messages": [("user", question)]},
        config={"configurable": {"thread_id": "1", "recursion_limit": 8}},
                                                                    # ~~~ ineffective-option: `recursion_limit` does nothing
    )
