import cohere

co = cohere.ClientV2(api_key="key")
old = cohere.Client("key")


def answer(text: str) -> str:
    return co.chat(model="command-a-03-2025", max_tokens=150, messages=[{"role": "system", "content": "Be brief."}, {"role": "user", "content": text}])
    # ^ call chat model=command-a-03-2025 cap=150 provider=cohere parts=system,user


def stream(text: str):
    yield from co.chat_stream(model="command-r7b-12-2024", messages=[{"role": "user", "content": text}])
    # ^ call chat_stream model=command-r7b-12-2024 cap=absent


def first(text: str):
    return old.chat(model="command-r", message=text, preamble="Be kind.", chat_history=[{"role": "CHATBOT", "message": "Hello"}])
    # ^ call chat model=command-r cap=absent parts=system,assistant,user text=Be_kind.|Hello|{text}


def through_v2(text: str):
    return old.v2.chat(model="command-a-03-2025", messages=[{"role": "user", "content": text}])
    # ^ call v2.chat model=command-a-03-2025


def generate(text: str):
    return old.generate(prompt=text, model="command", max_tokens=40)
    # ^ call generate model=command cap=40


def vectors(texts: list[str]):
    return co.embed(model="embed-v4.0", texts=texts, input_type="search_query", embedding_types=["float"])
    # ^ embed embed model=embed-v4.0


# Nothing below asks a model.
co.rerank(model="rerank-v3.5", query="q", documents=[])
co.models.list()
