"""Work that nobody waits for, and work that somebody does."""

import sys
from pathlib import Path

import anthropic
import click
from fastapi import FastAPI

client = anthropic.Anthropic()
app = FastAPI()


@click.command()
def nightly():
    for path in Path("reports").glob("*.txt"):
        reply = client.messages.create(
              # ~~~~~~~~~~~~~~~~~~~~~~ batch-eligible: cost $2.00 and $10.00 instead of $4.00 and $20.00
            model="claude-opus-5-5",
            max_tokens=300,
            messages=[{"role": "user", "content": f"Sum up {path.name}."}],
        )
        path.with_suffix(".sum").write_text(reply.content[0].text)


@app.post("/reports")
def for_somebody(names: list[str]):
    return [
        client.messages.create(
            model="claude-opus-5-5", max_tokens=300, messages=[{"role": "user", "content": f"Sum up {name}."}]
        )
        for name in names
    ]


@click.command()
def shown_as_it_comes():
    for name in sys.argv:
        client.messages.create(
            model="claude-opus-5-5",
            max_tokens=300,
            stream=True,
            messages=[{"role": "user", "content": f"Sum up {name}."}],
        )


def called_from_elsewhere(names):
    for name in names:
        client.messages.create(
            model="claude-opus-5-5", max_tokens=300, messages=[{"role": "user", "content": f"Sum up {name}."}]
        )
