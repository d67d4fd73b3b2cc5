"""A clerk that looks things up until the model says that it is done. It works, and nobody knows what it costs."""

from datetime import datetime

from anthropic import Anthropic

client = Anthropic()

HANDBOOK = f"""It is {datetime.now().isoformat()}.
You are the clerk of a repair shop. Answer questions about orders, parts and opening hours.
Look an order up before you say anything about it. Never promise a date that the order does not name.
Where a customer is upset, say sorry once, then say what happens next and when.
Prices include taxes. Parts that are not in stock take five working days.
Answer in the language of the question, in at most four sentences.
"""

TOOLS = [
    {
        "name": "find_order",
        "description": "Finds an order by its number, or by the name of the customer.",
        "input_schema": {"type": "object", "properties": {"query": {"type": "string"}}, "required": ["query"]},
    }
]


def answer(question: str) -> str:
    messages = [{"role": "user", "content": question}]
    while True:
        response = client.messages.create(
            model="claude-sonnet-5-5",
            max_tokens=800,
            system=HANDBOOK,
            tools=TOOLS,
            messages=messages,
        )
        messages.append({"role": "assistant", "content": response.content})
        if response.stop_reason != "tool_use":
            return response.content[0].text
        messages.append({"role": "user", "content": [look_up(block) for block in response.content if block.type == "tool_use"]})


def look_up(block):
    return {"type": "tool_result", "tool_use_id": block.id, "content": f"Order {block.input['query']}: ready on Friday."}


print(answer("Is the bicycle of Mrs. Adeyemi ready?"))
