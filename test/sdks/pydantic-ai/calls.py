from pydantic_ai import Agent, RunContext, UsageLimits
from pydantic_ai.direct import model_request
from pydantic_ai.durable_exec.temporal import TemporalAgent
from pydantic_ai.models.anthropic import AnthropicModel

agent = Agent("openai:gpt-5", instructions="You answer.", model_settings={"max_tokens": 200})
typed = Agent(model=AnthropicModel("claude-sonnet-4-5"), output_type=bool)


@agent.tool
def weather(context: RunContext[str], city: str) -> str:
    return city


async def runs(text: str):
    await agent.run(text)
    # ^ run run model=openai:gpt-5 cap=200 bound=bounded max=50
    agent.run_sync(text, usage_limits=UsageLimits(request_limit=5))
    # ^ run run_sync bound=bounded max=5
    agent.run_sync(text, usage_limits=UsageLimits(request_limit=None))
    # ^ run run_sync bound=unbounded
    async with agent.run_stream(text) as stream:
        # ^ run run_stream model=openai:gpt-5
        print(stream)
    async with typed.iter(text) as steps:
        # ^ run iter model=claude-sonnet-4-5
        print(steps)
    await model_request("openai:gpt-5-mini", [])
    # ^ call model_request model=openai:gpt-5-mini
    await Agent[None, str]("openai:gpt-5-nano").run(text)
    # ^ run run model=openai:gpt-5-nano


async def durable(text: str):
    await TemporalAgent(agent).run(text)
    # ^ run run model=openai:gpt-5 cap=200 bound=bounded max=50


async def given(helper: Agent[None, str], text: str):
    await helper.run(text)
    # ^ run run model=?


# Nothing below asks a model.
def decoys(session):
    session.run("select 1")
    agent.override(model="test")
