from strands import Agent
from strands.models import BedrockModel
from strands.models.anthropic import AnthropicModel
from strands.multiagent import GraphBuilder, Swarm

agent = Agent(model=BedrockModel(model_id="us.anthropic.claude-sonnet-4-5"), system_prompt="You help.", tools=[])


async def runs(text: str):
    agent(text)
    # ^ run agent() model=us.anthropic.claude-sonnet-4-5 bound=unbounded
    await agent.invoke_async(text)
    # ^ run invoke_async
    Agent("us.amazon.nova-pro-v1:0").structured_output(dict, text)
    # ^ run structured_output model=us.amazon.nova-pro-v1:0
    Agent(model=AnthropicModel(model_id="claude-sonnet-4-5", max_tokens=500)).stream_async(text)
    # ^ run stream_async model=claude-sonnet-4-5 cap=500
    Swarm([agent], max_iterations=5)(text)
    # ^ run swarm() bound=bounded max=5
    builder = GraphBuilder()
    builder.add_node(agent, "first")
    builder.build()(text)
    # ^ run graph()


# Nothing below asks a model.
def decoys(text: str):
    agent.tool.calculator(expression=text)
    agent.messages.append({})
