import json

import boto3

runtime = boto3.client("bedrock-runtime", region_name="us-east-1")
named = boto3.Session(profile_name="p").client(service_name="bedrock-runtime")
storage = boto3.client("s3")


def converse(text: str) -> str:
    answer = runtime.converse(
        # ^ call converse model=anthropic.claude-3-5-sonnet-20241022-v2:0 cap=700 provider=aws host=bedrock tools=1 parts=tools,system,user
        modelId="anthropic.claude-3-5-sonnet-20241022-v2:0",
        system=[{"text": "Be brief."}],
        messages=[{"role": "user", "content": [{"text": text}]}],
        inferenceConfig={"maxTokens": 700, "temperature": 0},
        toolConfig={"tools": [{"toolSpec": {"name": "find", "description": "Finds.", "inputSchema": {"json": {"type": "object"}}}}]},
    )
    return answer["output"]["message"]["content"][0]["text"]


def stream(text: str):
    return named.converse_stream(modelId="amazon.nova-lite-v1:0", messages=[{"role": "user", "content": [{"text": text}]}])["stream"]
    # ^ call converse_stream model=amazon.nova-lite-v1:0 cap=absent host=bedrock


class Adapter:
    def __init__(self, region: str):
        self.client = boto3.client(service_name="bedrock-runtime", region_name=region)
        self.model = "anthropic.claude-3-haiku-20240307-v1:0"

    def ask(self, prompt: str, max_tokens: int = 1000):
        body = json.dumps({"anthropic_version": "bedrock-2023-05-31", "max_tokens": max_tokens, "messages": [{"role": "user", "content": prompt}]})
        return self.client.invoke_model(modelId=self.model, body=body, accept="application/json")
        # ^ call invoke_model model=anthropic.claude-3-haiku-20240307-v1:0 cap=1000 parts=user text={prompt}

    def llama(self, prompt: str):
        body = {"prompt": prompt, "max_gen_len": 512}
        return self.client.invoke_model_with_response_stream(modelId="meta.llama3-70b-instruct-v1:0", body=json.dumps(body).encode("utf-8"))
        # ^ call invoke_model_with_response_stream model=meta.llama3-70b-instruct-v1:0 cap=512

    def fixed(self):
        return self.client.invoke_model(modelId="amazon.titan-text-express-v1", body=json.dumps({"inputText": "Hello", "textGenerationConfig": {"maxTokenCount": 64}}))
        # ^ call invoke_model model=amazon.titan-text-express-v1 cap=64 text=Hello

    def vector(self, text: str):
        return self.client.invoke_model(modelId="amazon.titan-embed-text-v2:0", body=json.dumps({"inputText": text}))
        # ^ embed invoke_model model=amazon.titan-embed-text-v2:0

    def picture(self, text: str):
        return self.client.invoke_model(modelId="amazon.nova-canvas-v1:0", body=json.dumps({"taskType": "TEXT_IMAGE", "textToImageParams": {"text": text}}))


def untyped(client, text: str):
    return client.converse(modelId="amazon.nova-pro-v1:0", messages=[{"role": "user", "content": [{"text": text}]}])
    # ^ call converse model=amazon.nova-pro-v1:0


# Nothing below asks a model.
storage.put_object(Bucket="b", Key="k", Body="x")
boto3.client("bedrock").list_foundation_models()
