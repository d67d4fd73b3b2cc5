import { google } from '@ai-sdk/google';
import Anthropic from '@anthropic-ai/sdk';
import { generateText } from 'ai';

const client = new Anthropic();

export function sameTokenizer(question: string) {
  return client.messages.create({
    model: 'claude-opus-4-8',
        // ~~~~~~~~~~~~~~~~~ superseded-model: Try `claude-opus-5-5` on your own examples
    max_tokens: 300,
    messages: [{ role: 'user', content: question }],
  });
}

export function newest(question: string) {
  return client.messages.create({
    model: 'claude-opus-5-5',
    max_tokens: 300,
    messages: [{ role: 'user', content: question }],
  });
}

export function promotional() {
  return generateText({
    model: google('gemini-3.5-flash'),
               // ~~~~~~~~~~~~~~~~~~ superseded-model: That price is promotional until
    prompt: 'Who wrote Faust?',
    maxOutputTokens: 300,
  });
}
