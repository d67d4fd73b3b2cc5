import Anthropic from '@anthropic-ai/sdk';

const client = new Anthropic();
const model = 'claude-opsu-5';
            //~~~~~~~~~~~~~~~ unknown-model: Check the spelling

export function misspelt(question: string) {
  return client.messages.create({ model, max_tokens: 300, messages: [{ role: 'user', content: question }] });
}

export function known(question: string) {
  return client.messages.create({ model: 'claude-opus-5', max_tokens: 300, messages: [{ role: 'user', content: question }] });
}

export function given(question: string, model: string) {
  return client.messages.create({ model, max_tokens: 300, messages: [{ role: 'user', content: question }] });
}
