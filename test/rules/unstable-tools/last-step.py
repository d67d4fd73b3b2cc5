"""Tools that come and go within a conversation."""

import anthropic
from openai import OpenAI

from handbook import HANDBOOK

client = anthropic.Anthropic()
openai = OpenAI()
FIND = {"name": "find", "description": "Finds an order.", "input_schema": {"type": "object", "properties": {}}}
REFUND = {"name": "refund", "description": "Pays money back.", "input_schema": {"type": "object", "properties": {}}}


def answer_at_last(question, run):
    messages = [{"role": "user", "content": question}]
    for step in range(10):
        response = client.messages.create(
            model="claude-opus-5",
            max_tokens=500,
            system=[{"type": "text", "text": HANDBOOK, "cache_control": {"type": "ephemeral"}}],
            tools=[FIND, REFUND] if step < 9 else [],
                # ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unstable-tools: The tools change with `step` in the middle of the
            messages=messages,
        )
        messages.append({"role": "assistant", "content": response.content})
        if response.stop_reason != "tool_use":
            return response
        messages.append({"role": "user", "content": run(response)})


def look_first(question, run):
    messages = [{"role": "user", "content": question}]
    step = 0
    while step < 8:
        tools = [FIND]
        if step > 0:
            tools = [FIND, REFUND]
          # ~~~~~~~~~~~~~~~~~~~~~~ unstable-tools: The tools change with `step` in the middle of the
        response = openai.chat.completions.create(model="gpt-5.4", max_completion_tokens=500, messages=messages, tools=tools)
        messages.append(response.choices[0].message)
        messages.append({"role": "tool", "content": run(response)})
        step += 1
