# Clients with the methods and fields of the OpenAI SDK.
from ai21 import AI21Client
from cerebras.cloud.sdk import Cerebras
from fireworks.client import Fireworks
from groq import AsyncGroq, Groq
from langfuse.openai import OpenAI as TracedOpenAI
from langfuse.openai import openai as traced
from llama_api_client import LlamaAPIClient
from llama_stack_client import LlamaStackClient
from openai import OpenAI
from perplexity import Perplexity
from portkey_ai import Portkey
from posthog.ai.openai import OpenAI as PostedOpenAI
from sambanova import SambaNova
from together import Together
from volcenginesdkarkruntime import Ark
from zhipuai import ZhipuAI
import aisuite as ai

groq = Groq(api_key="key", max_retries=0)
said = [{"role": "user", "content": "Hello"}]


def shaped():
    groq.chat.completions.create(model="llama-3.3-70b-versatile", messages=said, max_completion_tokens=50)
    # ^ call chat.completions.create sdk=groq provider=groq model=llama-3.3-70b-versatile cap=50 retries=0 text=Hello
    Together().chat.completions.create(model="meta-llama/Llama-3-8b-chat-hf", messages=said)
    # ^ call chat.completions.create sdk=together provider=together cap=absent
    Together().embeddings.create(model="m2-bert", input="Hello")
    # ^ embed embeddings.create sdk=together model=m2-bert
    Cerebras().chat.completions.create(model="llama3.1-8b", messages=said, max_tokens=3)
    # ^ call chat.completions.create sdk=cerebras provider=cerebras cap=3
    SambaNova().chat.completions.create(model="Meta-Llama-3.1-8B-Instruct", messages=said)
    # ^ call chat.completions.create sdk=sambanova
    Fireworks().chat.completions.create(model="accounts/fireworks/models/llama-v3p1-8b-instruct", messages=said)
    # ^ call chat.completions.create sdk=fireworks provider=fireworks
    Perplexity().chat.completions.create(model="sonar", messages=said)
    # ^ call chat.completions.create sdk=perplexity
    ZhipuAI().chat.completions.create(model="glm-4", messages=said)
    # ^ call chat.completions.create sdk=zai
    Ark().chat.completions.create(model="ep-2024", messages=said)
    # ^ call chat.completions.create sdk=ark
    AI21Client().chat.completions.create(model="jamba-large", messages=said)
    # ^ call chat.completions.create sdk=ai21
    LlamaAPIClient().chat.completions.create(model="Llama-4-Maverick", messages=said)
    # ^ call chat.completions.create sdk=llama-api
    LlamaStackClient().chat.completions.create(model="llama", messages=said)
    # ^ call chat.completions.create sdk=llama-stack
    Portkey().chat.completions.create(model="gpt-4o", messages=said)
    # ^ call chat.completions.create sdk=portkey provider=?
    ai.Client().chat.completions.create(model="openai:gpt-4o", messages=said)
    # ^ call chat.completions.create sdk=aisuite
    PostedOpenAI().chat.completions.create(model="gpt-4o", messages=said)
    # ^ call chat.completions.create sdk=posthog-openai provider=openai
    TracedOpenAI().chat.completions.create(model="gpt-4o", messages=said)
    # ^ call chat.completions.create sdk=langfuse-openai provider=openai
    traced.chat.completions.create(model="gpt-4o", messages=said)
    # ^ call chat.completions.create sdk=langfuse-openai


async def later():
    return await AsyncGroq().chat.completions.create(model="gemma2-9b-it", messages=said)
    # ^ call chat.completions.create sdk=groq


def by_address(text: str):
    OpenAI(base_url="https://api.deepseek.com").chat.completions.create(model="deepseek-chat", messages=said)
    # ^ call chat.completions.create sdk=openai provider=deepseek host=vendor
    OpenAI(base_url="https://openrouter.ai/api/v1").chat.completions.create(model="openai/gpt-4o", messages=said)
    # ^ call chat.completions.create provider=openrouter
    OpenAI(base_url="http://localhost:1234/v1").chat.completions.create(model="local-model", messages=said)
    # ^ call chat.completions.create provider=local host=local
    OpenAI(base_url="https://api.cerebras.ai/v1").chat.completions.create(model="llama3.1-8b", messages=said)
    # ^ call chat.completions.create provider=cerebras
    return OpenAI(base_url="https://models.github.ai/inference").chat.completions.create(model="openai/gpt-4o", messages=said)
    # ^ call chat.completions.create provider=github-models


# Nothing below asks a model.
groq.models.list()
Together().images.generate(prompt="a cat", model="flux")
groq.audio.transcriptions.create(model="whisper-large-v3", file="a.wav")
