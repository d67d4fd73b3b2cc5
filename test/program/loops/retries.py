"""What is tried again, how often, and whether the answer or only the request is asked for again."""
import asyncio
import functools
import json
import logging
import time

import anthropic
import backoff
import modal
import stamina
import tenacity
from anthropic import Anthropic
from celery import Celery
from pydantic import BaseModel, ValidationError
from retry import retry
from retry.api import retry_call
from tenacity import AsyncRetrying, Retrying, retry_if_exception_type, stop_after_attempt, stop_after_delay, wait_random_exponential

client = Anthropic()
queue = Celery("jobs")
app = modal.App("jobs")
log = logging.getLogger(__name__)


class Plan(BaseModel):
    steps: list[str]


def send(messages):
    return client.messages.create(model="claude-haiku-4-5", max_tokens=200, messages=messages)


@tenacity.retry(stop=stop_after_attempt(6), wait=wait_random_exponential(max=60))  # => bounded 6 transport
def decorated(messages):
    return send(messages)


@tenacity.retry(wait=wait_random_exponential(max=60))  # => unbounded transport
def decorated_without_stop(messages):
    return send(messages)


@tenacity.retry  # => unbounded transport
def decorated_bare(messages):
    return send(messages)


@tenacity.retry(stop=tenacity.stop_never)  # => unbounded transport
def decorated_with_never(messages):
    return send(messages)


@tenacity.retry(stop=stop_after_attempt(3) | stop_after_delay(60))  # => bounded 3 transport
def decorated_with_either(messages):
    return send(messages)


@tenacity.retry(stop=stop_after_delay(60))  # => bounded transport
def decorated_with_delay(messages):
    return send(messages)


@tenacity.retry(stop=stop_after_attempt(3))  # => bounded 3 content
def parses_its_answer(messages):
    return json.loads(send(messages).content[0].text)


@tenacity.retry(stop=stop_after_attempt(3), retry=retry_if_exception_type(json.JSONDecodeError))  # => bounded 3 content
def told_to_retry_content(messages):
    return read(send(messages))


@tenacity.retry(stop=stop_after_attempt(3), retry=retry_if_exception_type(anthropic.RateLimitError))  # => bounded 3 transport
def told_to_retry_transport(messages):
    return read(send(messages))


def read(answer):
    return Plan.model_validate_json(answer.content[0].text)


@tenacity.retry(stop=stop_after_attempt(2))  # => bounded 2 content
def reads_by_a_helper(messages):
    return read(send(messages))


@backoff.on_exception(backoff.expo, anthropic.RateLimitError)  # => unbounded transport
def backed_off(messages):
    return send(messages)


@backoff.on_exception(backoff.expo, anthropic.APIError, max_tries=8)  # => bounded 8 transport
def backed_off_with_tries(messages):
    return send(messages)


@backoff.on_exception(backoff.expo, (ValueError, KeyError), max_time=60)  # => bounded content
def backed_off_with_time(messages):
    return read(send(messages))


@stamina.retry(on=anthropic.APIError, attempts=4)  # => bounded 4 transport
def staminous(messages):
    return send(messages)


@stamina.retry(on=anthropic.APIError)  # => bounded 10 transport
def staminous_by_default(messages):
    return send(messages)


@retry(tries=3, delay=1)  # => bounded 3 transport
def invl(messages):
    return send(messages)


@retry()  # => unbounded transport
def invl_without_tries(messages):
    return send(messages)


@retry(tries=-1)  # => unbounded transport
def invl_endless(messages):
    return send(messages)


@queue.task(max_retries=3)  # => bounded 4 transport
def task(messages):
    return send(messages)


@app.function(retries=modal.Retries(max_retries=2, initial_delay=1.0))  # => bounded 3 transport
def remote(messages):
    return send(messages)


def each_attempt(messages):
    for attempt in Retrying(stop=stop_after_attempt(4)):  # => bounded 4 transport
        with attempt:
            return send(messages)


async def each_async_attempt(messages):
    async for attempt in AsyncRetrying(wait=wait_random_exponential()):  # => unbounded content
        with attempt:
            return json.loads(send(messages).content[0].text)


def each_stamina(messages):
    for attempt in stamina.retry_context(on=anthropic.APIError, attempts=5):  # => bounded 5 transport
        with attempt:
            return send(messages)


def retrying_object(messages):
    return Retrying(stop=stop_after_attempt(3))(send, messages)  # => bounded 3 transport


def retried_call(messages):
    return retry_call(send, fargs=[messages], tries=5)  # => bounded 5 transport


def with_retries(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        for attempt in range(5):  # => bounded 5 transport
            try:
                return function(*args, **kwargs)
            except Exception as error:
                log.warning("attempt %s failed: %s", attempt, error)
                time.sleep(2**attempt)
        raise RuntimeError("gave up")

    return wrapper


@with_retries  # => bounded 5 transport
def decorated_by_own(messages):
    return send(messages)


def with_times(times):
    def decorator(function):
        def wrapper(*args, **kwargs):
            tries = 0
            while tries < times:  # => bounded transport
                try:
                    return function(*args, **kwargs)
                except anthropic.APIError:
                    tries += 1
            raise RuntimeError("gave up")

        return wrapper

    return decorator


@with_times(3)  # => bounded transport
def decorated_by_own_factory(messages):
    return send(messages)


def forever(function):
    while True:  # => unbounded transport
        try:
            return function()
        except Exception:
            time.sleep(10)


def given_a_lambda(messages):
    return forever(lambda: send(messages))


def call_safely(function, *args):
    for _ in range(3):  # => bounded 3 transport
        try:
            return function(*args)
        except anthropic.APIConnectionError:
            continue


def given_a_function(messages):
    return call_safely(send, messages)


def by_hand(messages):
    for attempt in range(3):  # => bounded 3 transport
        try:
            return send(messages)
        except anthropic.RateLimitError:
            time.sleep(2**attempt)


def by_hand_for_content(messages):
    for attempt in range(3):  # => bounded 3 content
        answer = send(messages)
        try:
            return Plan.model_validate_json(answer.content[0].text)
        except ValidationError as error:
            messages.append({"role": "user", "content": str(error)})


def until_it_parses(messages):
    while True:  # => unbounded content
        try:
            return json.loads(send(messages).content[0].text)
        except json.JSONDecodeError:
            continue


def until_it_is_good(messages, max_retries=2):
    for retry_number in range(max_retries):  # => bounded 2 content
        text = send(messages).content[0].text
        if text.startswith("OK"):
            return text


def agent_steps(messages):
    for step in range(8):  # => bounded 8
        answer = send(messages)
        if answer.stop_reason == "end_turn":
            return answer


def sleeps_and_goes_on(messages):
    while True:  # => unbounded transport
        try:
            answer = send(messages)
            break
        except anthropic.RateLimitError:
            time.sleep(60)
    return answer
