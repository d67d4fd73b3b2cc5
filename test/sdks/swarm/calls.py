from swarm import Agent, Swarm

client = Swarm()
agent = Agent(name="helper", instructions="You help.", model="gpt-4o")


def runs(messages):
    client.run(agent=agent, messages=messages)
    # ^ run run model=gpt-4o bound=unbounded
    client.run(agent, messages, max_turns=3)
    # ^ run run model=gpt-4o bound=bounded max=3
    client.run(agent=agent, messages=messages, model_override="gpt-4o-mini", max_turns=float("inf"))
    # ^ run run model=gpt-4o-mini bound=unbounded


# Nothing below asks a model.
def decoys(app):
    app.run()
