"""Calls for each of many: pools, tasks, tables, and the functions that run what they are given."""
import asyncio
import multiprocessing
from concurrent.futures import ThreadPoolExecutor, as_completed
from itertools import starmap
from multiprocessing.pool import ThreadPool

import anyio
from joblib import Parallel, delayed
from openai import AsyncOpenAI, OpenAI
from tqdm.asyncio import tqdm_asyncio
from tqdm.contrib.concurrent import thread_map

client = OpenAI()
later = AsyncOpenAI()


def send(text):
    return client.chat.completions.create(model="gpt-5-mini", max_completion_tokens=300, messages=[{"role": "user", "content": text}])


async def send_later(text):
    return await later.chat.completions.create(model="gpt-5-mini", max_completion_tokens=300, messages=[{"role": "user", "content": text}])


def thread_pool(items):
    with ThreadPoolExecutor(8) as executor:
        return list(executor.map(send, items))  # => bounded


def submitted(items):
    with ThreadPoolExecutor(8) as executor:
        futures = [executor.submit(send, item) for item in items]  # => bounded
        return [future.result() for future in as_completed(futures)]


def submitted_by_future(items):
    with ThreadPoolExecutor(8) as executor:
        futures = {executor.submit(send, item): item for item in items}  # => bounded
        for future in as_completed(futures):
            print(futures[future], future.result())


def submitted_one_by_one(items):
    with ThreadPoolExecutor(8) as executor:
        for item in items:  # => bounded
            executor.submit(send, item)


def process_pool(items):
    with multiprocessing.Pool(4) as pool:
        for answer in pool.imap_unordered(send, items):  # => bounded
            print(answer)


def starred(pairs):
    with ThreadPool(4) as pool:
        pool.starmap(send, pairs)  # => bounded
    return list(starmap(send, pairs))  # => bounded


async def as_they_come(items):
    for answer in asyncio.as_completed([send_later(item) for item in items]):  # => bounded
        print(await answer)


async def task_group(items):
    async with asyncio.TaskGroup() as group:
        for item in items:  # => bounded
            group.create_task(send_later(item))


async def nursery(items):
    async with anyio.create_task_group() as group:
        for item in items:  # => bounded
            group.start_soon(send_later, item)


def jobs(items):
    return Parallel(n_jobs=4)(delayed(send)(item) for item in items)  # => bounded


def mapped(items):
    return list(map(send, items))  # => bounded


def with_threads(items):
    return thread_map(send, items, max_workers=4)  # => bounded


def rows(table):
    table["answer"] = table["text"].apply(send)  # => bounded
    table["second"] = table["text"].progress_apply(lambda text: send(text))  # => bounded


async def with_progress(items):
    return await tqdm_asyncio.gather(*(send_later(item) for item in items))  # => bounded


async def answers_of(items):
    for item in items:  # => bounded
        yield await send_later(item)


async def in_executor(items):
    loop = asyncio.get_running_loop()
    return await asyncio.gather(*[loop.run_in_executor(None, send, item) for item in items])  # => bounded
