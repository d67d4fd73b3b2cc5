from autogen import AssistantAgent, GroupChat, GroupChatManager, LLMConfig, UserProxyAgent

config = {"config_list": [{"model": "gpt-4o", "api_key": "key"}]}
assistant = AssistantAgent("assistant", llm_config=config, system_message="You help.")
user = UserProxyAgent("user", human_input_mode="NEVER", code_execution_config=False)


def runs(text: str):
    user.initiate_chat(assistant, message=text)
    # ^ run initiate_chat model=gpt-4o bound=bounded max=100
    user.initiate_chat(assistant, message=text, max_turns=2)
    # ^ run initiate_chat bound=bounded max=2
    manager = GroupChatManager(groupchat=GroupChat(agents=[assistant, user], messages=[], max_round=7), llm_config=LLMConfig(model="gpt-4o"))
    user.initiate_chat(recipient=manager, message=text)
    # ^ run initiate_chat model=gpt-4o bound=bounded max=7
    silent = UserProxyAgent("silent", human_input_mode="NEVER", max_consecutive_auto_reply=0)
    silent.initiate_chat(manager, message=text)
    # ^ run initiate_chat model=gpt-4o bound=bounded max=7
    small = AssistantAgent("small", llm_config=LLMConfig({"api_type": "openai", "model": "gpt-4o-mini"}))
    silent.initiate_chat(small, message=text)
    # ^ run initiate_chat model=gpt-4o-mini bound=bounded max=1
    assistant.generate_reply(messages=[{"role": "user", "content": text}])
    # ^ call generate_reply model=gpt-4o parts=system,user


# Nothing below asks a model.
def decoys():
    assistant.register_for_llm(description="Adds.")
    user.reset()
