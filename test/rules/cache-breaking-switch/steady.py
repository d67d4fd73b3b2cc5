"""What the cache survives, and what does not change."""

import anthropic
from openai import OpenAI

from handbook import HANDBOOK

client = anthropic.Anthropic()
openai = OpenAI()
FIND = {"name": "find", "description": "Finds an order.", "input_schema": {"type": "object", "properties": {}}}


def the_vendor_keeps_the_cache(question, run):
    messages = [{"role": "user", "content": question}]
    for step in range(10):
        response = openai.chat.completions.create(
            model="gpt-5.4",
            max_completion_tokens=500,
            tools=[{"type": "function", "function": {"name": "find", "parameters": {"type": "object", "properties": {}}}}],
            tool_choice="required" if step == 0 else "auto",
            messages=messages,
        )
        messages.append(response.choices[0].message)
        messages.append({"role": "tool", "content": run(response)})


def one_model_a_conversation(question, run, is_hard):
    model = "gpt-5.4" if is_hard else "gpt-5.4-mini"
    messages = [{"role": "user", "content": question}]
    for _ in range(10):
        response = openai.chat.completions.create(model=model, max_completion_tokens=500, messages=messages)
        messages.append(response.choices[0].message)
        messages.append({"role": "user", "content": run(response)})


def no_conversation(tickets):
    for number, ticket in enumerate(tickets):
        response = openai.chat.completions.create(
            model="gpt-5.4" if number < 3 else "gpt-5.4-mini",
            max_completion_tokens=500,
            messages=[{"role": "user", "content": ticket}],
        )
        print(response.choices[0].message.content)


def with_one_setting(question, run):
    messages = [{"role": "user", "content": question}]
    for _ in range(10):
        response = client.messages.create(
            model="claude-opus-5",
            max_tokens=500,
            system=[{"type": "text", "text": HANDBOOK, "cache_control": {"type": "ephemeral"}}],
            tools=[FIND],
            tool_choice={"type": "any"},
            messages=messages,
        )
        messages.append({"role": "assistant", "content": response.content})
        messages.append({"role": "user", "content": run(response)})
