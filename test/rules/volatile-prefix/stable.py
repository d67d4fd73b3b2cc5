"""Prefixes that hold, or that no cache would keep anyway."""

import datetime
import time

import anthropic
from openai import OpenAI

from handbook import HANDBOOK

openai = OpenAI()
client = anthropic.Anthropic()
STARTED = datetime.datetime.now().isoformat()


def date_only(question):
    return openai.responses.create(
        model="gpt-5.4", max_output_tokens=300, instructions=f"Today is {datetime.date.today()}.\n{HANDBOOK}", input=question
    )


def date_only_formatted(question):
    today = datetime.datetime.now().strftime("%Y-%m-%d")
    return openai.responses.create(model="gpt-5.4", max_output_tokens=300, instructions=f"Today is {today}.\n{HANDBOOK}", input=question)


def once_a_process(question):
    return openai.responses.create(model="gpt-5.4", max_output_tokens=300, instructions=f"Up since {STARTED}.\n{HANDBOOK}", input=question)


def clock_last(question):
    return openai.responses.create(
        model="gpt-5.4", max_output_tokens=300, instructions=f"{HANDBOOK}\nNow: {datetime.datetime.now()}", input=question
    )


def clock_in_the_newest_message(question):
    return openai.responses.create(
        model="gpt-5.4", max_output_tokens=300, instructions=HANDBOOK, input=f"It is {datetime.datetime.now()}. {question}"
    )


def below_the_minimum(question):
    return openai.responses.create(
        model="gpt-5.4",
        max_output_tokens=300,
        instructions=f"It is {datetime.datetime.now()}. You answer questions about garden furniture in one sentence.",
        input=question,
    )


def unknown_piece_first(question, shop):
    return openai.responses.create(
        model="gpt-5.4", max_output_tokens=300, instructions=f"Shop: {shop.name}\n{HANDBOOK}", input=question
    )


def no_mark_and_no_repetition(question):
    return client.messages.create(
        model="claude-opus-5",
        max_tokens=300,
        system=f"It is {time.time()}.\n{HANDBOOK}",
        messages=[{"role": "user", "content": question}],
    )


def model_without_known_cache(question, model):
    return openai.responses.create(
        model=model, max_output_tokens=300, instructions=f"It is {datetime.datetime.now()}.\n{HANDBOOK}", input=question
    )


def main():
    question = input("What do you want to know? ")
    reply = openai.responses.create(
        model="gpt-5.4", max_output_tokens=300, instructions=f"It is {datetime.datetime.now()}.\n{HANDBOOK}", input=question
    )
    print(reply.output_text)


if __name__ == "__main__":
    main()
