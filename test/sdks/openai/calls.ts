import OpenAI, { AzureOpenAI } from 'openai';
import { OpenAIApi } from 'openai';

const client = new OpenAI({ maxRetries: 4 });

export async function answer(text: string) {
  await client.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'user', content: text }], max_completion_tokens: 10 });
  // ^ call chat.completions.create model=gpt-4o cap=10 retries=4
  await client.responses.create({ model: 'gpt-5-mini', instructions: 'Be brief.', input: text });
  // ^ call responses.create model=gpt-5-mini cap=absent
  await client.chat.completions.runTools({ model: 'gpt-4o', messages: [], tools: [] }, { maxChatCompletions: 3 });
  // ^ run chat.completions.runTools model=gpt-4o bound=bounded max=3
  await new AzureOpenAI({ deployment: 'd', apiVersion: 'v' }).chat.completions.create({ model: 'd', messages: [] });
  // ^ call chat.completions.create host=azure
  return client.embeddings.create({ model: 'text-embedding-3-small', input: text });
  // ^ embed embeddings.create model=text-embedding-3-small
}

export async function before4(text: string) {
  const api = new OpenAIApi();
  await api.createChatCompletion({ model: 'gpt-3.5-turbo', messages: [{ role: 'user', content: text }], max_tokens: 6 });
  // ^ call createChatCompletion model=gpt-3.5-turbo cap=6
  return api.createCompletion({ model: 'text-davinci-003', prompt: text });
  // ^ call createCompletion model=text-davinci-003 cap=absent
}
