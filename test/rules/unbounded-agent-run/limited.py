"""Runs that end."""

import anthropic

client = anthropic.Anthropic()


def tool_runner(tools, question):
    runner = client.beta.messages.tool_runner(
        model="claude-haiku-4-5",
        max_tokens=500,
        max_iterations=6,
        tools=tools,
        messages=[{"role": "user", "content": question}],
    )
    return runner.until_done()
