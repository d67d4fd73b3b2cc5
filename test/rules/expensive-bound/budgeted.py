"""A run that may cost five cents."""

import anthropic
from fastapi import FastAPI

app = FastAPI()
client = anthropic.Anthropic()


@app.get("/plan")
def budgeted_plan():
    drafts = []
    for number in range(20):
  # ~~~ expensive-bound: Up to 20 passes of at most $0.0251 make
        draft = client.messages.create(
            model="claude-opus-5",
            max_tokens=1000,
            messages=[{"role": "user", "content": "Draft a plan for moving a warehouse."}],
        )
        drafts.append(draft.content)
    return drafts
