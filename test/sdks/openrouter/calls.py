from openrouter import OpenRouter


def answer(text: str):
    with OpenRouter(api_key="key") as client:
        return client.chat.send(model="openai/gpt-4o", messages=[{"role": "user", "content": text}], max_tokens=33)
        # ^ call chat.send model=openai/gpt-4o cap=33 provider=openrouter
