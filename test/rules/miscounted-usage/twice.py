"""Sums over what OpenAI and Gemini bill, in which the cached tokens are part of the total."""

from google import genai
from openai import OpenAI

client = OpenAI()
gemini = genai.Client()
PRICE, CACHED_PRICE = 2.5e-6, 0.25e-6


def ask(question):
    reply = client.chat.completions.create(
        model="gpt-5.4", max_completion_tokens=300, messages=[{"role": "user", "content": question}]
    )
    usage = reply.usage
    total = usage.prompt_tokens + usage.prompt_tokens_details.cached_tokens + usage.completion_tokens
          # ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ miscounted-usage: counts cached tokens twice
    return reply.choices[0].message.content, total


def cost(usage):
    return usage["input_tokens"] * PRICE + usage["input_tokens_details"]["cached_tokens"] * CACHED_PRICE
         # ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ miscounted-usage: Take `cached_tokens` off `input_tokens`


def gemini_total(question):
    reply = gemini.models.generate_content(
        model="gemini-3.5-flash-lite", contents=question, config={"max_output_tokens": 300}
    )
    used = reply.usage_metadata
    return used.prompt_token_count + used.cached_content_token_count
         # ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ miscounted-usage


def right_cost(usage):
    cached = usage.prompt_tokens_details.cached_tokens
    return (usage.prompt_tokens - cached) * PRICE + cached * CACHED_PRICE


def also_right(usage):
    fresh = usage.prompt_tokens - usage.prompt_tokens_details.cached_tokens
    return fresh * PRICE + usage.prompt_tokens_details.cached_tokens * CACHED_PRICE


def in_one_term(usage):
    return (
        (usage.prompt_tokens - usage.prompt_tokens_details.cached_tokens) * PRICE
        + usage.prompt_tokens_details.cached_tokens * CACHED_PRICE
    )


def plain_total(usage):
    return usage.prompt_tokens + usage.completion_tokens


def own_record(record):
    return record.prompt_tokens + record.cached_tokens
