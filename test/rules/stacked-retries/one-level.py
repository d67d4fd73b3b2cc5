"""One level of retries of the answer, whatever the transport does."""

import json

import instructor
from openai import APIConnectionError, OpenAI
from pydantic import BaseModel

client = OpenAI(max_retries=5)
structured = instructor.from_openai(OpenAI(max_retries=5))


class Invoice(BaseModel):
    total: float


def retries_of_the_client_below(text):
    for _ in range(3):
        try:
            response = client.chat.completions.create(
                model="gpt-5.4",
                max_completion_tokens=300,
                response_format={"type": "json_object"},
                messages=[{"role": "user", "content": f"The fields as JSON: {text}"}],
            )
            return json.loads(response.choices[0].message.content)
        except json.JSONDecodeError:
            continue


def a_lost_connection_around(text):
    for _ in range(3):
        try:
            return structured.chat.completions.create(
                model="gpt-5.4",
                max_completion_tokens=300,
                response_model=Invoice,
                max_retries=2,
                messages=[{"role": "user", "content": text}],
            )
        except APIConnectionError:
            continue


def each_of_many(texts):
    return [
        structured.chat.completions.create(
            model="gpt-5.4",
            max_completion_tokens=300,
            response_model=Invoice,
            max_retries=2,
            messages=[{"role": "user", "content": text}],
        )
        for text in texts
    ]
