"""Loops that wait for the world in each pass."""
import asyncio
import multiprocessing
import queue
import socket

import aio_pika
import boto3
import nats
import pika
import redis.asyncio
import zmq
from anthropic import Anthropic
from confluent_kafka import Consumer
from kafka import KafkaConsumer
from telegram import Bot

client = Anthropic()
jobs: queue.Queue = queue.Queue()
later: asyncio.Queue = asyncio.Queue()
store = redis.asyncio.Redis()
sqs = boto3.client("sqs")


def send(text):
    return client.messages.create(model="claude-haiku-4-5", max_tokens=200, messages=[{"role": "user", "content": text}])


def thread_queue():
    while True:  # => event-driven
        job = jobs.get(timeout=5)
        send(job)
        jobs.task_done()


async def async_queue():
    while True:  # => event-driven
        send(await later.get())


async def own_queue():
    inbox = asyncio.Queue()
    while True:  # => event-driven
        send(await inbox.get())


def process_queue():
    work = multiprocessing.Queue()
    while True:  # => event-driven
        send(work.get())


async def redis_list():
    while True:  # => event-driven
        _, job = await store.blpop("jobs")
        send(job)


async def redis_stream():
    while True:  # => event-driven
        for _, messages in await store.xread({"jobs": "$"}, block=0):  # => bounded
            send(messages)


async def redis_pubsub():
    pubsub = store.pubsub()
    async for message in pubsub.listen():  # => event-driven
        send(message["data"])


def sqs_messages():
    while True:  # => event-driven
        found = sqs.receive_message(QueueUrl="jobs", WaitTimeSeconds=20)
        for message in found.get("Messages", []):  # => bounded
            send(message["Body"])


def kafka():
    consumer = KafkaConsumer("jobs")
    for message in consumer:  # => event-driven
        send(message.value)


def confluent():
    consumer = Consumer({"group.id": "jobs"})
    while True:  # => event-driven
        message = consumer.poll(1.0)
        if message is None:
            continue
        send(message.value())


def raw_socket(connection: socket.socket):
    while True:  # => event-driven
        send(connection.recv(4096).decode())


def zero_mq():
    receiver = zmq.Context().socket(zmq.PULL)
    while True:  # => event-driven
        send(receiver.recv_string())


async def rabbit(queue):
    async with queue.iterator() as messages:
        async for message in messages:  # => event-driven
            send(message.body.decode())


async def fastapi_socket(websocket):
    await websocket.accept()
    while True:  # => event-driven
        data = await websocket.receive_json()
        send(data["text"])


async def telegram_updates(bot: Bot):
    offset = 0
    while True:  # => event-driven
        for update in await bot.get_updates(offset=offset):  # => bounded
            offset = update.update_id + 1
            send(update.message.text)


class Worker:
    def __init__(self):
        self.queue = queue.Queue()
        self.running = True

    def run(self):
        while self.running:  # => event-driven
            send(self.queue.get())

    def run_through_helper(self):
        while True:  # => event-driven
            send(self.next_job())

    def next_job(self):
        return self.queue.get()
