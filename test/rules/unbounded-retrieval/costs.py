"""Everything that a search finds, and the best few."""

import chromadb
from openai import OpenAI

client = OpenAI()
collection = chromadb.Client().get_collection("manuals")


def everything(question, product):
    found = collection.get(where={"product": product})
          # ~~~~~~~~~~~~~~ unbounded-retrieval: nothing limits how many
    return client.responses.create(
        model="gpt-5.4", max_output_tokens=300, input=f"{question}\n\n{found['documents']}"
    )


def best_few(question):
    found = collection.query(query_texts=[question], n_results=3)
    return client.responses.create(
        model="gpt-5.4", max_output_tokens=300, input=f"{question}\n\n{found['documents']}"
    )


def as_many_as_usual(question):
    found = collection.query(query_texts=[question])
    return client.responses.create(
        model="gpt-5.4", max_output_tokens=300, input=f"{question}\n\n{found['documents']}"
    )


def limited(question, product):
    found = collection.get(where={"product": product}, limit=5)
    return client.responses.create(
        model="gpt-5.4", max_output_tokens=300, input=f"{question}\n\n{found['documents']}"
    )
