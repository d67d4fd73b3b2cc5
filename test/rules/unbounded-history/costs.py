"""Conversations that grow with every turn."""

from openai import OpenAI

client = OpenAI()


def chat():
    messages = [{"role": "system", "content": "You are a support assistant."}]
    while True:
        messages.append({"role": "user", "content": input("> ")})
        reply = client.chat.completions.create(
              # ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unbounded-history: sent in full each time
            model="gpt-5.4",
            max_completion_tokens=300,
            messages=messages,
        )
        messages.append({"role": "assistant", "content": reply.choices[0].message.content})


def last_turns():
    messages = []
    while True:
        messages.append({"role": "user", "content": input("> ")})
        reply = client.chat.completions.create(
            model="gpt-5.4", max_completion_tokens=300, messages=messages[-10:]
        )
        messages.append({"role": "assistant", "content": reply.choices[0].message.content})


def trimmed():
    messages = []
    while True:
        messages.append({"role": "user", "content": input("> ")})
        if len(messages) > 20:
            messages = messages[-20:]
        reply = client.chat.completions.create(model="gpt-5.4", max_completion_tokens=300, messages=messages)
        messages.append({"role": "assistant", "content": reply.choices[0].message.content})


def one_question_at_a_time():
    while True:
        question = input("> ")
        reply = client.chat.completions.create(
            model="gpt-5.4", max_completion_tokens=300, messages=[{"role": "user", "content": question}]
        )
        print(reply.choices[0].message.content)


def ten_steps(task, run):
    messages = [{"role": "user", "content": task}]
    for _ in range(10):
        reply = client.chat.completions.create(model="gpt-5.4", max_completion_tokens=300, messages=messages)
        messages.append({"role": "assistant", "content": reply.choices[0].message.content})
        messages.append({"role": "user", "content": run(reply)})
