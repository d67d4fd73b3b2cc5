import replicate
from huggingface_hub import AsyncInferenceClient, InferenceClient
from ibm_watsonx_ai.foundation_models import ModelInference

client = InferenceClient("meta-llama/Llama-3.3-70B-Instruct")
watson = ModelInference(model_id="ibm/granite-3-8b-instruct", params={"max_new_tokens": 150}, project_id="p")


def chat(text: str):
    return client.chat_completion([{"role": "user", "content": text}], max_tokens=60)
    # ^ call chat_completion model=meta-llama/Llama-3.3-70B-Instruct cap=60 sdk=huggingface parts=user


def like_openai(text: str):
    return client.chat.completions.create(model="Qwen/Qwen2.5-72B-Instruct", messages=[{"role": "user", "content": text}])
    # ^ call chat.completions.create model=Qwen/Qwen2.5-72B-Instruct cap=absent sdk=huggingface


async def text(prompt: str):
    return await AsyncInferenceClient(model="mistralai/Mistral-7B-Instruct-v0.3").text_generation(prompt, max_new_tokens=30)
    # ^ call text_generation model=mistralai/Mistral-7B-Instruct-v0.3 cap=30


def ask_watson(prompt: str):
    watson.generate_text(prompt=prompt)
    # ^ call generate_text model=ibm/granite-3-8b-instruct cap=150 sdk=watsonx
    return watson.chat(messages=[{"role": "user", "content": prompt}], params={"max_tokens": 20})
    # ^ call chat model=ibm/granite-3-8b-instruct cap=20


def run(prompt: str):
    return replicate.run("meta/meta-llama-3-70b-instruct", input={"prompt": prompt, "max_tokens": 40, "system_prompt": "Be brief."})
    # ^ call run model=meta/meta-llama-3-70b-instruct cap=40 sdk=replicate parts=system,user


def vector(text: str):
    return client.feature_extraction(text, model="intfloat/e5-large")
    # ^ embed feature_extraction model=intfloat/e5-large


# Nothing below asks a language model.
client.text_to_image("a cat")
replicate.run("black-forest-labs/flux-schnell", input={"prompt": "a cat"})
