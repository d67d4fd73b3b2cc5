"""Something new on every call stands before what stays the same."""

import time
import uuid
from datetime import datetime, timezone

import anthropic
from openai import OpenAI

from handbook import HANDBOOK

openai = OpenAI()
client = anthropic.Anthropic()


def clock_first(question):
    return openai.responses.create(
        model="gpt-5.4",
        max_output_tokens=300,
        instructions=f"{HANDBOOK}\nNow: {datetime.now().isoformat()}",
        input=question,
    )


def request_id_first(question):
    return openai.chat.completions.create(
        model="gpt-5.4",
        max_completion_tokens=300,
        messages=[
            {"role": "system", "content": f"Request {uuid.uuid4()}.\n" + HANDBOOK},
            {"role": "user", "content": question},
        ],
    )


def seconds_first(question):
    return openai.chat.completions.create(
        model="gpt-5.4",
        max_completion_tokens=300,
        messages=[
            {"role": "system", "content": "Time: " + str(time.time())},
            {"role": "system", "content": HANDBOOK},
            {"role": "user", "content": question},
        ],
    )


def marked_but_moving(questions):
    for question in questions:
        client.messages.create(
            model="claude-opus-5",
            max_tokens=300,
            system=[
                {
                    "type": "text",
                    "text": f"{HANDBOOK}",
                    "cache_control": {"type": "ephemeral"},
                },
                {"type": "text", "text": f"It is {datetime.now(timezone.utc)}."}
            ],
            messages=[{"role": "user", "content": question}],
        )


def growing_conversation(task, run):
    messages = [{"role": "user", "content": task}]
    for _ in range(20):
        response = client.messages.create(
            model="claude-opus-5",
            max_tokens=300,
            system=f"You are a shop assistant. It is {datetime.now()}.",
            messages=messages,
        )
        messages.append({"role": "assistant", "content": response.content})
        if response.stop_reason != "tool_use":
            return response
        messages.append({"role": "user", "content": run(response)})


def formatted_clock(question):
    now = datetime.now().strftime("%Y-%m-%d %H:%M:%S")
    return openai.responses.create(
        model="gpt-5.4",
        max_output_tokens=300,
        instructions="Now: {}\n\n{}".format(now, HANDBOOK),
        input=question,
    )
