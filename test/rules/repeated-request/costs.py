"""Requests that a loop sends unchanged."""

from openai import OpenAI

client = OpenAI()
STYLE = "Describe the style of a friendly support assistant in five words."


def for_each_customer(customers):
    for customer in customers:
        style = client.responses.create(model="gpt-5.4", max_output_tokens=60, input=STYLE)
              # ~~~~~~~~~~~~~~~~~~~~~~~ repeated-request: Nothing in this request changes
        customer.greet(style.output_text)


def in_a_list(customers):
    return [client.responses.create(model="gpt-5.4", max_output_tokens=60, input=STYLE) for customer in customers]
          # ~~~~~~~~~~~~~~~~~~~~~~~ repeated-request


def before_the_loop(customers):
    style = client.responses.create(model="gpt-5.4", max_output_tokens=60, input=STYLE)
    for customer in customers:
        customer.greet(style.output_text)


def about_the_customer(customers):
    for customer in customers:
        client.responses.create(model="gpt-5.4", max_output_tokens=60, input=f"{STYLE} For {customer.name}.")


def several_on_purpose():
    return [client.responses.create(model="gpt-5.4", max_output_tokens=60, input=STYLE) for _ in range(5)]


def with_each_temperature(temperatures):
    for temperature in temperatures:
        client.responses.create(model="gpt-5.4", max_output_tokens=60, input=STYLE, temperature=temperature)


def with_each_model(models):
    for model in models:
        client.responses.create(model=model, max_output_tokens=60, input=STYLE)


def with_each_length():
    for length in [100, 1000]:
        client.responses.create(model="gpt-5.4", max_output_tokens=length, input=STYLE)


def until_it_is_short():
    while True:
        reply = client.responses.create(model="gpt-5.4", max_output_tokens=60, input=STYLE)
        if input("Again? ") != "y":
            return reply


def at_several_lengths():
    caps = [60, 300, 1000]
    for cap in caps:
        client.responses.create(model="gpt-5.4", max_output_tokens=cap, input=STYLE)
