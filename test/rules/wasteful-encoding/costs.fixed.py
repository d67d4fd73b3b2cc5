"""Texts that take more tokens than they have to."""

import base64
import json
import textwrap
from pathlib import Path

from openai import OpenAI

client = OpenAI()

EXAMPLE_PROMPT = """Sum up the orders of a customer. They look like this:

{"orders":[{"number":"LL00000001","lines":[{"article":"12.340","pieces":2,"price":249},{"article":"12.341","pieces":1,"price":899}],"paid":true},{"number":"LL00000002","lines":[{"article":"98.700","pieces":4,"price":29}],"paid":false}]}

Say how many are paid.
"""

PRICE_PROMPT = """The list of today:

| Article | Price | Where it stands |
| --- | --- | --- |
| Larch bench | 249 euros | in all stores |
| Robinia table | 899 euros | in the central store |
| Teak chair | 179 euros | in Lyon and in Turin |
| Steel frame | 99 euros | in the central store |
| Teak oil, half a litre | 19 euros | in all stores |
| Cushion, grey | 39 euros | in Lyon and in Turin |
| Cushion, green | 39 euros | in the central store |
| Cover for a bench | 59 euros | in all stores |
| Cover for a table | 89 euros | in the central store |
| Gas spring | 24 euros | in the central store |
| Rope, ten metres | 14 euros | in all stores |
| Feet, set of four | 9 euros | in all stores |
| Screws, set of fifty | 6 euros | in all stores |
| Robinia bench | 349 euros | in Lyon and in Turin |
| Grey oil, one litre | 29 euros | in all stores |

Never name another price.
"""

LOGO_PROMPT = """Say what this shows: pTyGJMuHbEL31IeL2HPcHyGcFRl1SPnXNYvMIHa/2o76umfXfKm/r5kJP1VrT+1FJors/6ILi8IHn5kxsC7tVO/HbkQfyy/KV5zjR3j1twdTKWTddB+XhkAS1voQG6yyzyN9zHYIa4UOrGNATMuDJawTgsu8PO+799nKSNrh9UCauSDmLhuVtcqcYezdZ/tDDj8hYs5suKcNd8Zra9A9sKPxZ9W3qLy7zKUVQDT7S8sTQCBNR3YbDgbleph1QHt61QTC4XATWS8PHp9NHfYjFM5DI4pZj59fhZ5R1Py4oJe2"""


def indented_source(question):
    return client.responses.create(
        model="gpt-5.4",
        max_output_tokens=300,
        instructions="""
You are the support assistant of a shop for outdoor furniture.
Answer in the language of the customer.
Never quote a price from memory.
Look up orders with your tools before you say anything.

Refunds above fifty euros go to a person.
Vouchers are given once for each order.
Legal questions go to a person as well.
Rule 1: say what happens next, who does it, and by when.
Rule 2: say what happens next, who does it, and by when.
Rule 3: say what happens next, who does it, and by when.
Rule 4: say what happens next, who does it, and by when.
Rule 5: say what happens next, who does it, and by when.
Rule 6: say what happens next, who does it, and by when.
Rule 7: say what happens next, who does it, and by when.
Rule 8: say what happens next, who does it, and by when.
Rule 9: say what happens next, who does it, and by when.
Rule 10: say what happens next, who does it, and by when.
Rule 11: say what happens next, who does it, and by when.
Rule 12: say what happens next, who does it, and by when.
Rule 13: say what happens next, who does it, and by when.
Rule 14: say what happens next, who does it, and by when.
Rule 15: say what happens next, who does it, and by when.
Rule 16: say what happens next, who does it, and by when.
Rule 17: say what happens next, who does it, and by when.
Rule 18: say what happens next, who does it, and by when.
Rule 19: say what happens next, who does it, and by when.
Rule 20: say what happens next, who does it, and by when.
Rule 21: say what happens next, who does it, and by when.
Rule 22: say what happens next, who does it, and by when.
Rule 23: say what happens next, who does it, and by when.
Rule 24: say what happens next, who does it, and by when.
Rule 25: say what happens next, who does it, and by when.
Rule 26: say what happens next, who does it, and by when.
Rule 27: say what happens next, who does it, and by when.
Rule 28: say what happens next, who does it, and by when.
Rule 29: say what happens next, who does it, and by when.
Rule 30: say what happens next, who does it, and by when.
Rule 31: say what happens next, who does it, and by when.
Rule 32: say what happens next, who does it, and by when.
Rule 33: say what happens next, who does it, and by when.
""",
        input=question,
    )


def indented_dump(orders):
    return client.responses.create(
        model="gpt-5.4", max_output_tokens=300, input=f"Sum up: {json.dumps(orders)}"
    )


def file_as_text(path):
    data = base64.b64encode(Path(path).read_bytes()).decode()
    return client.responses.create(model="gpt-5.4", max_output_tokens=300, input=f"What does this show? {data}")


def example(question):
    return client.responses.create(model="gpt-5.4", max_output_tokens=300, instructions=EXAMPLE_PROMPT, input=question)


def dedented(question):
    return client.responses.create(
        model="gpt-5.4",
        max_output_tokens=300,
        instructions=textwrap.dedent("""
            You are the support assistant of a shop for outdoor furniture.
            Answer in the language of the customer.
            Never quote a price from memory.
            Look up orders with your tools before you say anything.

            Refunds above fifty euros go to a person.
            Vouchers are given once for each order.
            Legal questions go to a person as well.
            Rule 1: say what happens next, who does it, and by when.
            Rule 2: say what happens next, who does it, and by when.
            Rule 3: say what happens next, who does it, and by when.
            Rule 4: say what happens next, who does it, and by when.
            Rule 5: say what happens next, who does it, and by when.
            Rule 6: say what happens next, who does it, and by when.
            Rule 7: say what happens next, who does it, and by when.
            Rule 8: say what happens next, who does it, and by when.
            Rule 9: say what happens next, who does it, and by when.
            Rule 10: say what happens next, who does it, and by when.
            Rule 11: say what happens next, who does it, and by when.
            Rule 12: say what happens next, who does it, and by when.
            Rule 13: say what happens next, who does it, and by when.
            Rule 14: say what happens next, who does it, and by when.
            Rule 15: say what happens next, who does it, and by when.
            Rule 16: say what happens next, who does it, and by when.
            Rule 17: say what happens next, who does it, and by when.
            Rule 18: say what happens next, who does it, and by when.
            Rule 19: say what happens next, who does it, and by when.
            Rule 20: say what happens next, who does it, and by when.
            Rule 21: say what happens next, who does it, and by when.
            Rule 22: say what happens next, who does it, and by when.
            Rule 23: say what happens next, who does it, and by when.
            Rule 24: say what happens next, who does it, and by when.
            Rule 25: say what happens next, who does it, and by when.
            Rule 26: say what happens next, who does it, and by when.
            Rule 27: say what happens next, who does it, and by when.
            Rule 28: say what happens next, who does it, and by when.
            Rule 29: say what happens next, who does it, and by when.
            Rule 30: say what happens next, who does it, and by when.
            Rule 31: say what happens next, who does it, and by when.
            Rule 32: say what happens next, who does it, and by when.
            Rule 33: say what happens next, who does it, and by when.
        """),
        input=question,
    )


def list_below_its_heading(question):
    return client.responses.create(
        model="gpt-5.4",
        max_output_tokens=300,
        instructions="""Follow these rules:
  - Answer in the language of the customer.
  - Never quote a price from memory.
  - Look up orders with your tools before you say anything.
""",
        input=question,
    )


def dense_dump(orders):
    return client.responses.create(model="gpt-5.4", max_output_tokens=300, input=f"Sum up: {json.dumps(orders)}")


def image_block(path):
    data = base64.b64encode(Path(path).read_bytes()).decode()
    return client.responses.create(
        model="gpt-5.4",
        max_output_tokens=300,
        input=[
            {
                "role": "user",
                "content": [
                    {"type": "input_text", "text": "What does this show?"},
                    {"type": "input_image", "image_url": f"data:image/png;base64,{data}"},
                ],
            }
        ],
    )


def code_in_the_prompt(question):
    return client.responses.create(
        model="gpt-5.4",
        max_output_tokens=300,
        instructions="""Write functions like this one:

def total(order):
    sum = 0
    for line in order.lines:
        sum += line.pieces * line.price
    return sum
""",
        input=question,
    )
