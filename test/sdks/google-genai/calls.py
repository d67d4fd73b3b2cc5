import asyncio

from google import genai
from google.genai import types

MODEL = "gemini-2.5-flash"
client = genai.Client(api_key="key")


def answer(question: str) -> str:
    response = client.models.generate_content(
        # ^ call models.generate_content model=gemini-2.5-flash cap=800 provider=google tools=0 text=Be_brief.|{question}
        model=MODEL,
        contents=question,
        config=types.GenerateContentConfig(system_instruction="Be brief.", max_output_tokens=800, temperature=0),
    )
    return response.text


def describe(picture: bytes) -> str:
    return client.models.generate_content(
        # ^ call models.generate_content model=gemini-2.5-pro cap=absent parts=user text=What_is_this?
        model="gemini-2.5-pro",
        contents=[types.Content(role="user", parts=[types.Part.from_text(text="What is this?")])],
    ).text


def stream(question: str):
    for chunk in client.models.generate_content_stream(model=MODEL, contents=["Answer:", question], config={"max_output_tokens": 64}):
        # ^ call models.generate_content_stream model=gemini-2.5-flash cap=64 parts=user,history text=Answer:|{question}
        yield chunk.text


async def later(question: str) -> str:
    response = await client.aio.models.generate_content(model=MODEL, contents=question)
    # ^ call aio.models.generate_content model=gemini-2.5-flash cap=absent
    return response.text


def once(question: str) -> str:
    chat = client.chats.create(model="gemini-2.5-flash-lite", config=types.GenerateContentConfig(max_output_tokens=100, system_instruction="Be kind."))
    return chat.send_message(question).text
    # ^ call send_message model=gemini-2.5-flash-lite cap=100 parts=system,user


def talk() -> None:
    chat = client.chats.create(model=MODEL)
    while True:
        print(chat.send_message(input("> ")).text)
        # ^ call send_message model=gemini-2.5-flash cap=absent parts=history,user text={earlier_turns}|{input()}


def weather(city: str) -> str:
    """The weather in a city."""
    return city


def bounded(question: str) -> str:
    config = types.GenerateContentConfig(tools=[weather], automatic_function_calling=types.AutomaticFunctionCallingConfig(maximum_remote_calls=3))
    return client.models.generate_content(model=MODEL, contents=question, config=config).text
    # ^ call models.generate_content model=gemini-2.5-flash tools=1 bound=bounded max=3


def sizes(text: str) -> int:
    client.models.embed_content(model="gemini-embedding-001", contents=text)
    # ^ embed models.embed_content model=gemini-embedding-001
    return client.models.count_tokens(model=MODEL, contents=text).total_tokens
    # ^ count models.count_tokens model=gemini-2.5-flash


def untyped(anything, text: str):
    return anything.models.generate_content(model="gemini-2.0-flash", contents=text)
    # ^ call models.generate_content model=gemini-2.0-flash


# Nothing below asks a model.
client.chats.create(model=MODEL)
client.models.list()
client.files.upload(file="a.pdf")
types.GenerateContentConfig(max_output_tokens=5)
asyncio.run(asyncio.sleep(0))
