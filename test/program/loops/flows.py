"""Methods that events start: the event that leads back is the loop."""
from crewai import Agent, Crew, Task
from crewai.flow.flow import Flow, listen, or_, router, start
from openai import OpenAI
from pydantic import BaseModel

client = OpenAI()


class Draft(BaseModel):
    text: str = ""
    tries: int = 0


def ask(text):
    return client.chat.completions.create(model="gpt-5-mini", max_completion_tokens=300, messages=[{"role": "user", "content": text}])


class Counted(Flow[Draft]):
    @start("again")
    def write(self):
        self.state.text = ask("Write").choices[0].message.content

    @router(write)
    def review(self):
        if self.state.tries > 3:
            return "enough"
        self.state.tries += 1
        if "good" in ask(self.state.text).choices[0].message.content:
            return "done"
        return "again"  # => bounded 3

    @listen(or_("done", "enough"))
    def save(self):
        print(self.state.text)


class Uncounted(Flow):
    @start()
    def write(self):
        return ask("Write")

    @listen(or_(write, "again"))
    def improve(self):
        return ask("Improve")

    @router(improve)
    def review(self):
        if "good" in ask("Review").choices[0].message.content:
            return "done"
        return "again"  # => bounded 100


class Straight(Flow):
    @start()
    def write(self):
        return ask("Write")

    @listen(write)
    def improve(self):
        return ask("Improve")
