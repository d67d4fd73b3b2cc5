import { readFileSync } from 'node:fs';
import Anthropic from '@anthropic-ai/sdk';
import { HANDBOOK } from './handbook';

const client = new Anthropic();
const ledger = readFileSync('ledger.txt', 'utf8');

export function wholeLedger(question: string) {
  return client.messages.create({
       //~~~~~~~~~~~~~~~~~~~~~~ long-context-surcharge: above 100,000
    model: 'claude-haiku-5-5',
    max_tokens: 300,
    system: ledger,
    messages: [{ role: 'user', content: question }],
  });
}

export function short(question: string) {
  return client.messages.create({
    model: 'claude-haiku-5-5',
    max_tokens: 300,
    system: HANDBOOK,
    messages: [{ role: 'user', content: question }],
  });
}
