"""Budgets stand in lineitem.json: a fifth of a cent a planned call, five cents a budgeted run."""

from pathlib import Path

import anthropic
from fastapi import FastAPI

from handbook import HANDBOOK

app = FastAPI()
client = anthropic.Anthropic()
LEDGER = Path("ledger.txt").read_text()


def planned_answer(question):
    return client.messages.create(
         # ~~~~~~~~~~~~~~~~~~~~~~ over-budget: This call costs at least
        model="claude-opus-5-5",
        max_tokens=60,
        system=HANDBOOK,
        messages=[{"role": "user", "content": question}],
    )


def planned_word():
    return client.messages.create(
         # ~~~~~~~~~~~~~~~~~~~~~~ over-budget: This call may cost $0.02
        model="claude-opus-5-5",
        max_tokens=1000,
        messages=[{"role": "user", "content": "Name a tree, and say what it is used for."}],
    )


def planned_short_word():
    return client.messages.create(
        model="claude-opus-5-5",
        max_tokens=60,
        messages=[{"role": "user", "content": "Name a tree."}],
    )


@app.post("/report")
# ~~~~~~~~~~~~~~~~~~~ over-budget: This run costs at least
def budgeted_report(question: str):
    return client.messages.create(
        model="claude-opus-5-5",
        max_tokens=300,
        system=LEDGER,
        messages=[{"role": "user", "content": question}],
    )


def without_a_limit(question):
    return client.messages.create(
        model="claude-opus-5-5",
        max_tokens=300,
        system=HANDBOOK,
        messages=[{"role": "user", "content": question}],
    )
