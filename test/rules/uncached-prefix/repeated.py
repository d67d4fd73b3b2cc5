"""The same long prefix, paid in full again and again."""

import anthropic

from handbook import HANDBOOK

client = anthropic.Anthropic()
TONE = "Answer in one sentence."
TOOLS = [
    {"name": "find_order", "description": HANDBOOK, "input_schema": {"type": "object", "properties": {}}},
]


def tool_loop(question, tools, run):
    messages = [{"role": "user", "content": question}]
    for _ in range(10):
        response = client.messages.create(
                 # ~~~~~~~~~~~~~~~~~~~~~~ uncached-prefix: token prefix sent uncached
                 # ~~~~~~~~~~~~~~~~~~~~~~ uncached-prefix: pays from the 2nd step within 5 minutes
            model="claude-opus-5",
            max_tokens=500,
            system=HANDBOOK,
            messages=messages,
        )
        messages.append({"role": "assistant", "content": response.content})
        if response.stop_reason != "tool_use":
            return response
        messages.append({"role": "user", "content": run(response)})


def each_ticket(tickets):
    for ticket in tickets:
        reply = client.messages.create(model="claude-opus-5", max_tokens=200, system=HANDBOOK, messages=[{"role": "user", "content": ticket}])
              # ~~~~~~~~~~~~~~~~~~~~~~ uncached-prefix: pays from the 2nd call within 5 minutes
        print(reply.content[0].text)


def system_put_together(questions):
    system = HANDBOOK + "\n\n" + TONE
    for question in questions:
        reply = client.messages.create(
              # ~~~~~~~~~~~~~~~~~~~~~~ uncached-prefix
            model="claude-opus-5", max_tokens=200, system=system, messages=[{"role": "user", "content": question}]
        )
        print(reply.content[0].text)


def long_tools(questions):
    for question in questions:
        reply = client.messages.create(
              # ~~~~~~~~~~~~~~~~~~~~~~ uncached-prefix
              # ~~~~~~~~~~~~~~~~~~~~~~ heavy-tools
            model="claude-opus-5",
            max_tokens=200,
            tools=TOOLS,
            messages=[{"role": "user", "content": question}],
        )
        print(reply.content)


def long_first_message(questions):
    for question in questions:
        reply = client.messages.create(
              # ~~~~~~~~~~~~~~~~~~~~~~ uncached-prefix
            model="claude-opus-5",
            max_tokens=200,
            messages=[
                {"role": "user", "content": f"{HANDBOOK}\n\nThe question: {question}"},
            ],
        )
        print(reply.content)


def ask(question):
    return client.messages.create(
         # ~~~~~~~~~~~~~~~~~~~~~~ uncached-prefix
        model="claude-opus-5",
        max_tokens=200,
        system=HANDBOOK,
        messages=[{"role": "user", "content": question}],
    )


def through_a_function(questions):
    return [ask(question).content[0].text for question in questions]


def through_a_function_and_a_loop(questions):
    for question in questions:
        print(ask(question).content[0].text)
