from llama_index.core import Settings, SimpleDirectoryReader, VectorStoreIndex
from llama_index.core.agent.workflow import AgentWorkflow, FunctionAgent
from llama_index.core.llms import ChatMessage
from llama_index.core.query_engine import RetrieverQueryEngine
from llama_index.llms.anthropic import Anthropic
from llama_index.llms.azure_openai import AzureOpenAI
from llama_index.llms.bedrock_converse import BedrockConverse
from llama_index.llms.deepseek import DeepSeek
from llama_index.llms.google_genai import GoogleGenAI
from llama_index.llms.groq import Groq
from llama_index.llms.mistralai import MistralAI
from llama_index.llms.ollama import Ollama
from llama_index.llms.openai import OpenAI

Settings.llm = OpenAI(model="gpt-5")
llm = OpenAI(model="gpt-5-mini", max_tokens=100)
index = VectorStoreIndex.from_documents(SimpleDirectoryReader("docs").load_data())


def asks(text: str):
    llm.complete("Hello")
    # ^ call complete model=gpt-5-mini cap=100 provider=openai parts=user
    llm.chat([ChatMessage(role="system", content="Be short."), ChatMessage(role="user", content=text)])
    # ^ call chat model=gpt-5-mini parts=system,user
    Anthropic(model="claude-sonnet-4-5").stream_chat([])
    # ^ call stream_chat model=claude-sonnet-4-5 provider=anthropic
    AzureOpenAI(engine="chat", model="gpt-4o").complete(text)
    # ^ call complete host=azure
    BedrockConverse(model="anthropic.claude-sonnet-4-5").complete(text)
    # ^ call complete host=bedrock
    DeepSeek(model="deepseek-chat").complete(text)
    # ^ call complete model=deepseek-chat
    GoogleGenAI(model="gemini-2.5-flash").complete(text)
    # ^ call complete model=gemini-2.5-flash provider=google
    Groq(model="llama-3.3-70b-versatile").complete(text)
    # ^ call complete provider=groq
    MistralAI(model="mistral-large-latest").complete(text)
    # ^ call complete provider=mistral
    Ollama(model="llama3.2").complete(text)
    # ^ call complete host=local


def engines(text: str, retriever):
    index.as_query_engine(similarity_top_k=3).query(text)
    # ^ call query model=gpt-5
    chat = index.as_chat_engine(llm=llm)
    chat.stream_chat(text)
    # ^ call stream_chat model=gpt-5-mini
    RetrieverQueryEngine.from_args(retriever, llm=llm).query(text)
    # ^ call query model=gpt-5-mini


async def agents(text: str, tools):
    agent = FunctionAgent(tools=tools, llm=llm, system_prompt="You search.")
    await agent.run(user_msg=text)
    # ^ run run model=gpt-5-mini bound=bounded max=20
    await AgentWorkflow(agents=[agent]).run(text, max_iterations=4)
    # ^ run run model=gpt-5-mini bound=bounded max=4


# Nothing below asks a model.
def decoys(text: str):
    index.as_retriever().retrieve(text)
    index.storage_context.persist()
    llm.metadata.model_name
