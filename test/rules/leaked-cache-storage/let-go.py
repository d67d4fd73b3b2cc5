"""Prefixes with a lifetime, or that are deleted."""

from google import genai
from google.genai import types

from handbook import HANDBOOK

client = genai.Client()


def for_ten_minutes():
    return client.caches.create(
        model="gemini-3.5-flash",
        config=types.CreateCachedContentConfig(system_instruction=HANDBOOK, ttl="600s"),
    )


def options_from_elsewhere(options):
    return client.caches.create(model="gemini-3.5-flash", config=options)
