"""Loops that wait for a person in each pass."""
import asyncio
import cmd
import getpass
import sys

import click
import inquirer
import questionary
import typer
from anthropic import Anthropic
from prompt_toolkit import PromptSession, prompt
from rich.console import Console
from rich.prompt import Confirm, Prompt

client = Anthropic()
console = Console()
session = PromptSession()


def send(text):
    return client.messages.create(model="claude-haiku-4-5", max_tokens=200, messages=[{"role": "user", "content": text}])


def by_rich():
    while True:  # => user-paced
        send(Prompt.ask("You"))


def by_rich_console():
    while True:  # => user-paced
        send(console.input("> "))


def by_click():
    while True:  # => user-paced
        send(click.prompt("You"))


def by_typer():
    while True:  # => user-paced
        send(typer.prompt("You"))


def by_questionary():
    while True:  # => user-paced
        send(questionary.text("You").ask())


def by_inquirer():
    while True:  # => user-paced
        send(inquirer.text(message="You"))


def by_toolkit():
    while True:  # => user-paced
        send(prompt("> "))


def by_toolkit_session():
    while True:  # => user-paced
        send(session.prompt("> "))


async def by_async_session():
    while True:  # => user-paced
        send(await session.prompt_async("> "))


def by_secret():
    while True:  # => user-paced
        send(getpass.getpass("Secret: "))


def by_stdin():
    while True:  # => user-paced
        send(sys.stdin.readline())


async def in_a_thread():
    while True:  # => user-paced
        send(await asyncio.to_thread(input, "> "))


async def in_an_executor(loop):
    while True:  # => user-paced
        send(await loop.run_in_executor(None, input, "> "))


def until_confirmed():
    while True:  # => user-paced
        send("Propose a plan.")
        if Confirm.ask("Good?"):
            break


def until_accepted():
    accepted = False
    while not accepted:  # => user-paced
        print(send("Propose a name."))
        accepted = input("Accept? ") == "y"


def with_commands():
    while True:  # => user-paced
        line = input("> ").strip()
        if not line:
            continue
        if line == "/quit":
            return
        send(line)


def with_interrupt():
    while True:  # => user-paced
        try:
            line = input("> ")
        except (EOFError, KeyboardInterrupt):
            break
        send(line)


class Terminal:
    def ask(self):
        return input("> ")

    def run(self):
        while True:  # => user-paced
            send(self.ask())


def by_two_helpers():
    while True:  # => user-paced
        send(cleaned_line())


def cleaned_line():
    return read_line().strip()


def read_line():
    return input("> ")
