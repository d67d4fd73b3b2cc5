import anthropic
from anthropic import AI_PROMPT, HUMAN_PROMPT, Anthropic, AnthropicBedrock, AsyncAnthropicVertex

client = Anthropic(max_retries=1)


def answer(text: str):
    client.messages.create(model="claude-sonnet-4-5", max_tokens=100, system="Be brief.", messages=[{"role": "user", "content": text}])
    # ^ call messages.create model=claude-sonnet-4-5 cap=100 retries=1 parts=system,user
    with client.messages.stream(model="claude-haiku-4-5", max_tokens=50, messages=[]) as stream:
        # ^ call messages.stream model=claude-haiku-4-5 cap=50
        stream.until_done()
    AnthropicBedrock().messages.create(model="anthropic.claude-3-haiku-20240307-v1:0", max_tokens=5, messages=[])
    # ^ call messages.create host=bedrock
    client.beta.messages.tool_runner(model="claude-sonnet-4-5", max_tokens=9, messages=[], tools=[])
    # ^ run beta.messages.tool_runner bound=unbounded
    client.completions.create(model="claude-2", max_tokens_to_sample=7, prompt=f"{HUMAN_PROMPT} {text}{AI_PROMPT}")
    # ^ call completions.create model=claude-2 cap=7
    anthropic.Client("key").completion(model="claude-v1", max_tokens_to_sample=8, prompt=text)
    # ^ call completion model=claude-v1 cap=8
    return client.messages.count_tokens(model="claude-sonnet-4-5", messages=[])
    # ^ count messages.count_tokens model=claude-sonnet-4-5


async def later():
    return await AsyncAnthropicVertex(region="r", project_id="p").messages.create(model="claude-3-5-haiku@20241022", max_tokens=6, messages=[])
    # ^ call messages.create host=vertex


# Nothing below asks a model.
client.models.list()
