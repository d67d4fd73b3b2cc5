"""Thinking that something limits, or that nobody asked for."""

import anthropic
from google import genai
from google.genai import types
from openai import OpenAI

client = OpenAI()
claude = anthropic.Anthropic()
gemini = genai.Client()
local = OpenAI(base_url="http://localhost:11434/v1")


def capped(task):
    response = client.responses.create(model="gpt-5.4", reasoning={"effort": "high"}, max_output_tokens=8000, input=task)
    return response.output_text


def briefly(task):
    response = client.responses.create(model="gpt-5.4", reasoning={"effort": "low"}, max_output_tokens=8000, input=task)
    return response.output_text


def with_a_budget(task):
    response = gemini.models.generate_content(
        model="gemini-3.5-flash",
        contents=task,
        config=types.GenerateContentConfig(
            max_output_tokens=4000, thinking_config=types.ThinkingConfig(thinking_budget=1024)
        ),
    )
    return response.text


def the_vendor_asks_for_a_cap(task):
    message = claude.messages.create(
        model="claude-opus-5",
        max_tokens=16000,
        thinking={"type": "adaptive"},
        messages=[{"role": "user", "content": task}],
    )
    return message.content


def on_our_own_machine(task):
    response = local.chat.completions.create(
        model="qwen3", reasoning_effort="high", messages=[{"role": "user", "content": task}]
    )
    return response.choices[0].message.content


def effort_from_elsewhere(task, effort, limit):
    response = client.responses.create(model="gpt-5.4", reasoning={"effort": effort}, max_output_tokens=limit, input=task)
    return response.output_text
