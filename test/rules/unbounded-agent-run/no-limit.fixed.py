"""Runs without a limit of their own."""

import anthropic

client = anthropic.Anthropic()


def tool_runner(tools, question):
    runner = client.beta.messages.tool_runner(
        model="claude-haiku-4-5",
        max_tokens=500,
        tools=tools,
        messages=[{"role": "user", "content": question}],
        max_iterations=10,
    )
    return runner.until_done()
