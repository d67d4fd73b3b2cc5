// Small programs that the protocol tests open.

export const loopingAgent = `from anthropic import Anthropic

client = Anthropic()

SYSTEM = """You are a careful clerk at a repair shop. Answer questions about orders."""


def answer(question, tools):
    messages = [{"role": "user", "content": question}]
    while True:
        response = client.messages.create(
            model="claude-sonnet-4-5",
            max_tokens=1000,
            system=SYSTEM,
            tools=tools,
            messages=messages,
        )
        messages.append({"role": "assistant", "content": response.content})
        if response.stop_reason != "tool_use":
            return response
        messages.append({"role": "user", "content": run(response)})
`;

export const oneCall = `from anthropic import Anthropic

client = Anthropic()
print(client.messages.create(model="claude-sonnet-4-5", max_tokens=50, messages=[{"role": "user", "content": "Name three rivers."}]))
`;

export const plainPython = `def total(rows):
    return sum(row["amount"] for row in rows)
`;
