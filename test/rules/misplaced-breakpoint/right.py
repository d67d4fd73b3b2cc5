"""Cache marks that are read again, or may be."""

import anthropic

from handbook import HANDBOOK

client = anthropic.Anthropic()


def each_document_for_all_questions(documents):
    for document in documents:
        for question in ["Who wrote it?", "When?", "What for?"]:
            response = client.messages.create(
                model="claude-opus-5",
                max_tokens=300,
                system=HANDBOOK,
                messages=[
                    {
                        "role": "user",
                        "content": [
                            {"type": "text", "text": document, "cache_control": {"type": "ephemeral"}},
                            {"type": "text", "text": question},
                        ],
                    }
                ],
            )
            print(response.content)


def each_task_in_steps(tasks, run):
    for task in tasks:
        messages = [
            {"role": "user", "content": [{"type": "text", "text": task, "cache_control": {"type": "ephemeral"}}]}
        ]
        for _ in range(10):
            response = client.messages.create(model="claude-opus-5", max_tokens=300, system=HANDBOOK, messages=messages)
            messages.append({"role": "assistant", "content": response.content})
            if response.stop_reason != "tool_use":
                break
            messages.append({"role": "user", "content": run(response)})


def a_conversation_that_goes_on_elsewhere(question):
    return client.messages.create(
        model="claude-opus-5",
        max_tokens=300,
        system=HANDBOOK,
        messages=[
            {"role": "user", "content": [{"type": "text", "text": question, "cache_control": {"type": "ephemeral"}}]}
        ],
    )


def the_long_ones_first(question, documents):
    return client.messages.create(
        model="claude-opus-5",
        max_tokens=300,
        system=[
            {"type": "text", "text": HANDBOOK, "cache_control": {"type": "ephemeral", "ttl": "1h"}},
            {"type": "text", "text": documents, "cache_control": {"type": "ephemeral"}},
        ],
        messages=[{"role": "user", "content": question}],
    )


def after_a_failure(question):
    for attempt in range(3):
        try:
            return client.messages.create(
                model="claude-opus-5",
                max_tokens=300,
                system=HANDBOOK,
                messages=[
                    {
                        "role": "user",
                        "content": [{"type": "text", "text": question, "cache_control": {"type": "ephemeral"}}],
                    }
                ],
            )
        except anthropic.APIError:
            print("again", attempt)


def a_question_alone_costs_little(questions):
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
                            "text": question,
                            "cache_control": {"type": "ephemeral"},
                        }
                    ],
                }
            ],
        )
        print(response.content)
