import { AzureKeyCredential, OpenAIClient } from '@azure/openai';
import ModelClient from '@azure-rest/ai-inference';

const old = new OpenAIClient('https://x.openai.azure.com', new AzureKeyCredential('key'));

export const answer = (text: string) => old.getChatCompletions('gpt-4o', [{ role: 'user', content: text }], { maxTokens: 70 });
// ^ call getChatCompletions model=gpt-4o cap=70 host=azure parts=user
export const uncapped = (text: string) => old.streamChatCompletions('gpt-4o', [{ role: 'user', content: text }]);
// ^ call streamChatCompletions model=gpt-4o cap=absent
export const vector = (text: string) => old.getEmbeddings('text-embedding-3-small', [text]);
// ^ embed getEmbeddings model=text-embedding-3-small

export async function rest(text: string) {
  const client = ModelClient('https://models.inference.ai.azure.com', new AzureKeyCredential('key'));
  return client.path('/chat/completions').post({ body: { messages: [{ role: 'user', content: text }], model: 'gpt-4o', max_tokens: 80 } });
  // ^ call path(/chat/completions).post model=gpt-4o cap=80
}
