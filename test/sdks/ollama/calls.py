import ollama
from ollama import AsyncClient, Client, chat


def answer(text: str) -> str:
    return ollama.chat(model="llama3.2", messages=[{"role": "user", "content": text}], options={"num_predict": 128})["message"]["content"]
    # ^ call chat model=llama3.2 cap=128 host=local parts=user


def generate(text: str) -> str:
    return ollama.generate("mistral", text)["response"]
    # ^ call generate model=mistral cap=absent host=local text={text}


def imported(text: str):
    return chat(model="llama3.2", messages=[{"role": "user", "content": text}])
    # ^ call chat model=llama3.2 host=local


async def other_machine(text: str):
    return await AsyncClient(host="http://gpu.local:11434").chat(model="qwen2.5", messages=[{"role": "user", "content": text}])
    # ^ call chat model=qwen2.5 host=local


def cloud(text: str):
    return Client(host="https://ollama.com").chat(model="gpt-oss:120b", messages=[{"role": "user", "content": text}])
    # ^ call chat model=gpt-oss:120b host=vendor


def vector(text: str):
    return ollama.embed(model="nomic-embed-text", input=text)
    # ^ embed embed model=nomic-embed-text


# Nothing below asks a model.
ollama.list()
ollama.pull("llama3.2")
