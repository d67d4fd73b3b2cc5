"""Loops that something else may end: a test run, a store, a tool, a thread's flag, a game. Nothing is said of them."""
import os
import subprocess
import threading
from pathlib import Path

from openai import OpenAI

client = OpenAI()
stop = threading.Event()


def send(text):
    answer = client.chat.completions.create(model="gpt-5-mini", max_completion_tokens=300, messages=[{"role": "user", "content": text}])
    return answer.choices[0].message.content


def until_tests_pass():
    passed = False
    while not passed:  # => unknown
        Path("patch.py").write_text(send("Fix it."))
        passed = subprocess.run(["pytest", "-q"]).returncode == 0


def while_a_file_says_so():
    while Path("state.txt").read_text() == "on":  # => unknown
        send("tick")


def while_files_are_left(folder):
    while os.listdir(folder):  # => unknown
        send("Tidy up one file.")


def by_a_store(store):
    while store.count("open") > 0:  # => unknown
        send("Close one.")


def by_a_tool(tools):
    while True:  # => unknown
        answer = send("Which tool?")
        result = tools[answer].run()
        if result.is_final:
            return result


def by_a_callback(on_answer):
    while True:  # => unknown
        if on_answer(send("Next?")):
            break


def by_an_agent_of_the_environment(env):
    while True:  # => unknown
        observation, reward, done, info = env.step(send("Act."))
        if done:
            break


def by_similarity(embed, target):
    similarity = 0
    while similarity < 0.9:  # => unknown
        similarity = embed(send("Rephrase.")) @ target


def generates_while_wanted(is_wanted):
    while is_wanted():  # => unknown
        yield send("More.")


class Player:
    alive = True

    def play(self, world):
        while self.alive:  # => unknown
            world.act(self, send(world.text))

    def play_until_told(self, world):
        while True:  # => unknown
            world.act(self, send(world.text))
            if world.told_to_stop(self):
                return


def compiled(compiler):
    errors = compiler.errors()
    while errors:  # => unknown
        send("\n".join(errors))
        errors = compiler.errors()


def deeper(text):
    for line in send(text).splitlines():
        deeper(line)  # => unknown


def until_the_world_has_nothing(messages, world):
    while True:  # => unknown
        send(str(messages))
        events = []
        for event in world.events():
            events.append(event)
        if not events:
            break
