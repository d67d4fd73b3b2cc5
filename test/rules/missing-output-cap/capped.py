"""Answers that end somewhere, or whose end cannot be known here."""

import anthropic
from openai import OpenAI

client = OpenAI()
local = OpenAI(base_url="http://localhost:11434/v1", api_key="none")
claude = anthropic.Anthropic()
DEFAULTS = {"model": "gpt-5.4-mini", "max_completion_tokens": 300}


def capped(question):
    return client.chat.completions.create(model="gpt-5.4", max_completion_tokens=300, messages=[{"role": "user", "content": question}])


def capped_by_the_older_name(question):
    return client.chat.completions.create(model="gpt-5.4", max_tokens=300, messages=[{"role": "user", "content": question}])


def capped_response(question):
    return client.responses.create(model="gpt-5.4", max_output_tokens=300, input=question)


def capped_by_a_variable(question, limit):
    return client.responses.create(model="gpt-5.4", max_output_tokens=limit, input=question)


def capped_in_a_dictionary(question):
    return client.chat.completions.create(messages=[{"role": "user", "content": question}], **DEFAULTS)


def perhaps_capped_elsewhere(question, **options):
    return client.chat.completions.create(model="gpt-5.4", messages=[{"role": "user", "content": question}], **options)


def on_my_own_machine(question):
    return local.chat.completions.create(model="qwen3:8b", messages=[{"role": "user", "content": question}])


def required_anyway(question):
    return claude.messages.create(model="claude-haiku-4-5", max_tokens=300, messages=[{"role": "user", "content": question}])


def not_a_text(question):
    return client.embeddings.create(model="text-embedding-3-small", input=question)


def another_create(database, question):
    return database.completions.create(question)
