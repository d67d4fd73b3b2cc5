"""JSON in words, until it parses."""

import json

from openai import OpenAI

client = OpenAI()


def fields_of(text):
    for _ in range(3):
        response = client.chat.completions.create(
                 # ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ reparse-retry: JSON is asked for in words, and the whole request is paid
            model="gpt-5.4",
            max_completion_tokens=300,
            messages=[
                {"role": "system", "content": "Answer with JSON only: {\"total\": number, \"currency\": string}"},
                {"role": "user", "content": text},
            ],
        )
        try:
            return json.loads(response.choices[0].message.content)
        except json.JSONDecodeError:
            continue
