from browser_use import Agent, Browser, ChatOpenAI

llm = ChatOpenAI(model="gpt-5-mini")


async def runs(text: str):
    agent = Agent(task=text, llm=llm, browser=Browser())
    await agent.run()
    # ^ run run model=gpt-5-mini bound=bounded max=500
    await Agent(text, llm).run(max_steps=10)
    # ^ run run model=gpt-5-mini bound=bounded max=10


# Nothing below asks a model.
async def decoys(agent):
    await agent.close()
