"""Loops whose end the source does not show: nothing is said of them."""
import subprocess

from anthropic import Anthropic

import engine
from rules import is_finished, should_continue

client = Anthropic()


def send(text):
    return client.messages.create(model="claude-haiku-4-5", max_tokens=200, messages=[{"role": "user", "content": text}])


def imported_test(state):
    while not is_finished(state):  # => unknown
        state = engine.step(state, send(state).content[0].text)


def imported_exit(state):
    while True:  # => unknown
        answer = send(state)
        if not should_continue(state):
            break


def exit_code():
    while True:  # => unknown
        code = send("Fix it.").content[0].text
        done = subprocess.run(["python", "-c", code])
        if done.returncode == 0:
            break


def tests_pass(runner):
    result = runner.run()
    while not result.passed:  # => unknown
        send(result.log)
        result = runner.run()


def score_of_a_tool(evaluate):
    best = 0.0
    while best < 0.9:  # => unknown
        best = max(best, evaluate(send("Try.").content[0].text))


def by_a_game(board):
    while not board.is_game_over():  # => unknown
        board.push_san(send(board.fen()).content[0].text)


def by_a_page(browser):
    while browser.has_next():  # => unknown
        send(browser.next())


def by_a_cursor(api):
    cursor = None
    while True:  # => unknown
        page = api.list(cursor=cursor)
        send(page.text)
        cursor = page.next_cursor
        if not cursor:
            break


def by_a_file(path):
    while path.exists():  # => unknown
        send("tick")


def by_a_database(session):
    while True:  # => unknown
        row = session.next_open_ticket()
        if row is None:
            return
        send(row.text)


class Agent:
    def __init__(self, environment):
        self.environment = environment
        self.finished = False

    def on_finish(self):
        self.finished = True

    def run(self):
        while not self.finished:  # => unknown
            self.environment.act(send("Next?"))

    def until_environment(self):
        while True:  # => unknown
            observation = self.environment.act(send("Next?").content[0].text)
            if observation.is_final:
                break


def text_left(document):
    while document:  # => unknown
        answer = send(document)
        document = engine.rest_of(document, answer)


def until_the_store_is_empty(store):
    if store.is_empty():
        return
    send(store.take())
    until_the_store_is_empty(store)  # => unknown


def once_more_when_it_fails(text):
    try:
        return send(text)
    except ValueError:
        return once_more_when_it_fails(text)  # => unknown


def endless_examples(seed):
    made = []
    while True:  # => unknown
        if not made:
            made.append(send(seed))
        yield made.pop()


class Screen:
    async def ask_question(self, text):
        raise NotImplementedError()


class Interview:
    def __init__(self, ui: Screen):
        self.ui = ui

    def ask(self, text):
        return self.ui.ask_question(text)

    def refine(self, text):
        while True:  # => unknown
            answer = send(text).content[0].text
            if len(answer) > 500:
                if self.ask("Is that all?") == "yes":
                    return answer
            else:
                text += self.ask(answer)
