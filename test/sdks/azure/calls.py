from azure.ai.inference import ChatCompletionsClient, EmbeddingsClient
from azure.ai.inference.models import SystemMessage, UserMessage
from azure.core.credentials import AzureKeyCredential

client = ChatCompletionsClient(endpoint="https://models.inference.ai.azure.com", credential=AzureKeyCredential("key"))
bound = ChatCompletionsClient(endpoint="https://x.services.ai.azure.com/models", credential=AzureKeyCredential("key"), model="Phi-4")


def answer(text: str) -> str:
    return client.complete(messages=[SystemMessage("Be brief."), UserMessage(content=text)], model="gpt-4o-mini", max_tokens=120)
    # ^ call complete model=gpt-4o-mini cap=120 host=azure parts=system,user


def other(text: str) -> str:
    return bound.complete(messages=[UserMessage(text)])
    # ^ call complete model=Phi-4 cap=absent


def vector(text: str):
    return EmbeddingsClient(endpoint="e", credential=AzureKeyCredential("k")).embed(input=[text], model="text-embedding-3-small")
    # ^ embed embed model=text-embedding-3-small
