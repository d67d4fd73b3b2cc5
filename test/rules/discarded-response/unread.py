"""Answers that nothing reads."""

import anthropic
from openai import OpenAI

client = OpenAI()
claude = anthropic.Anthropic()


def summarise(text):
    client.responses.create(model="gpt-5.4", max_output_tokens=400, input=f"Summarise: {text}")
  # ~~~~~~~~~~~~~~~~~~~~~~~ discarded-response: Nothing reads this
    print("summarised")


def rate(text):
    message = claude.messages.create(
            # ~~~~~~~~~~~~~~~~~~~~~~ discarded-response: Nothing reads this
        model="claude-opus-5",
        max_tokens=400,
        messages=[{"role": "user", "content": f"Rate this from 1 to 10: {text}"}],
    )
    return 10
