"""Loops whose only end is the model's own word, or nothing at all."""
import json
import re
import time

import openai
import tenacity
from anthropic import Anthropic

client = Anthropic()


def send(messages):
    return client.messages.create(model="claude-haiku-4-5", max_tokens=200, messages=messages)


def until_end_turn(messages):
    while True:  # => unbounded
        answer = send(messages)
        if answer.stop_reason == "end_turn":
            break
        messages.append({"role": "assistant", "content": answer.content})


def stop_reason_in_test(messages):
    answer = send(messages)
    while answer.stop_reason == "tool_use":  # => unbounded
        messages.append({"role": "assistant", "content": answer.content})
        answer = send(messages)


def returns_without_tools(messages):
    while True:  # => unbounded
        answer = send(messages)
        calls = [block for block in answer.content if block.type == "tool_use"]
        if not calls:
            return answer


def printed_counter(messages):
    step = 0
    while True:  # => unbounded
        step += 1
        print("step", step)
        answer = send(messages)
        if "DONE" in answer.content[0].text:
            break


def flag_by_model(messages):
    done = False
    while not done:  # => unbounded
        answer = send(messages)
        done = answer.content[0].text.strip() == "PASS"


def flag_set_in_branch(messages):
    running = True
    while running:  # => unbounded
        answer = send(messages)
        if "FINISH" in answer.content[0].text:
            running = False


def until_json_parses(messages):
    while True:  # => unbounded
        answer = send(messages)
        try:
            return json.loads(answer.content[0].text)
        except json.JSONDecodeError:
            continue


def swallows_failures(messages):
    while True:  # => unbounded
        try:
            return send(messages)
        except Exception:
            time.sleep(30)


def keeps_trying(messages):
    keep_trying = True
    while keep_trying:  # => unbounded
        try:
            answer = send(messages)
            keep_trying = False
        except openai.RateLimitError:
            time.sleep(5)
    return answer


def nothing_ends_it(messages):
    while True:  # => unbounded
        answer = send(messages)
        messages.append({"role": "assistant", "content": answer.content})


def judged_by_a_model(messages):
    while True:  # => unbounded
        draft = send(messages)
        verdict = send([{"role": "user", "content": draft.content[0].text}])
        if verdict.content[0].text.startswith("PASS"):
            return draft


def matched(messages):
    while True:  # => unbounded
        answer = send(messages)
        if re.search(r"FINAL: (.*)", answer.content[0].text):
            return answer


def through_a_parser(messages):
    while True:  # => unbounded
        answer = send(messages)
        if is_final(answer.content[0].text):
            return answer


def is_final(text):
    return "final" in text.lower()


def through_a_helper(messages):
    text = ask(messages)
    while "more" in text:  # => unbounded
        text = ask(messages)


def ask(messages):
    return send(messages).content[0].text


def while_one(messages):
    while 1:  # => unbounded
        if send(messages).stop_reason != "tool_use":
            break


def continue_guard(messages):
    while True:  # => unbounded
        answer = send(messages)
        if answer.stop_reason == "tool_use":
            continue
        return answer


class Agent:
    def __init__(self):
        self.messages = []

    def run(self, task):
        self.messages.append({"role": "user", "content": task})
        while True:  # => unbounded
            answer = send(self.messages)
            self.messages.append({"role": "assistant", "content": answer.content})
            if answer.stop_reason == "end_turn":
                return answer


@tenacity.retry(wait=tenacity.wait_fixed(1))  # => unbounded
def waits_but_never_stops(messages):
    return send(messages)


def until_no_tool_answers(messages, tools):
    while True:  # => unbounded
        answer = send(messages)
        results = []
        for block in answer.content:
            if block.type == "tool_use":
                results.append({"type": "tool_result", "content": tools[block.name](**block.input)})
        if not results:
            return answer
        messages.append({"role": "user", "content": results})


def until_no_calls_are_left(messages, tools):
    while True:  # => unbounded
        answer = send(messages)
        results = []
        for call in answer.tool_calls:
            results.append(tools[call.name](call.input))
        if len(results) == 0:
            break


def again_for_each_tool_call(messages, tools):
    answer = send(messages)
    if answer.stop_reason != "tool_use":
        return answer
    messages.append({"role": "user", "content": run_tools(answer, tools)})
    return again_for_each_tool_call(messages, tools)  # => unbounded


class Streaming:
    def answer(self, messages):
        for event in client.messages.create(model="claude-haiku-4-5", max_tokens=200, messages=messages, stream=True):
            if event.stop_reason == "tool_use":
                yield from self.answer([*messages, event.content])  # => unbounded
                return
            yield event
