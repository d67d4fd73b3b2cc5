import http.client
import json
import os
import urllib.request

import aiohttp
import httpx
import requests

URL = "https://api.openai.com/v1/chat/completions"
HEADERS = {"Authorization": f"Bearer {os.environ['OPENAI_API_KEY']}"}


def openai(text: str):
    payload = {"model": "gpt-4o", "messages": [{"role": "user", "content": text}], "max_tokens": 1000}
    return requests.post(URL, headers=HEADERS, json=payload).json()
    # ^ call http:/v1/chat/completions model=gpt-4o cap=1000 provider=openai parts=user text={text}


def anthropic(text: str):
    return requests.post(
        # ^ call http:/v1/messages model=claude-3-5-haiku-latest cap=30 provider=anthropic parts=system,user
        "https://api.anthropic.com/v1/messages",
        headers={"x-api-key": "key"},
        data=json.dumps({"model": "claude-3-5-haiku-latest", "max_tokens": 30, "system": "Be brief.", "messages": [{"role": "user", "content": text}]}),
    )


def gemini(text: str, key: str):
    url = f"https://generativelanguage.googleapis.com/v1beta/models/gemini-1.5-flash:generateContent?key={key}"
    return requests.post(url, json={"contents": [{"parts": [{"text": text}]}], "generationConfig": {"maxOutputTokens": 70}})
    # ^ call http::generateContent model=gemini-1.5-flash cap=70 provider=google parts=user


class Client:
    def __init__(self, host: str = "http://localhost:11434"):
        self.host = host
        self.session = requests.Session()

    def generate(self, prompt: str):
        return self.session.post(f"{self.host}/api/generate", json={"model": "llama3", "prompt": prompt, "options": {"num_predict": 40}})
        # ^ call http:/api/generate model=llama3 cap=40 host=local


async def over_httpx(text: str):
    async with httpx.AsyncClient(base_url="https://api.groq.com/openai/v1") as client:
        return await client.post("/chat/completions", json={"model": "llama-3.1-8b-instant", "messages": [{"role": "user", "content": text}]})
        # ^ call http:/v1/chat/completions model=llama-3.1-8b-instant cap=absent provider=groq


async def over_aiohttp(text: str):
    async with aiohttp.ClientSession() as session:
        async with session.post("https://openrouter.ai/api/v1/chat/completions", json={"model": "openai/gpt-4o", "messages": [{"role": "user", "content": text}]}) as response:
            # ^ call http:/v1/chat/completions model=openai/gpt-4o provider=openrouter
            return await response.json()


def over_urllib(text: str):
    body = json.dumps({"model": "gpt-4o-mini", "messages": [{"role": "user", "content": text}], "max_tokens": 5}).encode("utf-8")
    request = urllib.request.Request(URL, data=body, headers=HEADERS)
    with urllib.request.urlopen(request) as response:
        # ^ call http:/v1/chat/completions model=gpt-4o-mini cap=5
        return json.load(response)


def over_connection(text: str):
    connection = http.client.HTTPSConnection("api.openai.com")
    connection.request("POST", "/v1/responses", json.dumps({"model": "gpt-5-mini", "input": text, "max_output_tokens": 6}), HEADERS)
    # ^ call http:/v1/responses model=gpt-5-mini cap=6 provider=openai
    return connection.getresponse()


def azure(text: str):
    endpoint = os.environ["AZURE_ENDPOINT"]
    return requests.post(f"{endpoint}/openai/deployments/my-gpt/chat/completions?api-version=1", json={"messages": [{"role": "user", "content": text}]})
    # ^ call http:/v1/chat/completions model=my-gpt cap=absent


def by_fields(url: str, text: str):
    return requests.post(url, json={"model": "some-model", "messages": [{"role": "user", "content": text}]})
    # ^ call http:/v1/chat/completions model=some-model provider=?


def vectors(text: str):
    return requests.post("https://api.openai.com/v1/embeddings", json={"model": "text-embedding-3-small", "input": text})
    # ^ embed http:/v1/embeddings model=text-embedding-3-small


# Nothing below asks a model.
requests.get("https://api.openai.com/v1/models")
requests.post("https://slack.com/api/chat.postMessage", json={"channel": "c", "text": "t"})
requests.post("https://example.com/api/chat", json={"message": "Hello"})
requests.post("https://api.twilio.com/v1/messages", data={"to": "1", "body": "Hello"})


BASE = os.getenv("API_BASE", "https://api.openai.com/v1")


def by_setting(text: str):
    data = {"model": os.getenv("MODEL", "gpt-4o")}
    data["messages"] = [{"role": "user", "content": text}]
    return requests.request("POST", BASE + "/chat/completions", headers=HEADERS, data=json.dumps(data))
    # ^ call http:/v1/chat/completions model=gpt-4o from=env-fallback provider=openai
