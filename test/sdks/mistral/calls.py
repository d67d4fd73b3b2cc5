from mistralai import Mistral, UserMessage
from mistralai.client import MistralClient
from mistralai.models.chat_completion import ChatMessage

client = Mistral(api_key="key")


def answer(text: str) -> str:
    done = client.chat.complete(model="mistral-large-latest", max_tokens=200, messages=[UserMessage(content=text)])
    # ^ call chat.complete model=mistral-large-latest cap=200 provider=mistral parts=user
    return done.choices[0].message.content


async def stream(text: str):
    async for chunk in await client.chat.stream_async(model="mistral-small-latest", messages=[{"role": "user", "content": text}]):
        # ^ call chat.stream_async model=mistral-small-latest cap=absent
        yield chunk


def complete_code(prefix: str) -> str:
    return client.fim.complete(model="codestral-latest", prompt=prefix, max_tokens=32)
    # ^ call fim.complete model=codestral-latest cap=32


async def converse(context):
    return await client.beta.conversations.run_async(model="mistral-medium-latest", inputs="Hello", run_ctx=context)
    # ^ run beta.conversations.run_async model=mistral-medium-latest bound=unbounded


def old(text: str) -> str:
    return MistralClient(api_key="key").chat(model="mistral-tiny", messages=[ChatMessage(role="user", content=text)])
    # ^ call chat model=mistral-tiny parts=user


def vectors(texts: list[str]):
    return client.embeddings.create(model="mistral-embed", inputs=texts)
    # ^ embed embeddings.create model=mistral-embed


# Nothing below asks a model.
client.models.list()
client.files.upload(file={})
