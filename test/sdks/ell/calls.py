import ell


@ell.simple(model="gpt-4o-mini", max_tokens=50)
def greet(name: str):
    """You greet people."""
    return f"Greet {name}."


@ell.tool()
def search(query: str) -> str:
    return query


def asks(name: str):
    return greet(name)
    # ^ call greet model=gpt-4o-mini cap=50


# Nothing below asks a model.
def decoys(text: str):
    return search(text)
