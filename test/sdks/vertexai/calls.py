import vertexai
from vertexai.generative_models import GenerationConfig, GenerativeModel
from vertexai.language_models import TextGenerationModel
from vertexai.preview.generative_models import GenerativeModel as PreviewModel

vertexai.init(project="p", location="europe-west1")
model = GenerativeModel("gemini-1.5-pro-002", system_instruction=["Be brief."])


def answer(text: str) -> str:
    return model.generate_content(text, generation_config=GenerationConfig(max_output_tokens=256), stream=False).text
    # ^ call generate_content model=gemini-1.5-pro-002 cap=256 host=vertex provider=google


def preview(text: str) -> str:
    return PreviewModel("gemini-1.5-flash-002").generate_content([text]).text
    # ^ call generate_content model=gemini-1.5-flash-002 cap=absent host=vertex


def old(text: str) -> str:
    return TextGenerationModel.from_pretrained("text-bison@002").predict(text, max_output_tokens=128).text
    # ^ call predict model=text-bison@002 cap=128


chat = model.start_chat()


def turn(text: str) -> str:
    return chat.send_message(text).text
    # ^ call send_message model=gemini-1.5-pro-002 text=Be_brief.|{earlier_turns}|{text}
