import { InferenceClient } from '@huggingface/inference';
import { WatsonXAI } from '@ibm-cloud/watsonx-ai';
import Replicate from 'replicate';

const client = new InferenceClient('token');
export const chat = (text: string) => client.chatCompletion({ model: 'meta-llama/Llama-3.3-70B-Instruct', messages: [{ role: 'user', content: text }], max_tokens: 60 });
// ^ call chatCompletion model=meta-llama/Llama-3.3-70B-Instruct cap=60
export const plain = (text: string) => client.textGeneration({ model: 'gpt2', inputs: text, parameters: { max_new_tokens: 9 } });
// ^ call textGeneration model=gpt2 cap=9

const replicate = new Replicate({ auth: 'token' });
export const run = (prompt: string) => replicate.run('meta/meta-llama-3-8b-instruct', { input: { prompt, max_tokens: 40 } });
// ^ call run model=meta/meta-llama-3-8b-instruct cap=40 parts=user
export const picture = (prompt: string) => replicate.run('black-forest-labs/flux-schnell', { input: { prompt } });

const watson = WatsonXAI.newInstance({ version: '2024-05-31', serviceUrl: 'https://us-south.ml.cloud.ibm.com' });
export const ask = (text: string) => watson.textChat({ modelId: 'ibm/granite-3-8b-instruct', messages: [{ role: 'user', content: text }], maxTokens: 11 });
// ^ call textChat model=ibm/granite-3-8b-instruct cap=11
