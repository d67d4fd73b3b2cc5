from haystack import Pipeline
from haystack.components.agents import Agent
from haystack.components.builders import ChatPromptBuilder
from haystack.components.generators.chat import AzureOpenAIChatGenerator, OpenAIChatGenerator
from haystack.components.writers import DocumentWriter
from haystack.dataclasses import ChatMessage

generator = OpenAIChatGenerator(model="gpt-5", generation_kwargs={"max_tokens": 200})
asking = Pipeline()
asking.add_component("prompt", ChatPromptBuilder())
asking.add_component("llm", generator)
asking.connect("prompt.prompt", "llm.messages")
writing = Pipeline()
writing.add_component("writer", DocumentWriter(document_store=None))


generator.run(messages=[ChatMessage.from_system("Be short."), ChatMessage.from_user("Hello")])
# ^ call run model=gpt-5 cap=200 parts=system,user
asking.run({"prompt": {"question": "Why?"}})
# ^ run run model=gpt-5 bound=bounded max=100


def runs(text: str, tools):
    Agent(chat_generator=generator, tools=tools, max_agent_steps=5).run(messages=[ChatMessage.from_user(text)])
    # ^ run run model=gpt-5 bound=bounded max=5
    AzureOpenAIChatGenerator(azure_deployment="chat").run([ChatMessage.from_user(text)])
    # ^ call run model=chat host=azure
    local = Pipeline(max_runs_per_component=3)
    local.add_component("llm", OpenAIChatGenerator(model="gpt-5-mini"))
    return local.run({})
    # ^ run run model=gpt-5-mini bound=bounded max=3


# Nothing below asks a model.
writing.run({"writer": {"documents": []}})


def decoys():
    asking.draw("pipeline.png")
    ChatPromptBuilder().run(template=[])
