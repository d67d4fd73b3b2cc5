"""Calls one after another, or with nothing to share."""

import asyncio

import anthropic

from handbook import HANDBOOK

client = anthropic.AsyncAnthropic()
blocking = anthropic.Anthropic()


def in_a_comprehension(questions):
    return [
        blocking.messages.create(
            model="claude-opus-5",
            max_tokens=300,
            system=[{"type": "text", "text": HANDBOOK, "cache_control": {"type": "ephemeral"}}],
            messages=[{"role": "user", "content": question}],
        )
        for question in questions
    ]


async def waiting_for_each(questions):
    return [
        await client.messages.create(
            model="claude-opus-5",
            max_tokens=300,
            system=[{"type": "text", "text": HANDBOOK, "cache_control": {"type": "ephemeral"}}],
            messages=[{"role": "user", "content": question}],
        )
        for question in questions
    ]


async def nothing_marked(questions):
    return await asyncio.gather(
        *[
            client.messages.create(
                model="claude-opus-5",
                max_tokens=300,
                system="You answer questions about garden furniture.",
                messages=[{"role": "user", "content": question}],
            )
            for question in questions
        ]
    )


async def of_two_kinds(question):
    return await asyncio.gather(
        client.messages.create(
            model="claude-opus-5",
            max_tokens=300,
            system=[{"type": "text", "text": HANDBOOK, "cache_control": {"type": "ephemeral"}}],
            messages=[{"role": "user", "content": question}],
        ),
        asyncio.sleep(1),
    )
