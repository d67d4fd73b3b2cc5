from semantic_kernel import Kernel
from semantic_kernel.agents import AgentGroupChat, ChatCompletionAgent
from semantic_kernel.connectors.ai.open_ai import AzureChatCompletion, OpenAIChatCompletion
from semantic_kernel.contents import ChatHistory

service = OpenAIChatCompletion(ai_model_id="gpt-5")
kernel = Kernel()
kernel.add_service(service)


async def asks(history: ChatHistory, settings, text: str):
    await service.get_chat_message_content(chat_history=history, settings=settings)
    # ^ call get_chat_message_content model=gpt-5
    await AzureChatCompletion(deployment_name="chat").get_chat_message_contents(history, settings)
    # ^ call get_chat_message_contents model=chat host=azure
    await kernel.invoke_prompt(text)
    # ^ call invoke_prompt
    await kernel.invoke(plugin_name="writer", function_name="write")
    # ^ call invoke
    agent = ChatCompletionAgent(service=service, name="helper", instructions="You help.")
    await agent.get_response(messages=text)
    # ^ run get_response model=gpt-5 bound=bounded max=5
    async for message in AgentGroupChat(agents=[agent]).invoke():
        # ^ run invoke bound=bounded max=5
        print(message)


# Nothing below asks a model.
def decoys(history: ChatHistory, text: str):
    history.add_user_message(text)
    kernel.add_plugin(None, "writer")
