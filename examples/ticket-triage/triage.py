"""Sorts the night's tickets into queues before the first shift starts."""

import asyncio
from datetime import datetime

from openai import AsyncOpenAI

from rules import QUEUES

client = AsyncOpenAI()


async def triage(ticket: str) -> str:
    response = await client.chat.completions.create(
        model="gpt-5.4-mini",
        messages=[
            {"role": "system", "content": f"The time is {datetime.now().isoformat()}.\n\n{QUEUES}"},
            {"role": "user", "content": ticket},
        ],
    )
    return response.choices[0].message.content


async def triage_all(tickets: list[str]) -> list[str]:
    return await asyncio.gather(*(triage(ticket) for ticket in tickets))
