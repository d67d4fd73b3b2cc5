"""Loops that something other than the model ends, or that wait for somebody."""

import queue
import time

import anthropic
from openai import OpenAI

client = anthropic.Anthropic()
openai = OpenAI()
MAX_STEPS = 12


def counted_passes(messages):
    for _ in range(MAX_STEPS):
        response = client.messages.create(model="claude-haiku-4-5", max_tokens=500, messages=messages)
        if response.stop_reason != "tool_use":
            return response
        messages.append({"role": "assistant", "content": response.content})


def counter_in_the_test(messages):
    steps = 0
    while steps < MAX_STEPS:
        steps += 1
        response = client.messages.create(model="claude-haiku-4-5", max_tokens=500, messages=messages)
        messages.append({"role": "assistant", "content": response.content})


def counter_with_a_break(messages, max_steps=20):
    step = 0
    while True:
        if step >= max_steps:
            raise RuntimeError("The agent needs too many steps.")
        step += 1
        response = client.messages.create(model="claude-haiku-4-5", max_tokens=500, messages=messages)
        messages.append({"role": "assistant", "content": response.content})


def deadline(messages):
    start = time.monotonic()
    while time.monotonic() - start < 60:
        response = client.messages.create(model="claude-haiku-4-5", max_tokens=500, messages=messages)
        messages.append({"role": "assistant", "content": response.content})


def token_budget(messages, budget):
    spent = 0
    while True:
        response = client.messages.create(model="claude-haiku-4-5", max_tokens=500, messages=messages)
        messages.append({"role": "assistant", "content": response.content})
        spent += response.usage.output_tokens
        if spent > budget:
            return messages


def chat_with_a_person():
    messages = []
    while True:
        messages.append({"role": "user", "content": input("> ")})
        response = client.messages.create(model="claude-haiku-4-5", max_tokens=500, messages=messages)
                 # ~~~~~~~~~~~~~~~~~~~~~~ unbounded-history
        print(response.content[0].text)
        messages.append({"role": "assistant", "content": response.content})


def work_off(job_queue: queue.Queue):
    while True:
        job = job_queue.get()
        response = openai.responses.create(model="gpt-5.4-mini", max_output_tokens=300, input=job)
        print(response.output_text)


def each_document(documents):
    for document in documents:
        print(openai.responses.create(model="gpt-5.4-mini", max_output_tokens=300, input=document).output_text)


def read_a_stream(messages):
    with client.messages.stream(model="claude-haiku-4-5", max_tokens=500, messages=messages) as stream:
        for text in stream.text_stream:
            print(text, end="")


def drain_a_list(pending):
    while pending:
        task = pending.pop()
        print(openai.responses.create(model="gpt-5.4-mini", max_output_tokens=300, input=task).output_text)


def no_model_inside(path):
    while True:
        line = path.readline()
        if line == "":
            return


class Player:
    def __init__(self, most=4):
        self.most = most
        self.messages = []
        self.tries = 0

    def step(self):
        reply = openai.responses.create(model="gpt-5.4", max_output_tokens=300, input=self.messages)
        is_solved = "solved" in reply.output_text
        self.messages = [*self.messages[-6:], {"role": "assistant", "content": reply.output_text}]
        self.tries += 1
        done = self.tries >= self.most or is_solved
        return reply.output_text, done

    def play(self):
        while True:
            text, done = self.step()
            if done:
                break
        return text
