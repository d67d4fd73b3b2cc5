"""Runs without a limit of their own."""

import anthropic

client = anthropic.Anthropic()


def tool_runner(tools, question):
    runner = client.beta.messages.tool_runner(
           # ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unbounded-agent-run: goes on until the model stops
        model="claude-haiku-4-5",
        max_tokens=500,
        tools=tools,
        messages=[{"role": "user", "content": question}],
    )
    return runner.until_done()
