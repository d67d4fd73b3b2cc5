"""Answers of any length."""

import asyncio

import openai as sdk
from openai import AsyncOpenAI, AzureOpenAI, OpenAI

client = OpenAI()
async_client = AsyncOpenAI()
azure = AzureOpenAI()


def chat(question):
    return client.chat.completions.create(
         # ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ missing-output-cap: may write up to 128,000 tokens
        model="gpt-5.4",
        messages=[{"role": "user", "content": question}],
    )


def responses(question):
    return client.responses.create(model="gpt-5.4", input=question)
         # ~~~~~~~~~~~~~~~~~~~~~~~ missing-output-cap: Set max_output_tokens


def parsed(question, shape):
    return client.chat.completions.parse(model="gpt-5.4-mini", messages=[{"role": "user", "content": question}], response_format=shape)
         # ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ missing-output-cap: Set max_completion_tokens


def streamed(question):
    for event in client.responses.create(model="gpt-5.4-mini", input=question, stream=True):
               # ~~~~~~~~~~~~~~~~~~~~~~~ missing-output-cap
        print(event)


async def all_at_once(questions):
    return await asyncio.gather(*[async_client.responses.create(model="gpt-5.4-mini", input=question) for question in questions])
                                # ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ missing-output-cap


def deployment(question):
    return azure.chat.completions.create(model="chat", messages=[{"role": "user", "content": question}])
         # ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ missing-output-cap: Nothing limits the length


def the_module_itself(question):
    return sdk.chat.completions.create(model="gpt-5.4-mini", messages=[{"role": "user", "content": question}])
         # ~~~~~~~~~~~~~~~~~~~~~~~~~~~ missing-output-cap


def options_that_are_known(question):
    options = {"model": "gpt-5.4-mini", "temperature": 0.2}
    return client.chat.completions.create(messages=[{"role": "user", "content": question}], **options)
         # ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ missing-output-cap
