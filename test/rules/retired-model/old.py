"""Models on their way out."""

import os

import anthropic
from openai import OpenAI

claude = anthropic.Anthropic()
openai = OpenAI()


def gone(question):
    return claude.messages.create(model="claude-sonnet-4-20250514", max_tokens=300, messages=[{"role": "user", "content": question}])
                                      # ~~~~~~~~~~~~~~~~~~~~~~~~~~ retired-model: was retired on 2026-06-15


def going(question):
    return openai.responses.create(model="gpt-5", max_output_tokens=300, input=question)
                                       # ~~~~~~~ retired-model: will be retired on 2026-12-11. Its maker names `gpt-6.1-sol`


def going_by_default(question, model="gpt-5-mini"):
                                   # ~~~~~~~~~~~~ retired-model: will be retired on
    return openai.responses.create(model=model, max_output_tokens=300, input=question)


def with_any_model(question, model="gpt-5-nano"):
    return openai.responses.create(model=model, max_output_tokens=300, input=question)


def each_caller_says_which(question, model):
    return with_any_model(question, model=model), with_any_model(question, "gpt-5.4")


def staying(question):
    return openai.responses.create(model="gpt-5.4", max_output_tokens=300, input=question)


def only_a_fallback(question):
    return openai.responses.create(model=os.getenv("MODEL", "gpt-5"), max_output_tokens=300, input=question)
