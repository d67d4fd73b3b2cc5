from llama_cpp import Llama
from vllm import LLM, SamplingParams

model = Llama(model_path="./model.gguf")
engine = LLM(model="meta-llama/Llama-3.1-8B-Instruct")


def answer(text: str):
    return model.create_chat_completion(messages=[{"role": "user", "content": text}], max_tokens=32)
    # ^ call create_chat_completion model=./model.gguf cap=32 host=local


def plain(text: str):
    return model(text, max_tokens=16)
    # ^ call create_completion model=./model.gguf cap=16 host=local


def batch(texts: list[str]):
    return engine.generate(texts, SamplingParams(max_tokens=64))
    # ^ call generate model=meta-llama/Llama-3.1-8B-Instruct cap=64 host=local


def talk(text: str):
    return engine.chat([{"role": "user", "content": text}])
    # ^ call chat model=meta-llama/Llama-3.1-8B-Instruct cap=absent host=local
