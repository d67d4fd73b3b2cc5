import asyncio

from smolagents import CodeAgent, InferenceClientModel, LiteLLMModel, ToolCallingAgent, TransformersModel, tool


@tool
def search(query: str) -> str:
    """Searches.

    Args:
        query: What for.
    """
    return query


model = LiteLLMModel(model_id="anthropic/claude-sonnet-4-5", max_tokens=500)
agent = CodeAgent(tools=[search], model=model)


async def runs(text: str):
    agent.run(text)
    # ^ run run model=anthropic/claude-sonnet-4-5 cap=500 tools=1 bound=bounded max=20
    agent.run(text, max_steps=3)
    # ^ run run bound=bounded max=3
    ToolCallingAgent(tools=[], model=InferenceClientModel("Qwen/Qwen3-32B"), max_steps=6).run(text)
    # ^ run run model=Qwen/Qwen3-32B bound=bounded max=6
    await asyncio.to_thread(agent.run, text)
    # ^ run run model=anthropic/claude-sonnet-4-5


def asks(text: str):
    model([{"role": "user", "content": text}])
    # ^ call model() model=anthropic/claude-sonnet-4-5 cap=500 parts=user
    TransformersModel(model_id="HuggingFaceTB/SmolLM3-3B").generate([{"role": "user", "content": text}])
    # ^ call generate host=local


# Nothing below asks a model.
def decoys(text: str):
    search(text)
    agent.memory.replay()
    CodeAgent(tools=[], model=model)
