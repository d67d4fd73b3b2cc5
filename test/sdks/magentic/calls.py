from magentic import OpenaiChatModel, prompt


@prompt("Add more {quality} to: {text}", model=OpenaiChatModel("gpt-4o", max_tokens=80))
def improve(text: str, quality: str) -> str: ...


def asks(text: str) -> str:
    return improve(text, quality="joy")
    # ^ call improve model=gpt-4o cap=80


# Nothing below asks a model.
def decoys(text: str) -> str:
    return text.strip()
