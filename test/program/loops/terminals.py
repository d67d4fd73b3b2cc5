"""Chats in terminals and notebooks, as people write them: each pass waits for a person."""
import asyncio
import sys

import anthropic
import click
import questionary
from prompt_toolkit import PromptSession
from rich.console import Console

client = anthropic.Anthropic()
console = Console()


def send(messages):
    return client.messages.create(model="claude-haiku-4-5", max_tokens=200, messages=messages)


def keeps_history():
    messages = []
    while True:  # => user-paced
        text = input("\033[94mYou\033[0m: ").strip()
        if text in {"exit", "quit"}:
            break
        messages.append({"role": "user", "content": text})
        answer = send(messages)
        messages.append({"role": "assistant", "content": answer.content})


def read_input():
    try:
        return input("> "), True
    except EOFError:
        return "", False


def stops_at_the_end():
    going = True
    while going:  # => user-paced
        text, going = read_input()
        if going:
            send([{"role": "user", "content": text}])


def asks_first():
    text = input("Ask: ")
    while text != "q":  # => user-paced
        print(send([{"role": "user", "content": text}]))
        text = input("Ask: ")


def approves(messages):
    while True:  # => user-paced
        answer = send(messages)
        print(answer.content)
        if not click.confirm("Again?"):
            return answer


def chooses():
    while True:  # => user-paced
        choice = questionary.select("What next?", choices=["joke", "quit"]).ask()
        if choice == "quit":
            break
        send([{"role": "user", "content": choice}])


async def asynchronous():
    session = PromptSession()
    while True:  # => user-paced
        with_text = await session.prompt_async("> ")
        await asyncio.to_thread(send, [{"role": "user", "content": with_text}])


async def off_the_loop():
    loop = asyncio.get_running_loop()
    while True:  # => user-paced
        line = await loop.run_in_executor(None, sys.stdin.readline)
        send([{"role": "user", "content": line}])


class Agent:
    def __init__(self, get_user_message):
        self.get_user_message = get_user_message

    def run(self):
        messages = []
        read_user_input = True
        while True:  # => unknown
            if read_user_input:
                messages.append({"role": "user", "content": self.get_user_message()})
            answer = send(messages)
            messages.append({"role": "assistant", "content": answer.content})
            read_user_input = not any(block.type == "tool_use" for block in answer.content)


def answers_then_waits():
    messages = []
    while True:  # => user-paced
        messages.append({"role": "user", "content": console.input("[bold]You: ")})
        while True:  # => unbounded
            answer = send(messages)
            messages.append({"role": "assistant", "content": answer.content})
            if answer.stop_reason != "tool_use":
                break


def only_when_it_asks(messages):
    while True:  # => unknown
        answer = send(messages)
        if answer.stop_reason == "tool_use":
            messages.append({"role": "assistant", "content": answer.content})
            continue
        messages.append({"role": "user", "content": input("> ")})
