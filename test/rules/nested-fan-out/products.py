"""Every question on every document."""

import asyncio

from openai import AsyncOpenAI, OpenAI

client = OpenAI()
asynchronous = AsyncOpenAI()


def ask_everything(documents, questions):
    answers = []
    for document in documents:
        for question in questions:
            response = client.responses.create(model="gpt-5.4", max_output_tokens=300, input=f"{document}\n\n{question}")
                     # ~~~~~~~~~~~~~~~~~~~~~~~ nested-fan-out: This call is made for each of `questions` with each of
            answers.append(response.output_text)
    return answers


async def ask_everything_at_once(documents, questions):
    return await asyncio.gather(
        *[
            asynchronous.responses.create(model="gpt-5.4", max_output_tokens=300, input=f"{document}\n\n{question}")
          # ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ nested-fan-out: This call is made for each of `questions` with each of
            for document in documents
            for question in questions
        ]
    )


def compare_all(essays):
    for one in essays:
        for other in essays:
            response = client.responses.create(
                     # ~~~~~~~~~~~~~~~~~~~~~~~ nested-fan-out: This call is made for each of `essays` with each of
                model="gpt-5.4", max_output_tokens=50, input=f"Which is better?\n\n{one}\n\n{other}"
            )
            print(response.output_text)
