from autogen_agentchat.agents import AssistantAgent, UserProxyAgent
from autogen_agentchat.conditions import MaxMessageTermination, TextMentionTermination
from autogen_agentchat.teams import MagenticOneGroupChat, RoundRobinGroupChat, SelectorGroupChat
from autogen_agentchat.ui import Console
from autogen_core.models import UserMessage
from autogen_ext.models.openai import OpenAIChatCompletionClient

client = OpenAIChatCompletionClient(model="gpt-4o", max_tokens=100)
agent = AssistantAgent("writer", model_client=client, system_message="You write.")


async def runs(text: str):
    await agent.run(task=text)
    # ^ run run model=gpt-4o cap=100 bound=bounded max=1
    await AssistantAgent("worker", client, max_tool_iterations=5).run(task=text)
    # ^ run run model=gpt-4o bound=bounded max=5
    await Console(agent.run_stream(task=text))
    # ^ run run_stream model=gpt-4o
    await RoundRobinGroupChat([agent]).run(task=text)
    # ^ run run model=gpt-4o bound=unbounded
    await RoundRobinGroupChat([agent], max_turns=6).run(task=text)
    # ^ run run bound=bounded max=6
    words = TextMentionTermination("APPROVE")
    await RoundRobinGroupChat([agent], termination_condition=words).run(task=text)
    # ^ run run bound=unbounded
    await SelectorGroupChat([agent], model_client=client, termination_condition=words | MaxMessageTermination(12)).run(task=text)
    # ^ run run model=gpt-4o bound=bounded max=12
    await MagenticOneGroupChat([agent], model_client=client).run(task=text)
    # ^ run run bound=bounded max=20
    await client.create([UserMessage(content=text, source="user")])
    # ^ call create model=gpt-4o cap=100


# Nothing below asks a model.
async def decoys():
    await agent.on_reset(None)
    UserProxyAgent("person", input_func=input)
    await client.close()
