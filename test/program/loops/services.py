"""Services and bots as people write them: each pass waits for the world."""
import asyncio
import queue
import threading
import time

import aiohttp
import boto3
import pika
import redis.asyncio as redis
import schedule
import watchfiles
import websockets
from openai import OpenAI

client = OpenAI()
store = redis.Redis()
work: queue.Queue[str] = queue.Queue()


def send(text):
    answer = client.chat.completions.create(model="gpt-5-mini", max_completion_tokens=300, messages=[{"role": "user", "content": text}])
    return answer.choices[0].message.content


async def blocking_move():
    while True:  # => event-driven
        job = await store.blmove("jobs", "running", 0)
        send(job)


async def consumer_group(name):
    while True:  # => event-driven
        found = await store.xreadgroup("workers", name, {"jobs": ">"}, block=5000)
        for _, entries in found:  # => bounded
            send(entries)


async def socket_client(url):
    async with websockets.connect(url) as websocket:
        while True:  # => event-driven
            text = await websocket.recv()
            await websocket.send(send(text))


async def messages_of_a_session(session: aiohttp.ClientSession, url):
    async with session.ws_connect(url) as ws:
        async for message in ws:  # => event-driven
            send(message.data)


async def files_that_change(folder):
    async for changes in watchfiles.awatch(folder):  # => event-driven
        send(str(changes))


def rabbit():
    channel = pika.BlockingConnection().channel()
    for method, _, body in channel.consume("jobs"):  # => event-driven
        send(body)
        channel.basic_ack(method.delivery_tag)


async def discord_messages(bot):
    while True:  # => event-driven
        message = await bot.wait_for_message()
        await message.reply(send(message.content))


def every_ten_minutes():
    while True:  # => event-driven
        send("Is anything new?")
        time.sleep(600)


async def every_so_often(settings):
    while True:  # => event-driven
        send("Is anything new?")
        await asyncio.sleep(settings.interval)


class Worker(threading.Thread):
    def __init__(self, jobs: "queue.Queue[str]"):
        super().__init__()
        self.job_queue = jobs

    def run(self):
        while True:  # => event-driven
            job = self.job_queue.get()
            if job is None:
                break
            try:
                send(job)
            except Exception as error:
                print(error)
            finally:
                self.job_queue.task_done()


def poll_queue_with_empty():
    while True:  # => event-driven
        try:
            job = work.get(timeout=1)
        except queue.Empty:
            continue
        send(job)


def long_polling():
    sqs = boto3.client("sqs")
    while True:  # => event-driven
        for message in sqs.receive_message(QueueUrl="jobs").get("Messages", []):  # => bounded
            send(message["Body"])


def scheduled():
    schedule.every(10).minutes.do(send, "Is anything new?")
    while True:
        schedule.run_pending()
        time.sleep(1)
