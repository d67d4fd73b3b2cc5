import Cerebras from '@cerebras/cerebras_cloud_sdk';
import Fireworks from '@fireworks-ai/sdk';
import Perplexity from '@perplexity-ai/perplexity_ai';
import { OpenAI as PostedOpenAI } from '@posthog/ai';
import { AI21 } from 'ai21';
import { Client } from 'aisuite';
import Groq from 'groq-sdk';
import LlamaAPIClient from 'llama-api-client';
import LlamaStackClient from 'llama-stack-client';
import { observeOpenAI } from 'langfuse';
import { wrapOpenAI } from 'langsmith/wrappers';
import OpenAI from 'openai';
import { Portkey } from 'portkey-ai';
import SambaNova from 'sambanova';
import Together from 'together-ai';

const messages = [{ role: 'user' as const, content: 'Hello' }];
const groq = new Groq({ apiKey: 'key', maxRetries: 1 });
const traced = wrapOpenAI(new OpenAI());

export async function shaped() {
  await groq.chat.completions.create({ model: 'llama-3.3-70b-versatile', messages, max_completion_tokens: 50 });
  // ^ call chat.completions.create sdk=groq provider=groq cap=50 retries=1 text=Hello
  await new Together().chat.completions.create({ model: 'meta-llama/Llama-3-8b-chat-hf', messages });
  // ^ call chat.completions.create sdk=together cap=absent
  await new Cerebras().chat.completions.create({ model: 'llama3.1-8b', messages });
  // ^ call chat.completions.create sdk=cerebras
  await new Fireworks().chat.completions.create({ model: 'llama', messages });
  // ^ call chat.completions.create sdk=fireworks
  await new Perplexity().chat.completions.create({ model: 'sonar', messages });
  // ^ call chat.completions.create sdk=perplexity
  await new PostedOpenAI({ apiKey: 'key' }).chat.completions.create({ model: 'gpt-4o', messages });
  // ^ call chat.completions.create sdk=posthog-openai provider=openai
  await new AI21().chat.completions.create({ model: 'jamba-mini', messages });
  // ^ call chat.completions.create sdk=ai21
  await new Client({ openai: { apiKey: 'key' } }).chat.completions.create({ model: 'openai:gpt-4o', messages });
  // ^ call chat.completions.create sdk=aisuite
  await new LlamaAPIClient().chat.completions.create({ model: 'Llama-4-Maverick', messages });
  // ^ call chat.completions.create sdk=llama-api
  await new LlamaStackClient().chat.completions.create({ model: 'llama', messages });
  // ^ call chat.completions.create sdk=llama-stack
  await new Portkey({}).chat.completions.create({ model: 'gpt-4o', messages });
  // ^ call chat.completions.create sdk=portkey
  await new SambaNova().chat.completions.create({ model: 'llama', messages });
  // ^ call chat.completions.create sdk=sambanova
  await traced.chat.completions.create({ model: 'gpt-4o', messages });
  // ^ call chat.completions.create sdk=openai provider=openai
  await observeOpenAI(new OpenAI()).responses.create({ model: 'gpt-5-mini', input: 'Hello' });
  // ^ call responses.create sdk=openai model=gpt-5-mini
}
