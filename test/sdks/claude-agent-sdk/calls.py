from claude_agent_sdk import ClaudeAgentOptions, ClaudeSDKClient, query

options = ClaudeAgentOptions(model="claude-sonnet-4-5", system_prompt="You fix.", max_turns=5)


async def runs(text: str):
    async for message in query(prompt=text, options=options):
        # ^ run query model=claude-sonnet-4-5 bound=bounded max=5
        print(message)
    async for message in query(prompt=text):
        # ^ run query bound=unbounded
        print(message)
    async for message in query(prompt=text, options=ClaudeAgentOptions(max_turns=0)):
        # ^ run query bound=unbounded
        print(message)
    async with ClaudeSDKClient(options=options) as client:
        await client.query(text)
        # ^ run query model=claude-sonnet-4-5 bound=bounded max=5
        async for message in client.receive_response():
            print(message)


# Nothing below asks a model.
def decoys(database, text: str):
    return database.query(text)
