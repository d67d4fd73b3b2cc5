from crewai import LLM, Agent, Crew, Process, Task
from crewai.flow.flow import Flow, listen, start
from crewai.project import CrewBase, agent, crew, task

llm = LLM(model="openai/gpt-5", max_tokens=300)
writer = Agent(role="Writer", goal="Write.", backstory="Writes.", llm=llm, max_iter=4)
write = Task(description="Write about {topic}.", expected_output="Text.", agent=writer)
plain = Crew(agents=[writer], tasks=[write], process=Process.sequential)


@CrewBase
class Newsroom:
    agents_config = "config/agents.yaml"
    tasks_config = "config/tasks.yaml"

    @agent
    def writer(self) -> Agent:
        return Agent(config=self.agents_config["writer"], llm=llm)

    @task
    def write(self) -> Task:
        return Task(config=self.tasks_config["write"])

    @crew
    def crew(self) -> Crew:
        return Crew(agents=self.agents, tasks=self.tasks)


class NewsFlow(Flow):
    @start()
    def begin(self):
        return Newsroom().crew().kickoff(inputs={"topic": "rain"})
        # ^ run kickoff bound=bounded max=25

    @listen(begin)
    def end(self, text):
        print(text)


async def runs():
    plain.kickoff(inputs={"topic": "sun"})
    # ^ run kickoff model=openai/gpt-5 cap=300 bound=bounded max=4
    await Newsroom().crew().kickoff_async(inputs={})
    # ^ run kickoff_async bound=bounded max=25
    plain.kickoff_for_each(inputs=[{"topic": "a"}, {"topic": "b"}])
    # ^ run kickoff_for_each
    NewsFlow().kickoff()
    # ^ run kickoff bound=bounded max=100
    writer.kickoff("Write one line.")
    # ^ run kickoff model=openai/gpt-5 bound=bounded max=4
    llm.call("Hello")
    # ^ call call model=openai/gpt-5 cap=300 parts=user


# Nothing below asks a model.
def kickoff():
    return "started"


def decoys():
    kickoff()
    NewsFlow().plot()
