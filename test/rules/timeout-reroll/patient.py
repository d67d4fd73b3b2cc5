"""Enough time, a stream, or nothing that is asked again."""

import anthropic
import httpx
from openai import OpenAI

patient = OpenAI(timeout=120)
once = OpenAI(timeout=10, max_retries=0)
claude = anthropic.Anthropic(timeout=httpx.Timeout(10.0, read=600.0))


def with_time(topic):
    response = patient.responses.create(model="gpt-5.4", max_output_tokens=8000, input=topic)
    return response.output_text


def a_short_answer(topic):
    response = OpenAI(timeout=10).responses.create(model="gpt-5.4", max_output_tokens=500, input=topic)
    return response.output_text


def streamed(topic):
    with OpenAI(timeout=10).responses.stream(model="gpt-5.4", max_output_tokens=8000, input=topic) as stream:
        return stream.get_final_response().output_text


def asked_once(topic):
    response = once.responses.create(model="gpt-5.4", max_output_tokens=8000, input=topic)
    return response.output_text


def of_several_clocks(topic):
    message = claude.messages.create(
        model="claude-opus-5", max_tokens=16000, messages=[{"role": "user", "content": topic}]
    )
    return message.content
