from langchain_anthropic import ChatAnthropic
from langchain_aws import ChatBedrockConverse
from langchain_azure_ai.chat_models import AzureAIChatCompletionsModel
from langchain_cohere import ChatCohere
from langchain_community.chat_models import ChatZhipuAI
from langchain_deepseek import ChatDeepSeek
from langchain_fireworks import ChatFireworks
from langchain_google_vertexai import ChatVertexAI
from langchain_groq import ChatGroq
from langchain_huggingface import ChatHuggingFace, HuggingFaceEndpoint
from langchain_ibm import ChatWatsonx
from langchain_mistralai import ChatMistralAI
from langchain_ollama import OllamaLLM
from langchain_openai import OpenAI
from langchain_openrouter import ChatOpenRouter
from langchain_perplexity import ChatPerplexity
from langchain_together import ChatTogether
from langchain_xai import ChatXAI


def asks(text: str):
    ChatAnthropic(model="claude-haiku-4-5").invoke(text)
    # ^ call invoke sdk=langchain-anthropic model=claude-haiku-4-5 provider=anthropic
    ChatBedrockConverse(model="us.anthropic.claude-sonnet-4-5").invoke(text)
    # ^ call invoke sdk=langchain-aws host=bedrock
    AzureAIChatCompletionsModel(endpoint="https://x", model="gpt-4o").invoke(text)
    # ^ call invoke sdk=langchain-azure-ai host=azure
    ChatCohere(model="command-a-03-2025").invoke(text)
    # ^ call invoke sdk=langchain-cohere provider=cohere
    ChatZhipuAI(model="glm-4").invoke(text)
    # ^ call invoke sdk=langchain-others model=glm-4
    ChatDeepSeek(model="deepseek-chat").invoke(text)
    # ^ call invoke sdk=langchain-deepseek provider=deepseek
    ChatFireworks(model="accounts/fireworks/models/llama-v3p1-8b-instruct").invoke(text)
    # ^ call invoke sdk=langchain-fireworks
    ChatVertexAI(model_name="gemini-2.5-pro", max_output_tokens=30).invoke(text)
    # ^ call invoke sdk=langchain-google model=gemini-2.5-pro cap=30 host=vertex
    ChatGroq(model="llama-3.3-70b-versatile").invoke(text)
    # ^ call invoke sdk=langchain-groq provider=groq
    ChatHuggingFace(llm=HuggingFaceEndpoint(repo_id="Qwen/Qwen3-8B")).invoke(text)
    # ^ call invoke sdk=langchain-huggingface
    ChatWatsonx(model_id="ibm/granite-3-8b-instruct").invoke(text)
    # ^ call invoke sdk=langchain-ibm model=ibm/granite-3-8b-instruct
    ChatMistralAI(model="mistral-small-latest").invoke(text)
    # ^ call invoke sdk=langchain-mistral
    OllamaLLM(model="llama3.2").invoke(text)
    # ^ call invoke sdk=langchain-ollama host=local
    OpenAI(model="gpt-3.5-turbo-instruct").invoke(text)
    # ^ call invoke sdk=langchain-openai provider=openai
    ChatOpenRouter(model="openai/gpt-5").invoke(text)
    # ^ call invoke sdk=langchain-openrouter
    ChatPerplexity(model="sonar").invoke(text)
    # ^ call invoke sdk=langchain-perplexity
    ChatTogether(model="meta-llama/Llama-3.3-70B-Instruct-Turbo").invoke(text)
    # ^ call invoke sdk=langchain-together
    ChatXAI(model="grok-4").invoke(text)
    # ^ call invoke sdk=langchain-xai provider=x-ai
