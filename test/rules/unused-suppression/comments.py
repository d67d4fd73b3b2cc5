"""Comments that ignore, and comments that ignore nothing."""

from openai import OpenAI

client = OpenAI()


def needed(question):
    return client.responses.create(model="gpt-5.4", input=question)  # lineitem: ignore LI201 -- essays may be long


def needed_by_name(question):
    # lineitem: ignore missing-output-cap -- essays may be long
    return client.responses.create(
        model="gpt-5.4",
        input=question,
    )


def needed_inside(question):
    return client.responses.create(  # lineitem: ignore LI201
        model="gpt-5.4",
        input=question,
    )


# lineitem: ignore LI201 -- everything in here writes essays
def needed_for_a_whole_function(question):
    print("asking")
    return client.responses.create(model="gpt-5.4", input=question)


def needless(question):
    return client.responses.create(model="gpt-5.4", max_output_tokens=300, input=question)  # lineitem: ignore LI201
                                                                                        # ~~~~~~~~~~~~~~~~~~~~~~~ unused-suppression: Nothing to ignore here for LI201


def half_needed(question):
    return client.responses.create(model="gpt-5.4", input=question)  # lineitem: ignore LI301, LI201 -- essays
                                                                 # ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unused-suppression: for LI301


def without_a_rule(question):
    return client.responses.create(model="gpt-5.4", max_output_tokens=300, input=question)  # lineitem: ignore
                                                                                        # ~~~~~~~~~~~~~~~~~ unused-suppression: names no rule
