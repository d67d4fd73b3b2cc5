"""Agents whose tools start other agents, or none."""

from agents import Agent, Runner, function_tool


@function_tool
def look_up(word: str) -> str:
    """Looks a word up."""
    return word


@function_tool
async def research(question: str) -> str:
    """Looks into a question of its own."""
    helper = Agent(name="Helper", instructions="Answer.", model="gpt-5.4", tools=[look_up])
    result = await Runner.run(helper, question)
    return result.final_output


async def answer(question):
    agent = Agent(name="Lead", instructions="Answer.", model="gpt-5.4", tools=[research, look_up])
    result = await Runner.run(agent, question)
    return result.final_output
