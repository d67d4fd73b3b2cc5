import Anthropic from '@anthropic-ai/sdk';
import { HANDBOOK } from './handbook';

const client = new Anthropic();

export function plannedAnswer(question: string) {
  return client.messages.create({
       //~~~~~~~~~~~~~~~~~~~~~~ over-budget: and its budget is $0.002
    model: 'claude-opus-5-5',
    max_tokens: 60,
    system: HANDBOOK,
    messages: [{ role: 'user', content: question }],
  });
}

export function withoutALimit(question: string) {
  return client.messages.create({
    model: 'claude-opus-5-5',
    max_tokens: 60,
    system: HANDBOOK,
    messages: [{ role: 'user', content: question }],
  });
}
