import requests


def post(url, payload):
    response = requests.post(url, json=payload, timeout=60)
    response.raise_for_status()
    return response.json()


class Model:
    def __init__(self, model, address):
        self.model = model
        self.address = address

    def ask(self, text):
        return post(self.address, {"model": self.model, "messages": [{"role": "user", "content": text}], "max_tokens": 5})
        # ^ call http:/v1/chat/completions model=? cap=5


def ask(text):
    return post("https://api.openai.com/v1/chat/completions", {"model": "gpt-4o", "messages": [{"role": "user", "content": text}]})
    # ^ call http:/v1/chat/completions model=gpt-4o cap=absent via=0


def notify(text):
    return post("https://hooks.slack.com/services/x", {"text": text})


# A caller of what a caller has shown goes through it.
def greet():
    return ask("Hello")
    # ^ call http:/v1/chat/completions model=gpt-4o via=1 text=Hello
