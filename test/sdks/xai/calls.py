from xai_sdk import AsyncClient, Client
from xai_sdk.chat import system, user

client = Client(api_key="key")


def answer(text: str) -> str:
    chat = client.chat.create(model="grok-4", messages=[system("Be brief."), user(text)], max_tokens=44)
    return chat.sample().content
    # ^ call sample model=grok-4 cap=44 provider=x-ai parts=system,user


async def stream(text: str):
    chat = AsyncClient().chat.create("grok-3-mini")
    chat.append(user(text))
    async for response, chunk in chat.stream():
        # ^ call stream model=grok-3-mini cap=absent
        yield chunk


# Making a conversation spends nothing.
idle = client.chat.create(model="grok-4")
