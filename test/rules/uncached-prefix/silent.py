"""Prefixes that a mark would not make cheaper, or that have one."""

import datetime

import anthropic
from openai import OpenAI

from handbook import HANDBOOK

client = anthropic.Anthropic()
openai = OpenAI()


def marked_block(questions):
    for question in questions:
        client.messages.create(
            model="claude-opus-5",
            max_tokens=200,
            system=[{"type": "text", "text": HANDBOOK, "cache_control": {"type": "ephemeral"}}],
            messages=[{"role": "user", "content": question}],
        )


def marked_whole(questions):
    for question in questions:
        client.messages.create(
            model="claude-opus-5",
            max_tokens=200,
            cache_control={"type": "ephemeral"},
            system=HANDBOOK,
            messages=[{"role": "user", "content": question}],
        )


def too_short(questions):
    for question in questions:
        client.messages.create(
            model="claude-opus-5",
            max_tokens=200,
            system="You answer questions about garden furniture in one sentence.",
            messages=[{"role": "user", "content": question}],
        )


def too_short_for_this_model(questions):
    for question in questions:
        client.messages.create(
            model="claude-haiku-4-5",
            max_tokens=200,
            system=HANDBOOK,
            messages=[{"role": "user", "content": question}],
        )


def once(question):
    return client.messages.create(
        model="claude-opus-5",
        max_tokens=200,
        system=HANDBOOK,
        messages=[{"role": "user", "content": question}],
    )


def at_a_persons_pace():
    messages = []
    while True:
        messages.append({"role": "user", "content": input("> ")})
        reply = client.messages.create(model="claude-opus-5", max_tokens=200, system=HANDBOOK, messages=messages)
              # ~~~~~~~~~~~~~~~~~~~~~~ unbounded-history
        messages.append({"role": "assistant", "content": reply.content})


def cached_by_the_vendor(questions):
    for question in questions:
        openai.responses.create(model="gpt-5.4", max_output_tokens=200, instructions=HANDBOOK, input=question)


def options_from_elsewhere(questions, options):
    for question in questions:
        client.messages.create(
            model="claude-opus-5",
            max_tokens=200,
            system=HANDBOOK,
            messages=[{"role": "user", "content": question}],
            **options,
        )


def model_from_elsewhere(questions, model):
    for question in questions:
        client.messages.create(model=model, max_tokens=200, system=HANDBOOK, messages=[{"role": "user", "content": question}])


def marked_by_a_helper(questions, with_cache_control):
    for question in questions:
        client.messages.create(
            model="claude-opus-5",
            max_tokens=200,
            system=with_cache_control(HANDBOOK),
            messages=[{"role": "user", "content": question}],
        )


def system_that_is_not_known(questions, load_rules):
    for question in questions:
        client.messages.create(
            model="claude-opus-5",
            max_tokens=200,
            system=load_rules(question) + HANDBOOK,
            messages=[{"role": "user", "content": question}],
        )


def at_most_twice_after_a_failure(question):
    for attempt in range(2):
        try:
            return client.messages.create(
                model="claude-opus-5", max_tokens=200, system=HANDBOOK, messages=[{"role": "user", "content": question}]
            )
        except anthropic.APIError:
            print("trying again", attempt, datetime.date.today())
