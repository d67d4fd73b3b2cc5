"""JSON by a schema, or asked for once."""

import json

from openai import APIConnectionError, OpenAI

client = OpenAI()
SCHEMA = {"type": "json_schema", "json_schema": {"name": "fields", "schema": {"type": "object"}}}


def held_to_a_schema(text):
    for _ in range(3):
        response = client.chat.completions.create(
            model="gpt-5.4",
            max_completion_tokens=300,
            response_format=SCHEMA,
            messages=[{"role": "user", "content": f"The fields as JSON: {text}"}],
        )
        try:
            return json.loads(response.choices[0].message.content)
        except json.JSONDecodeError:
            continue


def asked_once(text):
    response = client.chat.completions.create(
        model="gpt-5.4",
        max_completion_tokens=300,
        messages=[{"role": "user", "content": f"The fields as JSON: {text}"}],
    )
    return json.loads(response.choices[0].message.content)


def again_when_the_line_is_down(text):
    for _ in range(3):
        try:
            response = client.chat.completions.create(
                model="gpt-5.4",
                max_completion_tokens=300,
                messages=[{"role": "user", "content": f"The fields as JSON: {text}"}],
            )
            return response.choices[0].message.content
        except APIConnectionError:
            continue


def until_it_is_short(text):
    for _ in range(3):
        response = client.chat.completions.create(
            model="gpt-5.4",
            max_completion_tokens=300,
            messages=[{"role": "user", "content": f"In one line: {text}"}],
        )
        answer = response.choices[0].message.content
        if len(answer) < 80:
            return answer
