"""A prefix that is deleted when the work is done."""

from google import genai
from google.genai import types

from handbook import HANDBOOK

client = genai.Client()


def answer_all(questions):
    cache = client.caches.create(
        model="gemini-3.5-flash",
        config=types.CreateCachedContentConfig(system_instruction=HANDBOOK),
    )
    try:
        for question in questions:
            response = client.models.generate_content(
                model="gemini-3.5-flash",
                contents=question,
                config=types.GenerateContentConfig(cached_content=cache.name, max_output_tokens=300),
            )
            print(response.text)
    finally:
        client.caches.delete(name=cache.name)
