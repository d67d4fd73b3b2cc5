import { openai } from '@ai-sdk/openai';
import { generateText } from 'ai';

export function going(prompt: string) {
  return generateText({ model: openai('gpt-5'), maxOutputTokens: 300, prompt });
                                   // ~~~~~~~ retired-model: will be retired on 2026-12-11
}

export function staying(prompt: string) {
  return generateText({ model: openai('gpt-5.4'), maxOutputTokens: 300, prompt });
}
