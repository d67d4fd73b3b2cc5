"""Images at a detail that makes them dear."""

from openai import OpenAI

client = OpenAI()


def high(url):
    return client.chat.completions.create(
        model="gpt-5.1",
        max_completion_tokens=300,
        messages=[
            {
                "role": "user",
                "content": [
                    {"type": "text", "text": "Is this a bench or a table?"},
                    {"type": "image_url", "image_url": {"url": url, "detail": "low"}},
                ],
            }
        ],
    )


def no_detail_on_a_small_model(url):
    return client.chat.completions.create(
        model="gpt-4o-mini",
        max_completion_tokens=300,
        messages=[
            {
                "role": "user",
                "content": [
                    {"type": "text", "text": "Is this a bench or a table?"},
                    {"type": "image_url", "image_url": {"url": url}},
                ],
            }
        ],
    )


def original(url):
    return client.responses.create(
        model="gpt-6.1-sol",
        max_output_tokens=300,
        input=[
            {
                "role": "user",
                "content": [
                    {"type": "input_text", "text": "Is this a bench or a table?"},
                    {"type": "input_image", "image_url": url, "detail": "original"},
                ],
            }
        ],
    )


def low(url):
    return client.chat.completions.create(
        model="gpt-5.1",
        max_completion_tokens=300,
        messages=[
            {
                "role": "user",
                "content": [
                    {"type": "text", "text": "Is this a bench or a table?"},
                    {"type": "image_url", "image_url": {"url": url, "detail": "low"}},
                ],
            }
        ],
    )


def no_detail(url):
    return client.responses.create(
        model="gpt-5.4",
        max_output_tokens=300,
        input=[{"role": "user", "content": [{"type": "input_image", "image_url": url}]}],
    )


def chosen_by_the_caller(url, detail):
    return client.responses.create(
        model="gpt-6.1-sol",
        max_output_tokens=300,
        input=[{"role": "user", "content": [{"type": "input_image", "image_url": url, "detail": detail}]}],
    )
