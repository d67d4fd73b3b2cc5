"""Tools that the vendor bills by use."""

import anthropic
from openai import OpenAI

client = anthropic.Anthropic()
openai = OpenAI()
SEARCH = {"type": "web_search_20250305", "name": "web_search"}
       # ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ uncapped-server-tool


def news(question):
    return client.messages.create(
        model="claude-opus-4-8",
        max_tokens=300,
        tools=[{"type": "web_search_20260209", "name": "web_search"}],
             # ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ uncapped-server-tool: A thousand searches cost $10
        messages=[{"role": "user", "content": question}],
    )


def from_a_constant(question):
    return client.messages.create(
        model="claude-opus-4-8", max_tokens=300, tools=[SEARCH], messages=[{"role": "user", "content": question}]
    )


def at_openai(question):
    return openai.responses.create(
        model="gpt-5.4",
        max_output_tokens=300,
        tools=[{"type": "web_search"}],
             # ~~~~~~~~~~~~~~~~~~~~~~ uncapped-server-tool: Limit it with max_tool_calls
        input=question,
    )


def limited(question):
    return client.messages.create(
        model="claude-opus-4-8",
        max_tokens=300,
        tools=[{"type": "web_search_20250305", "name": "web_search", "max_uses": 3}],
        messages=[{"role": "user", "content": question}],
    )


def limited_for_the_request(question):
    return openai.responses.create(
        model="gpt-5.4", max_output_tokens=300, max_tool_calls=4, tools=[{"type": "web_search"}], input=question
    )


def options_from_elsewhere(question, **options):
    return openai.responses.create(
        model="gpt-5.4", max_output_tokens=300, tools=[{"type": "web_search"}], input=question, **options
    )


def free_of_charge(question):
    return client.messages.create(
        model="claude-opus-4-8",
        max_tokens=300,
        tools=[{"type": "web_fetch_20250910", "name": "web_fetch"}],
        messages=[{"role": "user", "content": question}],
    )


def own_tool(question):
    return openai.responses.create(
        model="gpt-5.4",
        max_output_tokens=300,
        tools=[{"type": "function", "name": "web_search", "parameters": {"type": "object", "properties": {}}}],
        input=question,
    )
