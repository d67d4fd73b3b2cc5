from guidance import assistant, gen, models, user

lm = models.OpenAI("gpt-4o-mini")


def asks(text: str):
    with user():
        answer = lm + text
    with assistant():
        answer += gen("reply", max_tokens=20)
        # ^ call gen cap=20
    return answer["reply"]


# Nothing below asks a model.
def decoys(text: str):
    return lm + text
