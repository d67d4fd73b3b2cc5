"""Answers of any length."""

import asyncio

import openai as sdk
from openai import AsyncOpenAI, AzureOpenAI, OpenAI

client = OpenAI()
async_client = AsyncOpenAI()
azure = AzureOpenAI()


def chat(question):
    return client.chat.completions.create(
        model="gpt-5.4",
        messages=[{"role": "user", "content": question}],
        max_completion_tokens=1024,
    )


def responses(question):
    return client.responses.create(model="gpt-5.4", input=question, max_output_tokens=1024)


def parsed(question, shape):
    return client.chat.completions.parse(model="gpt-5.4-mini", messages=[{"role": "user", "content": question}], response_format=shape, max_completion_tokens=1024)


def streamed(question):
    for event in client.responses.create(model="gpt-5.4-mini", input=question, stream=True, max_output_tokens=1024):
        print(event)


async def all_at_once(questions):
    return await asyncio.gather(*[async_client.responses.create(model="gpt-5.4-mini", input=question, max_output_tokens=1024) for question in questions])


def deployment(question):
    return azure.chat.completions.create(model="chat", messages=[{"role": "user", "content": question}], max_completion_tokens=1024)


def the_module_itself(question):
    return sdk.chat.completions.create(model="gpt-5.4-mini", messages=[{"role": "user", "content": question}], max_completion_tokens=1024)


def options_that_are_known(question):
    options = {"model": "gpt-5.4-mini", "temperature": 0.2}
    return client.chat.completions.create(messages=[{"role": "user", "content": question}], **options)
