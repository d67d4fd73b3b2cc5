"""Without a cache, fresh input is all there is."""

import anthropic

client = anthropic.Anthropic()


def ask(question):
    reply = client.messages.create(
        model="claude-opus-4-8", max_tokens=300, messages=[{"role": "user", "content": question}]
    )
    return reply.content, reply.usage.input_tokens + reply.usage.output_tokens
