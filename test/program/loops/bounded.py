"""Loops that end by something other than the model's word. Each mark says what the loop on its line is judged to be."""
import asyncio
import itertools
import time
from collections import deque

import tenacity
from anthropic import Anthropic

client = Anthropic()
LIMIT = 6


def send(messages):
    return client.messages.create(model="claude-haiku-4-5", max_tokens=200, messages=messages)


def counted_range(messages):
    for _ in range(5):  # => bounded 5
        send(messages)


def range_of_constant(messages):
    for _ in range(LIMIT):  # => bounded 6
        send(messages)


def range_with_start(messages):
    for step in range(1, 4):  # => bounded 3
        send(messages)


def range_of_parameter(messages, rounds=3):
    for _ in range(rounds):  # => bounded 3
        send(messages)


def over_documents(documents):
    for document in documents:  # => bounded
        send([{"role": "user", "content": document}])


def over_literal_list():
    for question in ["one", "two", "three"]:  # => bounded 3
        send([{"role": "user", "content": question}])


def enumerated(rows):
    for index, row in enumerate(rows):  # => bounded
        send([{"role": "user", "content": row}])


def counter_in_test(messages):
    steps = 0
    while steps < 10:  # => bounded 10
        send(messages)
        steps += 1


def counter_and_flag(messages):
    steps, done = 0, False
    while not done and steps < LIMIT:  # => bounded 6
        answer = send(messages)
        done = answer.stop_reason == "end_turn"
        steps += 1


def counter_checked_inside(messages):
    turn = 0
    while True:  # => bounded 8
        turn += 1
        if turn > 8:
            break
        answer = send(messages)
        if answer.stop_reason != "tool_use":
            return answer


def counter_assigned(messages):
    i = 0
    while True:  # => bounded 4
        answer = send(messages)
        if answer.stop_reason == "end_turn":
            return answer
        i = i + 1
        if i >= 4:
            raise RuntimeError("too many turns")


def counts_down(messages, budget=5):
    while budget > 0:  # => bounded 5
        send(messages)
        budget -= 1


def truthy_countdown(messages, left=5):
    while left:  # => bounded 5
        send(messages)
        left -= 1


def money_budget(messages, most):
    spent = 0.0
    while spent < most:  # => bounded
        answer = send(messages)
        spent += answer.usage.output_tokens * 0.00001


def token_budget(messages):
    used = 0
    while True:  # => bounded
        answer = send(messages)
        used += answer.usage.input_tokens
        if used > 50_000:
            break


def deadline_in_test(messages):
    start = time.time()
    while time.time() - start < 60:  # => bounded
        send(messages)


def deadline_inside(messages):
    end = time.monotonic() + 30
    while True:  # => bounded
        answer = send(messages)
        if time.monotonic() > end:
            break
        if answer.stop_reason == "end_turn":
            break


def history_length(messages):
    while len(messages) < 40:  # => bounded 40
        answer = send(messages)
        messages.append({"role": "assistant", "content": answer.content})


def worklist(tasks):
    while tasks:  # => bounded
        task = tasks.pop()
        send([{"role": "user", "content": task}])


def double_ended(tasks):
    queue = deque(tasks)
    while len(queue) > 0:  # => bounded
        send([{"role": "user", "content": queue.popleft()}])


def leaves_in_first_pass(messages):
    while True:  # => bounded 1
        answer = send(messages)
        return answer


def tries_three_times(messages):
    for attempt in range(3):  # => bounded 3
        try:
            return send(messages)
        except ValueError:
            continue


def counted_retry(messages):
    attempts = 0
    while True:  # => bounded 5
        try:
            return send(messages)
        except ValueError:
            attempts += 1
            if attempts >= 5:
                raise


def zipped(a, b):
    for left, right in zip(a, b):  # => bounded
        send([{"role": "user", "content": left + right}])


def over_items(table):
    for key, value in table.items():  # => bounded
        send([{"role": "user", "content": value}])


def through_helper(documents):
    for document in documents:  # => bounded
        ask(document)


def ask(text):
    return send([{"role": "user", "content": text}])


class Agent:
    max_steps = 12

    def __init__(self):
        self.steps = 0

    def run(self, messages):
        while self.steps < self.max_steps:  # => bounded 12
            send(messages)
            self.steps += 1


async def over_files(paths):
    for path in sorted(paths):  # => bounded
        await asyncio.to_thread(send, [{"role": "user", "content": path}])


def chained_limit(messages):
    for step in itertools.count():  # => bounded 7
        if step >= 7:
            break
        send(messages)


def shrinking_recursion(text, depth=3):
    answer = send([{"role": "user", "content": text}])
    if depth > 0:
        shrinking_recursion(answer.content, depth - 1)  # => bounded
    return answer


def limited_retry(tries):
    return tenacity.retry(wait=tenacity.wait_fixed(1), stop=tenacity.stop_after_attempt(tries))


@limited_retry(4)  # => bounded 4
def decorated_by_a_helper(messages):
    return send(messages)


@tenacity.retry(stop=tenacity.stop_after_attempt(6))  # => bounded 6
def decorated(messages):
    return send(messages)


def counts_from_three(messages):
    turn = 3
    while turn < 10:  # => bounded 7
        send(messages)
        turn += 1


def counts_inclusively(messages):
    turn = 1
    while turn <= 4:  # => bounded 4
        send(messages)
        turn += 1


def every_second(messages):
    for _ in range(0, 10, 2):  # => bounded 5
        send(messages)


def empties_its_copy(plan):
    todo = list(plan)
    while len(todo) > 0:  # => bounded
        send([{"role": "user", "content": todo.pop()}])


def collects_enough(messages):
    found = []
    while len(found) < 12:  # => bounded 12
        found.append(send(messages))
