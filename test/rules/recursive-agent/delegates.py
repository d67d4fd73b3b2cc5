"""An agent with a tool that starts the same agent."""

from agents import Agent, Runner, function_tool
from anthropic import Anthropic

client = Anthropic()


@function_tool
async def research(question: str) -> str:
    """Looks into a question of its own."""
    helper = Agent(name="Helper", instructions="Answer; split hard questions.", model="gpt-5.4", tools=[research])
    result = await Runner.run(helper, question)
                 # ~~~~~~~~~~ recursive-agent: The tool `research` starts an agent that has this tool
    return result.final_output


async def answer(question):
    agent = Agent(name="Lead", instructions="Answer; split hard questions.", model="gpt-5.4", tools=[research])
    result = await Runner.run(agent, question)
    return result.final_output
