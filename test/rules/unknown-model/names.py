"""Names of models, known and not."""

import os

from agents import Agent, Runner
from openai import AzureOpenAI, OpenAI

client = OpenAI()
azure = AzureOpenAI()
local = OpenAI(base_url="http://localhost:11434/v1", api_key="none")
gateway = OpenAI(base_url="https://models.example/v1")


def misspelt(question):
    return client.responses.create(model="gtp-5.4", max_output_tokens=300, input=question)
                                       # ~~~~~~~~~ unknown-model: No catalogue knows the model `gtp-5.4`


def known(question):
    return client.responses.create(model="gpt-5.4", max_output_tokens=300, input=question)


def fine_tuned(question):
    return client.responses.create(model="ft:gpt-4.1-2025-04-14:acme::abc123", max_output_tokens=300, input=question)
                                       # ~~~~ retired-model


def through_something_between(question):
    return Runner.run_sync(Agent(name="Answers", instructions="Answer.", model="any-llm/openrouter/kind-2"), question, max_turns=3)


def deployment(question):
    return azure.chat.completions.create(model="chat", max_completion_tokens=300, messages=[{"role": "user", "content": question}])


def on_my_own_machine(question):
    return local.chat.completions.create(model="my-model", max_completion_tokens=300, messages=[{"role": "user", "content": question}])


def behind_a_gateway(question):
    return gateway.chat.completions.create(model="fast", max_completion_tokens=300, messages=[{"role": "user", "content": question}])


def from_the_environment(question):
    return client.responses.create(model=os.environ["MODEL"], max_output_tokens=300, input=question)


def with_a_client_that_others_make(client: OpenAI, question):
    return client.responses.create(model="house-model", max_output_tokens=300, input=question)
