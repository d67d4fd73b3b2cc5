"""Prefixes that are kept for as long as the vendor likes."""

from google import genai
from google.genai import types

from handbook import HANDBOOK

client = genai.Client()


def answer_all(questions):
    cache = client.caches.create(
          # ~~~~~~~~~~~~~~~~~~~~ leaked-cache-storage: What is stored here is kept for 1 hour, the vendor's
        model="gemini-3.5-flash",
        config=types.CreateCachedContentConfig(system_instruction=HANDBOOK),
    )
    for question in questions:
        response = client.models.generate_content(
            model="gemini-3.5-flash",
            contents=question,
            config=types.GenerateContentConfig(cached_content=cache.name, max_output_tokens=300),
        )
        print(response.text)


def store(document):
    return client.caches.create(model="gemini-3.5-flash", config={"contents": document})
         # ~~~~~~~~~~~~~~~~~~~~ leaked-cache-storage: What is stored here is kept for 1 hour, the vendor's
