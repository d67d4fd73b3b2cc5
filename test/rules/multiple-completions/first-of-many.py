"""Several answers, of which one is used."""

from openai import OpenAI

client = OpenAI()


def title(text):
    response = client.chat.completions.create(
        model="gpt-5.4",
        max_completion_tokens=100,
        n=3,
        # ~~~ multiple-completions: 3 answers are asked for, and only the first is
        messages=[{"role": "user", "content": f"A title for: {text}"}],
    )
    return response.choices[0].message.content


def title_at_once(text):
    return (
        client.chat.completions.create(
            model="gpt-5.4", max_completion_tokens=100, messages=[{"role": "user", "content": text}], n=2
                                                                                                      # ~~~ multiple-completions: 2 answers are asked for, and only the first is
        )
        .choices[0]
        .message.content
    )
