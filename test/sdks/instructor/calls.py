import anthropic
import instructor
from openai import AsyncOpenAI, OpenAI
from pydantic import BaseModel


class User(BaseModel):
    name: str


client = instructor.from_openai(OpenAI())
patched = instructor.patch(AsyncOpenAI())
claude = instructor.from_anthropic(anthropic.Anthropic())
gemini = instructor.from_gemini(client=None)
any_client = instructor.from_provider("openai/gpt-5-mini")


async def asks(text: str):
    client.chat.completions.create(model="gpt-5", response_model=User, max_retries=4, messages=[{"role": "user", "content": text}])
    # ^ call chat.completions.create model=gpt-5 cap=absent provider=openai parts=user
    client.chat.completions.create_with_completion(model="gpt-5", response_model=User, messages=[], max_tokens=50)
    # ^ call chat.completions.create_with_completion model=gpt-5 cap=50
    await patched.chat.completions.create(model="gpt-5", response_model=User, messages=[])
    # ^ call chat.completions.create model=gpt-5
    claude.messages.create(model="claude-sonnet-4-5", max_tokens=100, response_model=User, messages=[])
    # ^ call messages.create model=claude-sonnet-4-5 cap=100 provider=anthropic
    any_client.create(response_model=User, messages=[])
    # ^ call create model=openai/gpt-5-mini
    gemini.create_partial(response_model=User, messages=[])
    # ^ call create_partial provider=google


# Nothing below asks a model.
def decoys(session, text: str):
    session.create(User(name=text))
    instructor.Mode.JSON
