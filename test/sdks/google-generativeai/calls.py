import google.generativeai as genai
from google.generativeai.types import GenerationConfig

genai.configure(api_key="key")
writer = genai.GenerativeModel("gemini-1.5-pro", system_instruction="Write well.", generation_config={"max_output_tokens": 300})


def write(topic: str) -> str:
    return writer.generate_content(f"About {topic}").text
    # ^ call generate_content model=gemini-1.5-pro cap=300 sdk=google-generativeai text=Write_well.|About|{topic}


async def short(topic: str) -> str:
    model = genai.GenerativeModel(model_name="gemini-1.5-flash")
    answer = await model.generate_content_async([topic, "In one line."], generation_config=GenerationConfig(max_output_tokens=20))
    # ^ call generate_content_async model=gemini-1.5-flash cap=20
    return answer.text


def talk(lines: list[str]) -> None:
    chat = writer.start_chat(history=[{"role": "user", "parts": ["Hello"]}, {"role": "model", "parts": ["Hello!"]}])
    for line in lines:
        chat.send_message(line)
        # ^ call send_message model=gemini-1.5-pro cap=300 parts=system,user,assistant,history,user


def sizes(text: str) -> None:
    genai.embed_content(model="models/text-embedding-004", content=text)
    # ^ embed embed_content model=models/text-embedding-004
    writer.count_tokens(text)
    # ^ count count_tokens model=gemini-1.5-pro


# Nothing below asks a model.
genai.GenerativeModel("gemini-1.5-pro")
genai.list_models()
