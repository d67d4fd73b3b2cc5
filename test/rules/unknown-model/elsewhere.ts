import { createOpenAI } from '@ai-sdk/openai';
import { generateText } from 'ai';

const gateway = createOpenAI({ baseURL: 'https://models.example/v1' });
const openai = createOpenAI({});

export async function behindAGateway(question: string) {
  const { text } = await generateText({ model: gateway('house-v3-large'), maxOutputTokens: 300, prompt: question });
  return text;
}

export async function misspelt(question: string) {
  const { text } = await generateText({ model: openai('gtp-5.4'), maxOutputTokens: 300, prompt: question });
                                                  // ~~~~~~~~~ unknown-model: No catalogue knows the model `gtp-5.4`
  return text;
}
