"""Loops that wait for a person or for the world in each pass, and loops whose end the source does not show."""
import queue
import random
import sys
import time

import redis
from anthropic import Anthropic

client = Anthropic()
inbox = queue.Queue()
store = redis.Redis()


def send(messages):
    return client.messages.create(model="claude-haiku-4-5", max_tokens=200, messages=messages)


def chat():
    messages = []
    while True:  # => user-paced
        messages.append({"role": "user", "content": input("> ")})
        answer = send(messages)
        messages.append({"role": "assistant", "content": answer.content})


def chat_until_quit():
    while True:  # => user-paced
        line = input("You: ")
        if line.lower() in ("quit", "exit"):
            break
        print(send([{"role": "user", "content": line}]))


def input_in_test():
    while (line := input("> ")) != "":  # => user-paced
        send([{"role": "user", "content": line}])


def lines_of_stdin():
    for line in sys.stdin:  # => user-paced
        send([{"role": "user", "content": line}])


def asks_through_a_helper():
    while True:  # => user-paced
        send([{"role": "user", "content": next_line()}])


def next_line():
    return input("next: ")


def worker():
    while True:  # => event-driven
        job = inbox.get()
        send([{"role": "user", "content": job}])


def redis_worker():
    while True:  # => event-driven
        _, job = store.brpop("jobs")
        send([{"role": "user", "content": job}])


async def socket_loop(websocket):
    while True:  # => event-driven
        text = await websocket.receive_text()
        send([{"role": "user", "content": text}])


async def messages_of(websocket):
    async for text in websocket:  # => event-driven
        send([{"role": "user", "content": text}])


def consumer_loop(consumer):
    while True:  # => event-driven
        record = consumer.poll(1.0)
        send([{"role": "user", "content": record}])


def until_the_world_says(env):
    state, done = env.reset(), False
    while not done:  # => unknown
        answer = send([{"role": "user", "content": state}])
        state, reward, done, info = env.step(answer.content[0].text)


def own_condition(job):
    while job.is_open():  # => unknown
        send([{"role": "user", "content": job.text}])


def refilled(tasks):
    while tasks:  # => unknown
        task = tasks.pop(0)
        answer = send([{"role": "user", "content": task}])
        tasks.extend(answer.content[0].text.splitlines())


def global_switch(state):
    while state.running:  # => unknown
        send([{"role": "user", "content": "tick"}])


def typed_worker(jobs: queue.Queue):
    while True:  # => event-driven
        send([{"role": "user", "content": jobs.get()}])


def asks_between_tools(messages):
    has_results = False
    while True:  # => unknown
        if not has_results:
            messages.append({"role": "user", "content": input("You: ")})
        answer = send(messages)
        has_results = answer.stop_reason == "tool_use"


def watches_every_half_hour():
    while True:  # => event-driven
        try:
            send([{"role": "user", "content": "news?"}])
            wait_minutes = 30 + random.randint(-5, 5)
            time.sleep(wait_minutes * 60)
        except ConnectionError:
            time.sleep(300)


def watches_by_an_interval(interval):
    while True:  # => event-driven
        send([{"role": "user", "content": "news?"}])
        time.sleep(interval)


def watches_until_the_model_is_content():
    while True:  # => event-driven
        answer = send([{"role": "user", "content": "are the results in?"}])
        if "yes" in answer.content[0].text:
            break
        time.sleep(600)


def spares_the_rate_limit():
    messages = [{"role": "user", "content": "go on"}]
    while True:  # => unbounded
        answer = send(messages)
        messages.append({"role": "assistant", "content": answer.content})
        if answer.stop_reason != "tool_use":
            break
        time.sleep(1)


def tries_again_after_a_while(delay):
    while True:  # => unbounded
        try:
            return send([{"role": "user", "content": "go on"}])
        except ConnectionError:
            print("again")
        time.sleep(delay)


def walks_down_a_tree(root):
    node = root
    while True:  # => unknown
        answer = send([{"role": "user", "content": node.name}])
        if answer.content[0].text == "here":
            return node
        for child in node.children:
            if child.name in answer.content[0].text:
                node = child


class Tree:
    def __init__(self, root):
        self.root = root

    def first_left(self, seen):
        return next((child for child in self.root.children if child not in seen), None)

    def expand_all(self):
        seen = []
        while True:  # => unknown
            node = self.first_left(seen)
            if node is None:
                break
            self.root.children = send([{"role": "user", "content": node.name}]).content
            seen.append(node)


class Outline:
    def first_long(self, root, seen):
        if root not in seen and len(root.content) > 9:
            return root
        for child in root.children:
            found = self.first_long(root=child, seen=seen)
            if found is not None:
                return found
        return None

    def shorten_all(self, book):
        seen = []
        while True:  # => unknown
            node = self.first_long(root=book.root, seen=seen)
            if node is None:
                break
            node.content = send([{"role": "user", "content": node.content}]).content
            seen.append(node)


def ask_again(messages):
    messages.append({"role": "user", "content": input("> ")})
    print(send(messages))
    ask_again(messages)  # => user-paced
