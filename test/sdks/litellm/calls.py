import litellm
from litellm import Router, acompletion, completion

MODEL = "anthropic/claude-3-5-haiku-latest"
router = Router(model_list=[{"model_name": "gpt-4o", "litellm_params": {"model": "azure/gpt-4o"}}])


def answer(text: str) -> str:
    return completion(model=MODEL, messages=[{"role": "user", "content": text}], max_tokens=90, num_retries=3).choices[0].message.content
    # ^ call completion model=anthropic/claude-3-5-haiku-latest cap=90 retries=3 parts=user


async def later(text: str):
    return await acompletion("gpt-4o-mini", [{"role": "user", "content": text}])
    # ^ call acompletion model=gpt-4o-mini cap=absent parts=user


def inside(text: str):
    from litellm import completion as ask

    return ask(model="gpt-4-turbo", messages=[{"role": "user", "content": text}])
    # ^ call completion model=gpt-4-turbo


def whole(text: str):
    litellm.text_completion(model="gpt-3.5-turbo-instruct", prompt=text, max_tokens=7)
    # ^ call text_completion model=gpt-3.5-turbo-instruct cap=7
    litellm.responses(model="openai/gpt-5-mini", input=text, max_output_tokens=8)
    # ^ call responses model=openai/gpt-5-mini cap=8
    litellm.batch_completion(model="gpt-4o", messages=[[{"role": "user", "content": text}]])
    # ^ call batch_completion model=gpt-4o
    return router.completion(model="gpt-4o", messages=[{"role": "user", "content": text}])
    # ^ call completion model=gpt-4o


def sizes(text: str):
    litellm.embedding(model="text-embedding-3-small", input=[text])
    # ^ embed embedding model=text-embedding-3-small
    return litellm.token_counter(model=MODEL, text=text)
    # ^ count token_counter model=anthropic/claude-3-5-haiku-latest


# Nothing below asks a model.
litellm.completion_cost(completion_response={})
litellm.get_max_tokens(MODEL)


def completion_of(task):
    return task.completion(model="x")
