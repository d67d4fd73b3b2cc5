"""One call for each item, with the same instructions each time."""

from openai import OpenAI

from handbook import HANDBOOK

client = OpenAI()


def sort_reviews(reviews):
    labels = []
    for review in reviews:
        reply = client.responses.create(
              # ~~~~~~~~~~~~~~~~~~~~~~~ call-per-item: Each item of `reviews` is a call of its own
            model="gpt-5.4", max_output_tokens=20, instructions=HANDBOOK, input=review.text
        )
        labels.append(reply.output_text)
    return labels


def in_tens(reviews):
    labels = []
    for at in range(0, len(reviews), 10):
        reply = client.responses.create(
            model="gpt-5.4", max_output_tokens=200, instructions=HANDBOOK, input="\n".join(reviews[at : at + 10])
        )
        labels.append(reply.output_text)
    return labels


def short_instructions(reviews):
    for review in reviews:
        client.responses.create(
            model="gpt-5.4", max_output_tokens=20, instructions="Good or bad?", input=review.text
        )


def one_question(question):
    return client.responses.create(model="gpt-5.4", max_output_tokens=20, instructions=HANDBOOK, input=question)
