from genkit import Genkit
from genkit.plugins.google_genai import GoogleAI

ai = Genkit(plugins=[GoogleAI()], model="googleai/gemini-2.5-flash")


async def asks(text: str):
    await ai.generate(prompt=text)
    # ^ call generate model=googleai/gemini-2.5-flash
    await ai.generate(model="googleai/gemini-2.5-pro", prompt="Hello", max_turns=3)
    # ^ call generate model=googleai/gemini-2.5-pro bound=bounded max=3 parts=user
    await ai.embed(embedder="googleai/text-embedding-004", content=text)
    # ^ embed embed


# Nothing below asks a model.
def decoys(report):
    report.generate("a")
