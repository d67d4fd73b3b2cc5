import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';

const openai = new OpenAI();
const client = new Anthropic();

export function digest(report: string) {
  return openai.responses.create({
    model: 'gpt-5.5',
    max_output_tokens: 300,
    input: report,
  });
}

export function oneRegion(question: string) {
  return client.messages.create({
    model: 'claude-opus-4-8',
    max_tokens: 300,
    messages: [{ role: 'user', content: question }],
  });
}

export function standard(question: string) {
  return openai.responses.create({ model: 'gpt-5.5', service_tier: 'default', max_output_tokens: 300, input: question });
}
