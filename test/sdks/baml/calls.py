from app.baml_client.async_client import b as asynchronous
from baml_client import b, reset_baml_env_vars
from baml_client.types import Resume


async def asks(text: str) -> Resume:
    b.ExtractResume(text)
    # ^ call ExtractResume
    stream = b.stream.ExtractResume(text)
    # ^ call stream.ExtractResume
    await asynchronous.ClassifyMessage(text)
    # ^ call ClassifyMessage
    return stream.get_final_response()


# Nothing below asks a model.
def decoys(values: dict):
    reset_baml_env_vars(values)
    Resume(name="a")
    b.request.ExtractResume("a")
