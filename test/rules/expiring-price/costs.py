"""A price that is promised until a day."""

import os

from google import genai
from openai import OpenAI

client = genai.Client()
openai = OpenAI()


def promotional(question):
    return client.models.generate_content(
        model="gemini-3.6-flash",
            # ~~~~~~~~~~~~~~~~~~ expiring-price: is promotional until 2026-12-31
        contents=question,
        config={"max_output_tokens": 300},
    )


def promise_is_over(question):
    return openai.responses.create(
        model="gpt-5.6-sol",
            # ~~~~~~~~~~~~~ expiring-price: was promised until 2026-11-21 only
        max_output_tokens=300,
        input=question,
    )


def standing_price(question):
    return openai.responses.create(model="gpt-5.4", max_output_tokens=300, input=question)


def set_elsewhere(question):
    model = os.environ.get("MODEL", "gpt-5.6-sol")
    return openai.responses.create(model=model, max_output_tokens=300, input=question)
