"""Whole files and tables in a request, and parts of them."""

from pathlib import Path

import pandas as pd
from openai import OpenAI

client = OpenAI()


def ask(text):
    return client.responses.create(model="gpt-5.4", max_output_tokens=300, input=text)


def table(path, question):
    df = pd.read_csv(path)
       # ~~~~~~~~~~~~~~~~~ oversized-context: The table goes into the request whole
    return client.responses.create(
        model="gpt-5.4", max_output_tokens=300, input=f"{question}\n\n{df.to_string()}"
    )


def file(path, question):
    text = Path(path).read_text()
         # ~~~~~~~~~~~~~~~~~~~~~~ oversized-context: Every 10,000 tokens of it cost
    return client.responses.create(model="gpt-5.4", max_output_tokens=300, input=f"{question}\n\n{text}")


def folder(root, question):
    parts = []
    for path in Path(root).rglob("*.py"):
        parts.append(path.read_text())
                   # ~~~~~~~~~~~~~~~~ oversized-context: many files or pages
    code = "\n".join(parts)
    return client.responses.create(model="gpt-5.4", max_output_tokens=300, input=f"{question}\n\n{code}")


def first_rows(path, question):
    df = pd.read_csv(path)
    return client.responses.create(
        model="gpt-5.4", max_output_tokens=300, input=f"{question}\n\n{df.head(20).to_string()}"
    )


def beginning(path, question):
    text = Path(path).read_text()[:4000]
    return client.responses.create(model="gpt-5.4", max_output_tokens=300, input=f"{question}\n\n{text}")


def instructions(name, question):
    system_prompt = Path("prompts", name).read_text()
    return client.responses.create(
        model="gpt-5.4", max_output_tokens=300, instructions=system_prompt, input=question
    )


def known_file(question):
    return client.responses.create(
        model="claude-opus-4-8", max_output_tokens=300, input=Path("handbook.py").name + question
    )


def given(text, question):
    return client.responses.create(model="gpt-5.4", max_output_tokens=300, input=f"{question}\n\n{text}")


def prompt_of_the_author(prompt, question):
    with open(prompt) as file:
        prompt = file.read()
    return client.responses.create(model="gpt-5.4", max_output_tokens=300, input=f"{prompt}\n\n{question}")


def one_part_of_it(path, number):
    with open(path) as file:
        parts = file.read().split("\n---\n")
    return client.responses.create(model="gpt-5.4", max_output_tokens=300, input=parts[number])
