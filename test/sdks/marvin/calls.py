import marvin


@marvin.fn
def sentiment(text: str) -> float:
    """Says how glad the text is."""


async def asks(text: str):
    marvin.extract(text, target=str, instructions="Only names.")
    # ^ call extract
    await marvin.classify_async(text, labels=["a", "b"])
    # ^ call classify_async
    sentiment(text)
    # ^ call sentiment
    marvin.Agent(name="writer", model="openai:gpt-5").run(text)
    # ^ run run model=openai:gpt-5


# Nothing below asks a model.
def decoys(text: str):
    marvin.settings.log_level = text
