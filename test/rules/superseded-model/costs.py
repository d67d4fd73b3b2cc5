"""Models of which a newer one bills less."""

import os

import anthropic
from openai import OpenAI

client = anthropic.Anthropic()
openai = OpenAI()
SMALL = "claude-haiku-4-5"
      # ~~~~~~~~~~~~~~~~~~ superseded-model: even if its tokenizer makes 1.68 times as many tokens


def same_tokenizer(question):
    return client.messages.create(
        model="claude-opus-5",
            # ~~~~~~~~~~~~~~~ superseded-model: cost $4.00 and $20.00 instead of $5.00 and $25.00
        max_tokens=300,
        messages=[{"role": "user", "content": question}],
    )


def other_tokenizer(question):
    return client.messages.create(model=SMALL, max_tokens=300, messages=[{"role": "user", "content": question}])


def of_the_same_line(question):
    return openai.responses.create(
        model="gpt-5.6-terra",
            # ~~~~~~~~~~~~~~~ superseded-model: GPT-6.1 Terra is newer
        max_output_tokens=300,
        input=question,
    )


def not_surely_lower(question):
    return client.messages.create(
        model="claude-sonnet-4-6", max_tokens=300, messages=[{"role": "user", "content": question}]
    )


def same_price(question):
    return client.messages.create(
        model="claude-opus-4-6", max_tokens=300, messages=[{"role": "user", "content": question}]
    )


def newest(question):
    return client.messages.create(
        model="claude-opus-5-5", max_tokens=300, messages=[{"role": "user", "content": question}]
    )


def set_elsewhere(question):
    model = os.environ.get("MODEL", "claude-opus-5")
    return client.messages.create(model=model, max_tokens=300, messages=[{"role": "user", "content": question}])
