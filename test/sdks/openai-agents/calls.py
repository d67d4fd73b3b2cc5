import asyncio
import math

from agents import Agent, ModelSettings, RunConfig, Runner, function_tool


@function_tool
def search(query: str) -> str:
    return query


agent = Agent(name="helper", instructions="You search.", model="gpt-5", tools=[search], model_settings=ModelSettings(max_tokens=200))


async def runs(text: str):
    await Runner.run(agent, text)
    # ^ run Runner.run model=gpt-5 cap=200 tools=1 bound=bounded max=10
    Runner.run_streamed(agent, input=text, max_turns=3)
    # ^ run Runner.run_streamed bound=bounded max=3
    await Runner.run(starting_agent=agent, input=text, max_turns=None)
    # ^ run Runner.run model=gpt-5 bound=unbounded
    await Runner.run(agent, text, max_turns=math.inf)
    # ^ run Runner.run bound=unbounded
    await Runner.run(agent, text, run_config=RunConfig(model="gpt-5-mini"))
    # ^ run Runner.run model=gpt-5-mini
    await asyncio.gather(*[Runner.run(agent.clone(instructions="Other."), one) for one in text])
    # ^ run Runner.run model=gpt-5


def at_once(text: str) -> str:
    return Runner.run_sync(agent, text).final_output
    # ^ run Runner.run_sync model=gpt-5


# Nothing below asks a model.
class Local:
    def run(self, text: str) -> str:
        return text


def decoys(text: str):
    Local().run(text)
    agent.as_tool(tool_name="helper", tool_description="Helps.")
