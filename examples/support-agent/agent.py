"""Answers one customer, looking up orders and deliveries as often as the model asks for it."""

import anthropic

from handbook import HANDBOOK
from tools import TOOLS, run_tool

client = anthropic.Anthropic()


def answer(question: str) -> str:
    messages = [{"role": "user", "content": question}]

    while True:
        response = client.messages.create(
            model="claude-opus-5",
            max_tokens=1024,
            system=HANDBOOK,
            tools=TOOLS,
            messages=messages,
        )
        messages.append({"role": "assistant", "content": response.content})
        if response.stop_reason != "tool_use":
            return response.content[0].text

        results = [
            {"type": "tool_result", "tool_use_id": block.id, "content": run_tool(block.name, block.input)}
            for block in response.content
            if block.type == "tool_use"
        ]
        messages.append({"role": "user", "content": results})
