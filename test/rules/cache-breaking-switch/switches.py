"""Settings that change within a conversation."""

import anthropic
from openai import OpenAI

from handbook import HANDBOOK

client = anthropic.Anthropic()
openai = OpenAI()
FIND = {"name": "find", "description": "Finds an order.", "input_schema": {"type": "object", "properties": {}}}


def a_tool_first(question, run):
    messages = [{"role": "user", "content": question}]
    for step in range(10):
        response = client.messages.create(
            model="claude-opus-5",
            max_tokens=500,
            system=[{"type": "text", "text": HANDBOOK, "cache_control": {"type": "ephemeral"}}],
            tools=[FIND],
            tool_choice={"type": "any"} if step == 0 else {"type": "auto"},
                      # ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ cache-breaking-switch: The tool choice changes with `step` in the middle of the
            messages=messages,
        )
        messages.append({"role": "assistant", "content": response.content})
        if response.stop_reason != "tool_use":
            return response
        messages.append({"role": "user", "content": run(response)})


def a_smaller_model_later(question, run):
    messages = [{"role": "user", "content": question}]
    for step in range(10):
        response = openai.chat.completions.create(
            model="gpt-5.4" if step < 3 else "gpt-5.4-mini",
                # ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ cache-breaking-switch: The model changes with `step` in the middle of the
            max_completion_tokens=500,
            messages=messages,
        )
        messages.append(response.choices[0].message)
        messages.append({"role": "user", "content": run(response)})


def think_once(question, run):
    messages = [{"role": "user", "content": question}]
    is_first = True
    while len(messages) < 20:
        effort = "high" if is_first else "low"
               # ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ cache-breaking-switch: The thinking setting changes with `is_first` in the middle
        response = openai.chat.completions.create(
            model="gpt-5.4",
            reasoning_effort=effort,
            max_completion_tokens=500,
            messages=messages,
        )
        is_first = False
        messages.append(response.choices[0].message)
        messages.append({"role": "user", "content": run(response)})
