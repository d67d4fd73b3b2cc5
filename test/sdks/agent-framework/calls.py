from agent_framework import ChatAgent, WorkflowBuilder
from agent_framework.azure import AzureOpenAIChatClient
from agent_framework.openai import OpenAIChatClient

client = OpenAIChatClient(model_id="gpt-5")
agent = ChatAgent(chat_client=client, instructions="You help.", max_tokens=300)


async def runs(text: str, first, second):
    await agent.run(text)
    # ^ run run model=gpt-5 cap=300 bound=bounded max=40
    async for update in client.create_agent(instructions="You help.").run_stream(text):
        # ^ run run_stream model=gpt-5
        print(update)
    await AzureOpenAIChatClient(deployment_name="chat").get_response(text)
    # ^ call get_response model=chat host=azure
    await WorkflowBuilder().add_edge(first, second).set_start_executor(first).build().run(text)
    # ^ run run bound=bounded max=100


# Nothing below asks a model.
def decoys():
    agent.get_new_thread()
