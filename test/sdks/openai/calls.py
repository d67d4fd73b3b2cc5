import openai
from openai import AzureOpenAI, OpenAI

client = OpenAI(max_retries=4)


def answer(text: str) -> str:
    done = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": text}], max_tokens=10, n=2)
    # ^ call chat.completions.create model=gpt-4o cap=10 completions=2 retries=4
    return done.choices[0].message.content


def others(text: str):
    client.responses.create(model="gpt-5-mini", instructions="Be brief.", input=text, max_output_tokens=20)
    # ^ call responses.create model=gpt-5-mini cap=20
    client.completions.create(model="gpt-3.5-turbo-instruct", prompt=text)
    # ^ call completions.create model=gpt-3.5-turbo-instruct cap=absent parts=user
    client.chat.completions.with_raw_response.create(model="gpt-4o", messages=[])
    # ^ call chat.completions.create model=gpt-4o
    client.with_options(max_retries=0).chat.completions.create(model="gpt-4o", messages=[])
    # ^ call chat.completions.create model=gpt-4o
    AzureOpenAI(azure_endpoint="https://x.openai.azure.com").chat.completions.create(model="my-deployment", messages=[])
    # ^ call chat.completions.create model=my-deployment host=azure
    openai.chat.completions.create(model="gpt-4o-mini", messages=[])
    # ^ call chat.completions.create model=gpt-4o-mini
    client.beta.threads.runs.create_and_poll(thread_id="t", assistant_id="a", max_completion_tokens=5)
    # ^ call beta.threads.runs.create_and_poll cap=5
    return client.embeddings.create(model="text-embedding-3-small", input=text)
    # ^ embed embeddings.create model=text-embedding-3-small


def before_1(text: str):
    openai.ChatCompletion.create(engine="gpt-35-turbo", messages=[{"role": "user", "content": text}], max_tokens=6)
    # ^ call chat.completions.create model=gpt-35-turbo cap=6
    openai.Completion.create(model="text-davinci-003", prompt=text)
    # ^ call completions.create model=text-davinci-003
    return openai.Embedding.create(model="text-embedding-ada-002", input=text)
    # ^ embed Embedding.create model=text-embedding-ada-002


# Nothing below asks a model.
client.models.list()
client.beta.threads.create()
client.images.generate(prompt="a cat")
client.files.create(file="a", purpose="batch")
