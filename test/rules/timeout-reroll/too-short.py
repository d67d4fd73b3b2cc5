"""Clients that give up before the answer can be there."""

import anthropic
from openai import OpenAI

impatient = OpenAI(timeout=10, max_retries=3)
claude = anthropic.Anthropic()


def report(topic):
    response = impatient.responses.create(model="gpt-5.4", max_output_tokens=8000, input=topic)
             # ~~~~~~~~~~~~~~~~~~~~~~~~~~ timeout-reroll: The client gives up after 10 seconds, in which an answer of
    return response.output_text


def letter(topic):
    message = claude.messages.create(
            # ~~~~~~~~~~~~~~~~~~~~~~ timeout-reroll: The client gives up after 20 seconds, in which an answer of
        model="claude-opus-5",
        max_tokens=16000,
        timeout=20.0,
        messages=[{"role": "user", "content": topic}],
    )
    return message.content
