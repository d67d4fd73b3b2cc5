"""Cache marks where they cost more than they save."""

import anthropic

from handbook import HANDBOOK

client = anthropic.Anthropic()


def behind_the_question(questions):
    for question in questions:
        response = client.messages.create(
            model="claude-opus-5",
            max_tokens=300,
            system=[{"type": "text", "text": HANDBOOK, "cache_control": {"type": "ephemeral"}}],
            messages=[
                {
                    "role": "user",
                    "content": [{"type": "text", "text": question}],
                }
            ],
        )
        print(response.content)


def short_before_long(question):
    return client.messages.create(
        model="claude-opus-5",
        max_tokens=300,
        system=[
            {"type": "text", "text": HANDBOOK, "cache_control": {"type": "ephemeral"}},
            {"type": "text", "text": HANDBOOK.upper(), "cache_control": {"type": "ephemeral", "ttl": "1h"}},
        ],
        messages=[{"role": "user", "content": question}],
    )


def one_too_many(question, documents):
    return client.messages.create(
        model="claude-opus-5",
        max_tokens=300,
        system=[
            {"type": "text", "text": HANDBOOK, "cache_control": {"type": "ephemeral"}},
            {"type": "text", "text": "Be kind.", "cache_control": {"type": "ephemeral"}},
            {"type": "text", "text": "Be brief.", "cache_control": {"type": "ephemeral"}},
            {"type": "text", "text": "Answer in German.", "cache_control": {"type": "ephemeral"}},
            {"type": "text", "text": documents, "cache_control": {"type": "ephemeral"}},
        ],
        messages=[{"role": "user", "content": question}],
    )


def behind_rules_and_question(questions):
    for question in questions:
        response = client.messages.create(
            model="claude-opus-5",
            max_tokens=300,
            system=[{"type": "text", "text": HANDBOOK, "cache_control": {"type": "ephemeral"}}],
            messages=[
                {
                    "role": "user",
                    "content": [
                        {
                            "type": "text",
                            "text": f"The rules once more:\n\n{HANDBOOK.upper()}\n\n{question}",
                        },
                    ],
                }
            ],
        )
        print(response.content)
