import dspy

lm = dspy.LM("openai/gpt-5", max_tokens=500)
dspy.configure(lm=lm)
answer = dspy.ChainOfThought("question -> answer")


class Rag(dspy.Module):
    def __init__(self):
        self.respond = dspy.Predict("context, question -> answer")

    def forward(self, question: str):
        return self.respond(context=[], question=question)
        # ^ call predictor()


def asks(text: str, tools, trainset):
    lm(text)
    # ^ call model() model=openai/gpt-5 cap=500
    lm(messages=[{"role": "user", "content": text}])
    # ^ call model() parts=user
    answer(question=text)
    # ^ call predictor() model=openai/gpt-5
    dspy.Predict("question -> answer").batch([])
    # ^ call batch
    dspy.ReAct("question -> answer", tools=tools)(question=text)
    # ^ run react() bound=bounded max=20
    dspy.ReAct("question -> answer", tools, max_iters=4)(question=text)
    # ^ run react() bound=bounded max=4
    dspy.MIPROv2(metric=len).compile(answer, trainset=trainset)
    # ^ run compile


# Nothing below asks a model.
def decoys():
    dspy.Example(question="a", answer="b").with_inputs("question")
    answer.save("program.json")
