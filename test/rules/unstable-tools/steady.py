"""Tools that stay what they are for the whole of a conversation."""

import anthropic
from openai import OpenAI

from handbook import HANDBOOK

client = anthropic.Anthropic()
openai = OpenAI()
FIND = {"name": "find", "description": "Finds an order.", "input_schema": {"type": "object", "properties": {}}}
REFUND = {"name": "refund", "description": "Pays money back.", "input_schema": {"type": "object", "properties": {}}}


def chosen_before_the_loop(question, run, may_refund):
    tools = [FIND, REFUND] if may_refund else [FIND]
    messages = [{"role": "user", "content": question}]
    for _ in range(10):
        response = client.messages.create(
            model="claude-opus-5",
            max_tokens=500,
            system=[{"type": "text", "text": HANDBOOK, "cache_control": {"type": "ephemeral"}}],
            tools=tools,
            messages=messages,
        )
        messages.append({"role": "assistant", "content": response.content})
        if response.stop_reason != "tool_use":
            return response
        messages.append({"role": "user", "content": run(response)})


def the_same_choice_in_every_pass(question, run, may_refund):
    messages = [{"role": "user", "content": question}]
    for _ in range(10):
        response = openai.chat.completions.create(
            model="gpt-5.4",
            max_completion_tokens=500,
            messages=messages,
            tools=[FIND, REFUND] if may_refund else [FIND],
        )
        messages.append(response.choices[0].message)
        messages.append({"role": "tool", "content": run(response)})


def each_on_its_own(orders):
    for number, order in enumerate(orders):
        response = openai.chat.completions.create(
            model="gpt-5.4",
            max_completion_tokens=500,
            messages=[{"role": "user", "content": order}],
            tools=[FIND] if number > 3 else [FIND, REFUND],
        )
        print(response.choices[0].message)


def nothing_is_cached(question, run):
    messages = [{"role": "user", "content": question}]
    for step in range(3):
        response = client.messages.create(
            model="claude-opus-5",
            max_tokens=500,
            tools=[FIND] if step < 2 else [],
            messages=messages,
        )
        messages.append({"role": "assistant", "content": response.content})
        messages.append({"role": "user", "content": run(response)})
