"""Loops that end only when the model says so."""

import asyncio
import itertools
import json

import anthropic
from openai import AsyncOpenAI, OpenAI

client = anthropic.Anthropic()
openai = OpenAI()
async_openai = AsyncOpenAI()


def tool_loop(question, tools, run):
    messages = [{"role": "user", "content": question}]
    for _ in range(10):
        response = client.messages.create(model="claude-haiku-4-5", max_tokens=500, tools=tools, messages=messages)
        messages.append({"role": "assistant", "content": response.content})
        if response.stop_reason != "tool_use":
            return response
        messages.append({"role": "user", "content": run(response)})


def tool_loop_in_the_test(question, tools, run):
    messages = [{"role": "user", "content": question}]
    response = client.messages.create(model="claude-haiku-4-5", max_tokens=500, tools=tools, messages=messages)
    step = 0
    while step < 10 and response.stop_reason == "tool_use":
        step += 1
        messages.append({"role": "assistant", "content": response.content})
        messages.append({"role": "user", "content": run(response)})
        response = client.messages.create(model="claude-haiku-4-5", max_tokens=500, tools=tools, messages=messages)
    return response


def counter_that_is_only_printed(question):
    messages = [{"role": "user", "content": question}]
    step = 0
    for _ in range(10):
        step += 1
        print(f"step {step}")
        reply = openai.chat.completions.create(model="gpt-5.4-mini", max_completion_tokens=300, messages=messages)
        message = reply.choices[0].message
        messages.append(message)
        if not message.tool_calls:
            return message.content


def until_it_says_done(task):
    notes = []
    done = False
    step = 0
    while step < 10 and not done:
        step += 1
        reply = openai.responses.create(model="gpt-5.4-mini", max_output_tokens=300, input=[*notes, task])
        notes.append(reply.output_text)
        done = "DONE" in reply.output_text
    return notes


def judge(text):
    verdict = openai.responses.create(model="gpt-5.4-mini", max_output_tokens=5, input=f"PASS or FAIL? {text}")
    return verdict.output_text


def write_until_the_judge_is_pleased(topic):
    draft = topic
    for _ in range(10):
        draft = openai.responses.create(model="gpt-5.4-mini", max_output_tokens=900, input=f"Improve: {draft}").output_text
        if judge(draft) == "PASS":
            return draft


async def count_without_end(messages):
    for turn in range(10):
        reply = await async_openai.chat.completions.create(model="gpt-5.4-mini", max_completion_tokens=300, messages=messages)
        message = reply.choices[0].message
        messages.append(message)
        if message.content and "TERMINATE" in message.content:
            return turn
        await asyncio.sleep(1)


class Agent:
    def __init__(self):
        self.client = anthropic.Anthropic()
        self.messages = []

    def step(self):
        return self.client.messages.create(model="claude-haiku-4-5", max_tokens=500, messages=self.messages)

    def run(self, task):
        self.messages.append({"role": "user", "content": task})
        for _ in range(10):
            response = self.step()
            self.messages.append({"role": "assistant", "content": response.content})
            if response.stop_reason == "end_turn":
                return json.dumps(response.content[0].text)
