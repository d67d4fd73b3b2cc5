"""Passages that stand twice in a request."""

from openai import OpenAI

client = OpenAI()

RULES = """Answer in the language of the customer, and never in more than two short paragraphs.
Never quote a price from memory: look it up, and say so when the tool returns nothing at all.
Refunds above fifty euros go to a person, with the order number on the first line.
"""

REVIEW_PROMPT = """You check the answers of a support assistant before they are sent.
Reply with one word, PASS or FAIL, on a line of its own, before anything else.
Give the reason in one sentence behind it, in the words of the rule that was broken.

An answer fails when it promises a date, names a price, or speaks of other shops.

"""


def rules_twice(question):
    return client.chat.completions.create(
        model="gpt-5.4",
        max_completion_tokens=300,
        messages=[
            {"role": "system", "content": f"You are a support assistant.\n{RULES}"},
            {"role": "user", "content": f"{RULES}\n{question}"},
        ],
    )


def written_out_twice(question):
    return client.chat.completions.create(
        model="gpt-5.4",
        max_completion_tokens=300,
        messages=[
            {
                "role": "system",
                "content": """You are a support assistant of a shop for outdoor furniture, friendly and exact.
Never quote an order, a price, a delivery date or a stock level from memory, and never estimate one.
Look up orders, deliveries and stock with your tools before you say anything about them.
""",
            },
            {
                "role": "user",
                "content": f"""{question}
""",
            },
        ],
    )


def review(answer):
    return client.responses.create(model="gpt-5.4", max_output_tokens=60, instructions=REVIEW_PROMPT, input=answer)


def once(question):
    return client.chat.completions.create(
        model="gpt-5.4",
        max_completion_tokens=300,
        messages=[{"role": "system", "content": RULES}, {"role": "user", "content": question}],
    )


def two_requests(question):
    first = client.responses.create(model="gpt-5.4", max_output_tokens=60, instructions=RULES, input=question)
    return client.responses.create(model="gpt-5.4", max_output_tokens=60, instructions=RULES, input=first.output_text)


def short_forms(first, second):
    return client.responses.create(
        model="gpt-5.4",
        max_output_tokens=60,
        input=f"""Which of the two is better?

<answer>
{first}
</answer>

<answer>
{second}
</answer>
""",
    )

EXAMPLE_PROMPT = """Change the test that fails, and answer with the file as it is then.

Before:

class TestInvoices(unittest.TestCase):
    def setUp(self):
        self.invoices = Invoices(currency="EUR", rounding=Rounding.HALF_EVEN)
        self.customer = Customer(number="LL00000001", country="DE", vat="DE123456789")

    def test_total(self):
        self.assertEqual(self.invoices.total(self.customer), 0)

After:

class TestInvoices(unittest.TestCase):
    def setUp(self):
        self.invoices = Invoices(currency="EUR", rounding=Rounding.HALF_EVEN)
        self.customer = Customer(number="LL00000001", country="DE", vat="DE123456789")

    def test_total(self):
        self.assertEqual(self.invoices.total(self.customer), 1)
"""


def code_before_and_after(failure):
    return client.responses.create(model="gpt-5.4", max_output_tokens=300, instructions=EXAMPLE_PROMPT, input=failure)

def rules_twice_for_all(question, tone):
    return client.chat.completions.create(
        model="gpt-5.4",
        max_completion_tokens=300,
        messages=[
            {"role": "system", "content": f"Sound {tone}.\n{RULES}"},
            {"role": "user", "content": f"{RULES}\n{question}"},
        ],
    )


def one_of_them(question):
    return rules_twice_for_all(question, "friendly")
