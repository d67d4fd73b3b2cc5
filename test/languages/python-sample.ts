/** Some of everything that matters to the outline of a file, in code that a person would write. */
export const sample = `"""Answers questions about orders."""
from __future__ import annotations

import asyncio
import anthropic
from .prompts import SYSTEM as BASE, TOOLS
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from anthropic.types import Message

# lineitem: id=main
client = anthropic.Anthropic(max_retries=3)  # lineitem: ignore LI401 -- the prefix is short
MODEL = "claude-sonnet-4-5"
PROMPT = f"""You are a clerk 🧾 of {BASE!r}.
Answer in {{json}}. Today is {today():%Y}.
"""


@dataclass
class Agent(Base):
    """Keeps the talk."""

    model: str = MODEL
    limit = 8

    def __init__(self, name: "str | None", *, tools: list[Tool] = TOOLS) -> None:
        self.name, self.tools = name, tools
        self.messages = []

    @property
    def last(self):
        return self.messages[-1]

    # lineitem: id=agent
    async def run(self, question: str) -> str:
        self.messages.append({"role": "user", "content": question})
        while True:
            reply = await client.messages.create(
                model=self.model, max_tokens=1_000, system=[{"type": "text", "text": PROMPT}], messages=self.messages[-10:], tools=self.tools
            )
            if reply.stop_reason != "tool_use":  # lineitem: ignore LI301
                return "".join(block.text for block in reply.content if block.type == "text")
            for i, block in enumerate(reply.content):
                self.messages += [await call(block)]

    class Config:
        frozen = True


def ask(question, retries=3, *rest, **options):
    for attempt in range(retries):
        try:
            return Agent("x").run(question, **options)
        except (ValueError, anthropic.APIError) as error:
            print(f"{attempt=} {error}")
        finally:
            pass
    else:
        raise RuntimeError("no" " " 'answer')


match ask("🙂"):
    case "yes" | "no":
        pass
    case other if len(other) > 3:
        print(other)
x = 1; y = lambda a, /, b: a or b
if __name__ == "__main__":
    asyncio.run(main())
# lineitem: the end
`;
