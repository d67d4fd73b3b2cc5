"""A sum over what Anthropic bills, in which fresh input stands beside what a cache wrote and served."""

import anthropic

from handbook import HANDBOOK

client = anthropic.Anthropic()


def ask(question):
    reply = client.messages.create(
        model="claude-opus-4-8",
        max_tokens=300,
        system=[{"type": "text", "text": HANDBOOK, "cache_control": {"type": "ephemeral"}}],
        messages=[{"role": "user", "content": question}],
    )
    used = reply.usage.input_tokens + reply.usage.output_tokens
         # ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ miscounted-usage: leaves out what a cache wrote and served
    return reply.content, used
