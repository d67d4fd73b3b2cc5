"""Runs within their budget, and runs that have none."""

import anthropic
from fastapi import FastAPI

app = FastAPI()
client = anthropic.Anthropic()


@app.get("/plan")
def budgeted_plan():
    drafts = []
    for number in range(2):
        draft = client.messages.create(
            model="claude-haiku-4-5",
            max_tokens=500,
            messages=[{"role": "user", "content": "Draft a plan for moving a warehouse."}],
        )
        drafts.append(draft.content)
    return drafts


@app.get("/drafts")
def drafts_of_any_price():
    drafts = []
    for number in range(20):
        draft = client.messages.create(
            model="claude-opus-5",
            max_tokens=1000,
            messages=[{"role": "user", "content": "Draft a plan for moving a warehouse."}],
        )
        drafts.append(draft.content)
    return drafts
