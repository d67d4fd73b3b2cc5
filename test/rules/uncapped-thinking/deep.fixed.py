"""Thinking without a limit."""

from google import genai
from google.genai import types
from openai import OpenAI

client = OpenAI()
gemini = genai.Client()


def solve(task):
    response = client.responses.create(
        model="gpt-5.4",
        reasoning={"effort": "high"},
        input=task,
        max_output_tokens=8192,
    )
    return response.output_text


def solve_in_chat(task):
    response = client.chat.completions.create(
        model="gpt-5.4",
        reasoning_effort="high",
        messages=[{"role": "user", "content": task}],
        max_completion_tokens=8192,
    )
    return response.choices[0].message.content


def as_long_as_it_likes(task):
    response = gemini.models.generate_content(
        model="gemini-3.5-flash",
        contents=task,
        config=types.GenerateContentConfig(thinking_config=types.ThinkingConfig(thinking_budget=-1)),
    )
    return response.text
