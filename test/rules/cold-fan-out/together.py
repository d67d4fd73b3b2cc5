"""Calls that start together over one marked prefix."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import anthropic

from handbook import HANDBOOK

client = anthropic.AsyncAnthropic()
blocking = anthropic.Anthropic()


async def answer_all(questions):
    return await asyncio.gather(
        *[
            client.messages.create(
          # ~~~~~~~~~~~~~~~~~~~~~~ cold-fan-out: These calls start together, and each writes the same
                model="claude-opus-5",
                max_tokens=300,
                system=[{"type": "text", "text": HANDBOOK, "cache_control": {"type": "ephemeral"}}],
                messages=[{"role": "user", "content": question}],
            )
            for question in questions
        ]
    )


def answer(question):
    return blocking.messages.create(
        model="claude-opus-5",
        max_tokens=300,
        system=[{"type": "text", "text": HANDBOOK, "cache_control": {"type": "ephemeral"}}],
        messages=[{"role": "user", "content": question}],
    )


def answer_with_threads(questions):
    with ThreadPoolExecutor(max_workers=8) as executor:
        return list(executor.map(answer, questions))
                               # ~~~~~~ cold-fan-out: These calls start together, and each writes the same


async def answer_with_tasks(questions):
    tasks = []
    for question in questions:
        tasks.append(
            client.messages.create(
          # ~~~~~~~~~~~~~~~~~~~~~~ cold-fan-out: These calls start together, and each writes the same
                model="claude-opus-5",
                max_tokens=300,
                system=[{"type": "text", "text": HANDBOOK, "cache_control": {"type": "ephemeral"}}],
                messages=[{"role": "user", "content": question}],
            )
        )
    return await asyncio.gather(*tasks)
