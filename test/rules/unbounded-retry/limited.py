"""Failures that somebody gives up on."""

import json

import backoff
from openai import OpenAI, OpenAIError
from tenacity import retry, stop_after_attempt, stop_after_delay, wait_fixed

client = OpenAI(max_retries=5)


def three_tries(text):
    for attempt in range(3):
        try:
            return json.loads(client.responses.create(model="gpt-5.4-mini", max_output_tokens=300, input=text).output_text)
        except json.JSONDecodeError:
            print("try", attempt)


@retry(wait=wait_fixed(2), stop=stop_after_attempt(3))
def decorated_with_tries(text):
    return client.responses.create(model="gpt-5.4-mini", max_output_tokens=300, input=text)


@retry(stop=stop_after_delay(60))
def decorated_with_time(text):
    return client.responses.create(model="gpt-5.4-mini", max_output_tokens=300, input=text)


@backoff.on_exception(backoff.expo, OpenAIError, max_tries=4)
def backoff_with_tries(text):
    return client.responses.create(model="gpt-5.4-mini", max_output_tokens=300, input=text)
