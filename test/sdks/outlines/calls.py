import openai
import outlines
from outlines import Generator

model = outlines.from_openai(openai.OpenAI(), "gpt-5-mini")


def asks(text: str):
    model(text, int, max_tokens=5)
    # ^ call model() model=gpt-5-mini cap=5
    generator = Generator(model, int)
    generator(text)
    # ^ call generator() model=gpt-5-mini
    model.batch([text])
    # ^ call batch model=gpt-5-mini
    outlines.generate.choice(outlines.models.openai("gpt-4o"), ["a", "b"])(text)
    # ^ call generator() model=gpt-4o


# Nothing below asks a model.
def decoys(text: str):
    outlines.Template.from_string("Hello {{ name }}")(name=text)
