"""Functions that call each other around a call of a model."""
from anthropic import Anthropic

client = Anthropic()


def send(text):
    return client.messages.create(model="claude-haiku-4-5", max_tokens=200, messages=[{"role": "user", "content": text}])


def plan(task, depth):
    answer = send(task)
    if depth > 0:
        return solve(answer.content[0].text, depth - 1)  # => bounded
    return answer


def solve(text, depth):
    answer = send(text)
    return plan(answer.content[0].text, depth)  # => bounded


def ask(question):
    answer = send(question)
    return check(answer.content[0].text)  # => unknown


def check(text):
    if "?" in text:
        return ask(text)  # => unknown
    return text


class Tree:
    def expand(self, node, level=0):
        answer = send(node)
        return self.visit(answer.content[0].text, level + 1)  # => bounded

    def visit(self, node, level):
        if level < 3:
            return self.expand(node, level)  # => bounded
        return node


def one_way(text):
    return other_way(send(text))


def other_way(answer):
    return answer.content
