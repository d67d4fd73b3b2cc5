"""Marks on prefixes of every length."""

import anthropic

from handbook import HANDBOOK

client = anthropic.Anthropic()


def far_too_short(questions):
    for question in questions:
        client.messages.create(
            model="claude-opus-5",
            max_tokens=200,
            system=[
                {
                    "type": "text",
                    "text": "You answer questions about garden furniture in one sentence.",
                }
            ],
            messages=[{"role": "user", "content": question}],
        )


def too_short_for_this_model(questions):
    for question in questions:
        client.messages.create(
            model="claude-haiku-4-5",
            max_tokens=200,
            system=[{"type": "text", "text": HANDBOOK}],
            messages=[{"role": "user", "content": question}],
        )


def long_enough(questions):
    for question in questions:
        client.messages.create(
            model="claude-opus-5",
            max_tokens=200,
            system=[{"type": "text", "text": HANDBOOK, "cache_control": {"type": "ephemeral"}}],
            messages=[{"role": "user", "content": question}],
        )


def length_is_not_known(questions, rules):
    for question in questions:
        client.messages.create(
            model="claude-opus-5",
            max_tokens=200,
            system=[{"type": "text", "text": f"The rules: {rules}", "cache_control": {"type": "ephemeral"}}],
            messages=[{"role": "user", "content": question}],
        )


def second_mark_is_long_enough(questions):
    for question in questions:
        client.messages.create(
            model="claude-opus-5",
            max_tokens=200,
            system=[
                {"type": "text", "text": "You are a shop assistant.", "cache_control": {"type": "ephemeral"}},
                {"type": "text", "text": HANDBOOK, "cache_control": {"type": "ephemeral"}},
            ],
            messages=[{"role": "user", "content": question}],
        )
