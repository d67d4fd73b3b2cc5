from google.adk.agents import Agent, LlmAgent, LoopAgent
from google.adk.agents.run_config import RunConfig
from google.adk.runners import InMemoryRunner, Runner
from google.adk.sessions import InMemorySessionService
from google.adk.tools.agent_tool import AgentTool
from google.genai import types

root_agent = Agent(name="helper", model="gemini-2.5-flash", instruction="You help.")
runner = Runner(agent=root_agent, app_name="app", session_service=InMemorySessionService())


async def runs(message: types.Content):
    async for event in runner.run_async(user_id="u", session_id="s", new_message=message):
        # ^ run run_async model=gemini-2.5-flash bound=bounded max=500
        print(event)
    for event in runner.run(user_id="u", session_id="s", new_message=message, run_config=RunConfig(max_llm_calls=20)):
        # ^ run run bound=bounded max=20
        print(event)
    await InMemoryRunner(LlmAgent(name="other", model="gemini-2.5-pro")).run_debug("Hello")
    # ^ run run_debug model=gemini-2.5-pro
    runner.run(user_id="u", session_id="s", new_message=message, run_config=RunConfig(max_llm_calls=0))
    # ^ run run bound=unbounded
    await AgentTool(agent=root_agent).run_async(args={"request": "Hello"}, tool_context=None)
    # ^ run run_async model=gemini-2.5-flash


# Nothing below asks a model.
def decoys():
    LoopAgent(name="loop", sub_agents=[root_agent])
    runner.session_service.create_session(app_name="app", user_id="u")
