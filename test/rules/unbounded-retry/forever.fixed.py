"""Failures that are tried again for ever."""

import json

import backoff
from openai import OpenAI, OpenAIError
from tenacity import retry, wait_fixed

client = OpenAI()


def until_the_json_parses(text):
    for _ in range(10):
        try:
            return json.loads(client.responses.create(model="gpt-5.4-mini", max_output_tokens=300, input=text).output_text)
        except json.JSONDecodeError:
            continue


@retry(wait=wait_fixed(2))
def with_a_decorator(text):
    return client.responses.create(model="gpt-5.4-mini", max_output_tokens=300, input=text)


@backoff.on_exception(backoff.expo, OpenAIError)
def with_backoff(text):
    return client.responses.create(model="gpt-5.4-mini", max_output_tokens=300, input=text)
