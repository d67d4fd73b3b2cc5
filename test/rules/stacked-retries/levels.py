"""Retries of an answer inside of retries of an answer."""

import json

import instructor
from openai import OpenAI
from pydantic import BaseModel, ValidationError

client = OpenAI()
structured = instructor.from_openai(OpenAI())


class Invoice(BaseModel):
    total: float


def read_invoice(text):
    for attempt in range(4):
        try:
            return structured.chat.completions.create(
                 # ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ stacked-retries: An answer that fails is asked for again on 2 levels: up to
                model="gpt-5.4",
                max_completion_tokens=300,
                response_model=Invoice,
                max_retries=3,
                messages=[{"role": "user", "content": text}],
            )
        except ValidationError:
            print("again", attempt)


def extract(text):
    for _ in range(3):
        try:
            response = client.chat.completions.create(
                     # ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ stacked-retries: An answer that fails is asked for again on 2 levels: up to
                model="gpt-5.4",
                max_completion_tokens=300,
                response_format={"type": "json_object"},
                messages=[{"role": "user", "content": f"The fields as JSON: {text}"}],
            )
            return json.loads(response.choices[0].message.content)
        except json.JSONDecodeError:
            continue
    raise ValueError("no JSON")


def extract_at_any_price(text):
    for _ in range(5):
        try:
            return extract(text)
        except ValueError:
            continue
