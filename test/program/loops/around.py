"""Bounds that stand around a loop, in a function that it calls, or in its caller."""
import asyncio
import signal
import time

import anyio
import async_timeout
from anthropic import Anthropic, AsyncAnthropic

client = Anthropic()
later = AsyncAnthropic()


def send(messages):
    return client.messages.create(model="claude-haiku-4-5", max_tokens=200, messages=messages)


async def ask(messages):
    return await later.messages.create(model="claude-haiku-4-5", max_tokens=200, messages=messages)


async def inside_timeout(messages):
    async with asyncio.timeout(120):
        while True:  # => bounded
            answer = await ask(messages)
            if answer.stop_reason == "end_turn":
                return answer


async def inside_fail_after(messages):
    with anyio.fail_after(60):
        while True:  # => bounded
            answer = await ask(messages)
            if answer.stop_reason == "end_turn":
                return answer


async def inside_move_on_after(messages):
    with anyio.move_on_after(60) as scope:
        while True:  # => bounded
            answer = await ask(messages)
            if answer.stop_reason == "end_turn":
                return answer


async def inside_async_timeout(messages):
    async with async_timeout.timeout(60):
        while True:  # => bounded
            answer = await ask(messages)
            if answer.stop_reason == "end_turn":
                return answer


async def timeout_without_limit(messages):
    async with asyncio.timeout(None):
        while True:  # => unbounded
            answer = await ask(messages)
            if answer.stop_reason == "end_turn":
                return answer


async def each_call_has_a_timeout(messages):
    while True:  # => unbounded
        answer = await asyncio.wait_for(ask(messages), timeout=30)
        if answer.stop_reason == "end_turn":
            return answer


async def timeout_inside_the_pass(messages):
    while True:  # => unbounded
        async with asyncio.timeout(30):
            answer = await ask(messages)
        if answer.stop_reason == "end_turn":
            return answer


def under_an_alarm(messages):
    signal.alarm(90)
    while True:  # => bounded
        answer = send(messages)
        if answer.stop_reason == "end_turn":
            break
    signal.alarm(0)


def behind_an_alarm(messages):
    signal.alarm(90)
    send(messages)
    signal.alarm(0)
    while True:  # => unbounded
        answer = send(messages)
        if answer.stop_reason == "end_turn":
            break


async def waited_for_by_its_caller(messages):
    while True:  # => bounded
        answer = await ask(messages)
        if answer.stop_reason == "end_turn":
            return answer


async def caller_with_wait_for(messages):
    return await asyncio.wait_for(waited_for_by_its_caller(messages), timeout=300)


async def task_waited_for(messages):
    while True:  # => bounded
        answer = await ask(messages)
        if answer.stop_reason == "end_turn":
            return answer


async def caller_with_task(messages):
    task = asyncio.create_task(task_waited_for(messages))
    return await asyncio.wait_for(task, 300)


async def within_callers_timeout(messages):
    while True:  # => bounded
        answer = await ask(messages)
        if answer.stop_reason == "end_turn":
            return answer


async def middle_of_the_way(messages):
    return await within_callers_timeout(messages)


async def caller_with_timeout(messages):
    async with asyncio.timeout(60):
        return await middle_of_the_way(messages)


async def one_caller_of_two(messages):
    while True:  # => unbounded
        answer = await ask(messages)
        if answer.stop_reason == "end_turn":
            return answer


async def first_caller(messages):
    return await asyncio.wait_for(one_caller_of_two(messages), timeout=300)


async def second_caller(messages):
    return await one_caller_of_two(messages)


def deadline_given(messages, deadline):
    while True:  # => bounded
        if time.monotonic() > deadline:
            raise TimeoutError
        answer = send(messages)
        if answer.stop_reason == "end_turn":
            return answer


class Clocked:
    def __init__(self, seconds):
        self.end = time.time() + seconds

    def is_over(self):
        return time.time() >= self.end

    def check(self):
        if time.time() >= self.end:
            raise TimeoutError("too long")

    def run(self, messages):
        while not self.is_over():  # => bounded
            answer = send(messages)
            if answer.stop_reason == "end_turn":
                break

    def run_checked(self, messages):
        while True:  # => bounded
            self.check()
            answer = send(messages)
            if answer.stop_reason == "end_turn":
                break


class Counted:
    limit = 20

    def __init__(self, max_calls=10):
        self.calls = 0
        self.max_calls = max_calls
        self.spent = 0.0

    def step(self, messages):
        self.calls += 1
        return send(messages)

    def guard(self):
        if self.calls >= self.max_calls:
            raise RuntimeError("too many calls")

    def may_go_on(self):
        return self.calls < self.max_calls

    def counted_in_step(self, messages):
        while self.calls < self.max_calls:  # => bounded 10
            answer = self.step(messages)
            if answer.stop_reason == "end_turn":
                break

    def guarded(self, messages):
        while True:  # => bounded
            self.guard()
            answer = self.step(messages)
            if answer.stop_reason == "end_turn":
                break

    def asked(self, messages):
        while self.may_go_on():  # => bounded
            self.step(messages)

    def asked_in_an_exit(self, messages):
        while True:  # => bounded
            if not self.may_go_on():
                break
            self.step(messages)

    def kept_in_a_name(self, messages):
        while True:  # => bounded
            go_on = self.may_go_on()
            if not go_on:
                return
            self.step(messages)

    def counted_but_never_read(self, messages):
        while True:  # => unbounded
            answer = self.step(messages)
            if answer.stop_reason == "end_turn":
                break


class Budget:
    def __init__(self, limit):
        self.limit = limit
        self.used = 0

    def add(self, tokens):
        self.used += tokens

    def is_spent(self):
        return self.used >= self.limit

    def charge(self, tokens):
        self.used += tokens
        if self.used > self.limit:
            raise RuntimeError("budget is spent")


def with_a_budget(messages, limit):
    budget = Budget(limit)
    while not budget.is_spent():  # => bounded
        answer = send(messages)
        budget.add(answer.usage.output_tokens)


def with_a_charging_budget(messages, limit):
    budget = Budget(limit)
    while True:  # => bounded
        answer = send(messages)
        budget.charge(answer.usage.output_tokens)
        if answer.stop_reason == "end_turn":
            break


def given_budget(messages, budget: Budget):
    while True:  # => bounded
        answer = send(messages)
        budget.charge(answer.usage.output_tokens)
        if answer.stop_reason == "end_turn":
            break


def cost_in_a_name(messages, max_cost):
    cost = 0.0
    while True:  # => bounded
        answer = send(messages)
        cost += answer.usage.output_tokens * 5e-6
        if cost > max_cost:
            break
        if answer.stop_reason == "end_turn":
            break


def tokens_of_one_answer(messages):
    while True:  # => bounded
        answer = send(messages)
        if answer.usage.input_tokens > 150_000:
            break
        messages.append({"role": "assistant", "content": answer.content})
        if answer.stop_reason == "end_turn":
            break


def state_of_a_record(messages):
    state = {"steps": 0}
    while state["steps"] < 12:  # => bounded 12
        send(messages)
        state["steps"] += 1


def state_changed_by_a_helper(messages):
    state = {"steps": 0, "limit": 12}
    while True:  # => bounded 12
        advance(state)
        if state["steps"] > state["limit"]:
            break
        send(messages)


def advance(state):
    state["steps"] += 1


def closure_counter(messages):
    count = 0

    def step():
        nonlocal count
        count += 1
        if count > 8:
            raise RuntimeError("enough")
        return send(messages)

    while True:  # => bounded
        answer = step()
        if answer.stop_reason == "end_turn":
            break


CALLS = 0


def counted_globally(messages):
    global CALLS
    CALLS += 1
    if CALLS > 50:
        raise RuntimeError("enough")
    return send(messages)


def loop_with_global_count(messages):
    while True:  # => bounded
        answer = counted_globally(messages)
        if answer.stop_reason == "end_turn":
            break


def same_answer_twice(messages):
    seen = set()
    while True:  # => unbounded
        answer = send(messages)
        key = answer.content[0].text
        if key in seen:
            break
        seen.add(key)


def stops_by_its_host(messages, host):
    while True:  # => unknown
        answer = send(messages)
        if host.should_stop():
            break
        if answer.stop_reason == "end_turn":
            break


def stops_by_a_callback(messages, on_step):
    while True:  # => unknown
        answer = send(messages)
        if not on_step(answer):
            break


def stopped_from_outside(messages, cancel):
    while not cancel.is_set():  # => bounded
        send(messages)


def counts_only_what_fails(messages):
    failures = 0
    while failures < 3:  # => bounded
        answer = send(messages)
        if answer.stop_reason == "refusal":
            failures += 1
        messages.append({"role": "assistant", "content": answer.content})


def counts_what_fails_and_leaves_otherwise(messages):
    failures = 0
    while failures < 3:  # => bounded 3
        try:
            return send(messages)
        except ValueError:
            failures += 1


def goes_back_before_it_counts(messages):
    step = 0
    while step < 5:  # => bounded
        answer = send(messages)
        if answer.stop_reason == "tool_use":
            continue
        step += 1


def counts_on_both_ways(messages):
    step = 0
    while step < 5:  # => bounded 5
        answer = send(messages)
        if answer.stop_reason == "tool_use":
            step += 1
            continue
        messages.append({"role": "user", "content": "go on"})
        step += 1


class CountsSome:
    def __init__(self):
        self.turns = 0

    def ask(self, messages):
        if not messages:
            return None
        self.turns += 1
        return send(messages)

    def run(self, messages):
        while self.turns < 6:  # => bounded
            self.ask(messages)
