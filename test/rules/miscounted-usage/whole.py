"""Sums that leave nothing out."""

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
    usage = reply.usage
    fresh = usage.input_tokens + usage.output_tokens
    return reply.content, fresh + usage.cache_read_input_tokens + usage.cache_creation_input_tokens
