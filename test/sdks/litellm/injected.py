# Code that is given its imports when it runs: a name that nothing binds is the package of that name.
@register(imports=["litellm"])
def answer(text: str) -> str:
    return litellm.completion(model="gpt-4-turbo", messages=[{"role": "user", "content": text}], max_tokens=1500)
    # ^ call completion model=gpt-4-turbo cap=1500
