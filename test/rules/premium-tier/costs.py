"""Settings that multiply the price."""

import anthropic
from openai import OpenAI

openai = OpenAI()
client = anthropic.Anthropic()


def nightly_summaries(reports):
    for report in reports:
        openai.responses.create(
            model="gpt-5.4",
            service_tier="priority",
                       # ~~~~~~~~~~ premium-tier: Priority processing multiplies the price of GPT-5.4 by 2. A million tokens of input cost $5.00 instead of $2.50.
            max_output_tokens=300,
            input=report,
        )


def one_region(question):
    return client.messages.create(
        model="claude-opus-4-8",
        max_tokens=300,
        inference_geo="us",
                    # ~~~~ premium-tier: by 1.1
        messages=[{"role": "user", "content": question}],
    )


def fast(question):
    return client.beta.messages.create(
        model="claude-opus-4-8",
        max_tokens=300,
        speed="fast",
            # ~~~~~~ premium-tier: Fast processing
        messages=[{"role": "user", "content": question}],
    )


def cheaper(question):
    return openai.responses.create(model="gpt-5.4", service_tier="flex", max_output_tokens=300, input=question)


def as_the_project_says(question):
    return openai.responses.create(model="gpt-5.4", service_tier="auto", max_output_tokens=300, input=question)


def region_that_costs_nothing_more(question):
    return client.messages.create(
        model="claude-haiku-4-5",
        max_tokens=300,
        inference_geo="us",
        messages=[{"role": "user", "content": question}],
    )


def chosen_by_the_caller(question, tier):
    return openai.responses.create(model="gpt-5.4", service_tier=tier, max_output_tokens=300, input=question)
