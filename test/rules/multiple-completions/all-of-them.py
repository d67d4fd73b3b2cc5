"""Several answers, all of them looked at, or one."""

from openai import OpenAI

client = OpenAI()


def titles(text):
    response = client.chat.completions.create(
        model="gpt-5.4",
        max_completion_tokens=100,
        n=3,
        messages=[{"role": "user", "content": f"A title for: {text}"}],
    )
    return [choice.message.content for choice in response.choices]


def title(text):
    response = client.chat.completions.create(
        model="gpt-5.4",
        max_completion_tokens=100,
        n=1,
        messages=[{"role": "user", "content": f"A title for: {text}"}],
    )
    return response.choices[0].message.content


def best(text, score):
    response = client.chat.completions.create(
        model="gpt-5.4",
        max_completion_tokens=100,
        n=3,
        messages=[{"role": "user", "content": f"A title for: {text}"}],
    )
    print(response.choices[0].message.content)
    return max(response.choices, key=score)
