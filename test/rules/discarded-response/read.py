"""Answers that are read, or calls that do more than answer."""

import anthropic
from openai import OpenAI

from handbook import HANDBOOK

client = OpenAI()
claude = anthropic.Anthropic()
asked = {}


def given_back(text):
    return client.responses.create(model="gpt-5.4", max_output_tokens=400, input=text)


def kept(text):
    asked[text] = client.responses.create(model="gpt-5.4", max_output_tokens=400, input=text)


def read_by_a_closure(text):
    response = client.responses.create(model="gpt-5.4", max_output_tokens=400, input=text)

    def show():
        print(response.output_text)

    show()


def is_key_valid():
    try:
        client.responses.create(model="gpt-5.4", max_output_tokens=400, input="Hello")
        return True
    except Exception:
        return False


def warm_up():
    claude.messages.create(
        model="claude-opus-5",
        max_tokens=400,
        system=[{"type": "text", "text": HANDBOOK, "cache_control": {"type": "ephemeral"}}],
        messages=[{"role": "user", "content": "Hello"}],
    )


def one_word():
    client.responses.create(model="gpt-5.4", max_output_tokens=16, input="Hello")


def in_the_background(text):
    client.responses.create(model="gpt-5.4", max_output_tokens=400, input=text, background=True)


def handed_on(text, report):
    report(client.responses.create(model="gpt-5.4", max_output_tokens=400, input=text))


def read_in_a_loop(texts):
    for text in texts:
        response = client.responses.create(model="gpt-5.4", max_output_tokens=400, input=text)
        if "yes" in response.output_text:
            return text


def kept_for_others(text):
    global latest
    latest = client.responses.create(model="gpt-5.4", max_output_tokens=400, input=text)


def show_latest():
    print(latest.output_text)


def show_errors():
    try:
        client.responses.create(model="gpt-5.4", max_output_tokens=400, input="Hello")
    except Exception as error:
        print(error)
