from agno.agent import Agent
from agno.models.anthropic import Claude
from agno.models.ollama import Ollama
from agno.models.openai import OpenAIChat
from agno.team import Team

agent = Agent(model=OpenAIChat(id="gpt-5", max_tokens=100), instructions="You help.", tools=[])


async def runs(text: str):
    agent.run(text)
    # ^ run run model=gpt-5 cap=100 bound=unbounded
    agent.print_response(text, stream=True)
    # ^ run print_response model=gpt-5
    await Agent(model=Claude("claude-sonnet-4-5"), tool_call_limit=3).arun(text)
    # ^ run arun model=claude-sonnet-4-5 bound=unbounded
    Agent(model=Ollama(id="llama3.2")).run(text)
    # ^ run run model=llama3.2 host=local
    Team(members=[agent], model=OpenAIChat(id="gpt-5")).run(text)
    # ^ run run model=gpt-5 bound=bounded max=10


# Nothing below asks a model.
def decoys(app):
    app.run(port=8000)
    agent.get_session()
