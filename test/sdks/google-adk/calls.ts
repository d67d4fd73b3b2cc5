import { InMemoryRunner, LlmAgent } from '@google/adk';

const runner = new InMemoryRunner({ agent: new LlmAgent({ name: 'helper', model: 'gemini-2.5-flash', instruction: 'You help.' }) });

export async function runs(newMessage: object) {
  for await (const event of runner.runAsync({ userId: 'u', sessionId: 's', newMessage })) console.log(event);
  // ^ run runAsync model=gemini-2.5-flash bound=bounded max=500
  runner.runEphemeral({ userId: 'u', newMessage, runConfig: { maxLlmCalls: 5 } });
  // ^ run runEphemeral bound=bounded max=5
}

// Nothing below asks a model.
export const decoys = (tasks: { runAsync(task: object): unknown }) => tasks.runAsync({});
