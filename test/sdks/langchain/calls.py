from langchain.agents import AgentExecutor, create_tool_calling_agent, initialize_agent
from langchain.chains import ConversationalRetrievalChain, LLMChain, RetrievalQA
from langchain.chains.combine_documents import create_stuff_documents_chain
from langchain.chat_models import init_chat_model
from langchain_anthropic import ChatAnthropic
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import HumanMessage, SystemMessage
from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate, PromptTemplate
from langchain_core.runnables import RunnablePassthrough, RunnableSequence
from langchain_google_genai import ChatGoogleGenerativeAI
from langchain_ollama import ChatOllama
from langchain_openai import AzureChatOpenAI, ChatOpenAI, OpenAIEmbeddings

llm = ChatOpenAI(model="gpt-5", max_tokens=300, max_retries=4)
claude = ChatAnthropic(model_name="claude-sonnet-4-5", max_tokens=1024)
prompt = ChatPromptTemplate.from_messages([("system", "You translate."), ("human", "{text}")])


def direct(text: str):
    llm.invoke([SystemMessage(content="Be short."), HumanMessage(text)])
    # ^ call invoke model=gpt-5 cap=300 provider=openai retries=4 parts=system,user text=Be_short.|{text}
    claude.stream("Hello")
    # ^ call stream model=claude-sonnet-4-5 cap=1024 provider=anthropic parts=user
    llm("Hello")
    # ^ call model() model=gpt-5
    init_chat_model("gpt-5-mini", model_provider="openai").batch(["a", "b"])
    # ^ call batch model=gpt-5-mini cap=absent
    ChatGoogleGenerativeAI(model="gemini-2.5-pro", max_output_tokens=50).invoke(text)
    # ^ call invoke model=gemini-2.5-pro cap=50 provider=google
    AzureChatOpenAI(azure_deployment="chat", api_version="2024-10-21").invoke(text)
    # ^ call invoke model=chat host=azure
    ChatOllama(model="llama3.2").invoke(text)
    # ^ call invoke model=llama3.2 host=local


async def wrapped(text: str, schema, tools):
    structured = llm.with_structured_output(schema).with_retry(stop_after_attempt=2)
    await structured.ainvoke(text)
    # ^ call ainvoke model=gpt-5 cap=300
    await llm.bind_tools(tools).with_config({"tags": ["x"]}).ainvoke(text)
    # ^ call ainvoke model=gpt-5 tools=unknown
    await llm.with_fallbacks([claude]).abatch([text])
    # ^ call abatch model=gpt-5


def chains(text: str, retriever):
    (prompt | llm | StrOutputParser()).invoke({"text": text})
    # ^ call invoke model=gpt-5 parts=system,user
    chain = {"context": retriever, "text": RunnablePassthrough()} | prompt | claude | StrOutputParser()
    chain.invoke(text)
    # ^ call invoke model=claude-sonnet-4-5
    RunnableSequence(prompt, llm).stream({"text": text})
    # ^ call stream model=gpt-5
    chain.with_config(tags=["y"]).batch([text])
    # ^ call batch model=claude-sonnet-4-5


class Translator:
    def __init__(self, model: BaseChatModel):
        self.model = model
        self.chain = PromptTemplate.from_template("Translate {text}") | self.model | StrOutputParser()

    def translate(self, text: str) -> str:
        return self.chain.invoke({"text": text})
        # ^ call invoke model=?


def older(text: str, retriever, tools):
    LLMChain(llm=llm, prompt=prompt).run(text)
    # ^ call run model=gpt-5 cap=300
    RetrievalQA.from_chain_type(llm=llm, retriever=retriever).invoke(text)
    # ^ call invoke model=gpt-5
    ConversationalRetrievalChain.from_llm(claude, retriever)({"question": text})
    # ^ call chain() model=claude-sonnet-4-5
    create_stuff_documents_chain(llm, prompt).invoke({"context": []})
    # ^ call invoke model=gpt-5
    agent = create_tool_calling_agent(llm, tools, prompt)
    AgentExecutor(agent=agent, tools=tools, max_iterations=4).invoke({"input": text})
    # ^ run invoke model=gpt-5 bound=bounded max=4
    AgentExecutor(agent=agent, tools=tools).invoke({"input": text})
    # ^ run invoke bound=bounded max=15
    initialize_agent(tools, llm, max_iterations=None).run(text)
    # ^ run run model=gpt-5 bound=unbounded


# Nothing below asks a model.
def decoys(text: str, retriever, tool, store):
    retriever.invoke(text)
    tool.invoke({"query": text})
    prompt.invoke({"text": text})
    StrOutputParser().invoke(text)
    store.stream(text)
    isinstance(llm, ChatAnthropic)
    OpenAIEmbeddings(model="text-embedding-3-small")
    return str | None
