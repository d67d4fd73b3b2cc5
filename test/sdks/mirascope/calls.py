from mirascope import llm, prompt_template
from mirascope.core import anthropic, openai


@openai.call("gpt-4o-mini", call_params={"max_tokens": 60})
def greet(name: str):
    return f"Greet {name}."


@anthropic.call(model="claude-sonnet-4-5")
@prompt_template("Recommend a {genre} book.")
def recommend(genre: str): ...


@llm.call(provider="openai", model="gpt-4o")
def answer(question: str) -> str:
    return question


def asks(text: str):
    greet(text)
    # ^ call greet model=gpt-4o-mini cap=60
    recommend(text)
    # ^ call recommend model=claude-sonnet-4-5
    answer(text)
    # ^ call answer model=gpt-4o


# Nothing below asks a model.
@prompt_template("Hello {name}")
def hello(name: str): ...


def decoys(text: str):
    return hello(text)
