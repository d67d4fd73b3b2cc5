"""Nested loops that make no more calls than there are things."""

from openai import OpenAI

client = OpenAI()
TONES = ["kind", "stern"]


def summarise(text):
    response = client.responses.create(model="gpt-5.4", max_output_tokens=300, input=text)
    return response.output_text


def chapters_of_books(books):
    for book in books:
        for chapter in book.chapters:
            response = client.responses.create(model="gpt-5.4", max_output_tokens=300, input=chapter)
            print(response.output_text)


def pieces_of_documents(documents, split):
    for document in documents:
        pieces = split(document)
        for piece in pieces:
            response = client.responses.create(model="gpt-5.4", max_output_tokens=300, input=piece)
            print(response.output_text)


def two_tones(letters):
    for letter in letters:
        for tone in ["kind", "stern"]:
            response = client.responses.create(model="gpt-5.4", max_output_tokens=300, input=f"{tone}: {letter}")
            print(response.output_text)


def a_few_tries(letters):
    for letter in letters:
        for attempt in range(3):
            response = client.responses.create(model="gpt-5.4", max_output_tokens=300, input=f"{attempt}: {letter}")
            print(response.output_text)


def in_batches(letters, batches):
    for batch in batches(letters):
        print([summarise(letter) for letter in batch])


def parts_made_in_a_function_inside(documents, split):
    for document in documents:

        def expand():
            parts = split(document)
            for part in parts:
                response = client.responses.create(model="gpt-5.4", max_output_tokens=300, input=part)
                print(response.output_text)

        expand()
