"""More than the tier allows, and less."""

from pathlib import Path

import anthropic

from handbook import HANDBOOK

client = anthropic.Anthropic()
LEDGER = Path("ledger.txt").read_text()


def whole_ledger(question):
    return client.messages.create(
         # ~~~~~~~~~~~~~~~~~~~~~~ long-context-surcharge: bills all of it at $0.50 / $2.50 per million tokens instead of $0.10 / $0.50
        model="claude-haiku-5-5",
        max_tokens=300,
        system=LEDGER,
        messages=[{"role": "user", "content": question}],
    )


def no_tiers(question):
    return client.messages.create(
        model="claude-sonnet-4-6",
        max_tokens=300,
        system=LEDGER,
        messages=[{"role": "user", "content": question}],
    )


def short(question):
    return client.messages.create(
        model="claude-haiku-5-5",
        max_tokens=300,
        system=HANDBOOK,
        messages=[{"role": "user", "content": question}],
    )
