"""Several answers, of which one is used."""

from openai import OpenAI

client = OpenAI()


def title(text):
    response = client.chat.completions.create(
        model="gpt-5.4",
        max_completion_tokens=100,
        messages=[{"role": "user", "content": f"A title for: {text}"}],
    )
    return response.choices[0].message.content


def title_at_once(text):
    return (
        client.chat.completions.create(
            model="gpt-5.4", max_completion_tokens=100, messages=[{"role": "user", "content": text}]
        )
        .choices[0]
        .message.content
    )
