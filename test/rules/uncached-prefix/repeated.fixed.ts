import Anthropic from '@anthropic-ai/sdk';
import { HANDBOOK } from './handbook';

const client = new Anthropic();

export async function toolLoop(question: string, run: (reply: Anthropic.Message) => any) {
  const messages: Anthropic.MessageParam[] = [{ role: 'user', content: question }];
  for (let step = 0; step < 10; step++) {
    const reply = await client.messages.create({
      model: 'claude-opus-5',
      max_tokens: 500,
      system: [{ type: 'text', text: HANDBOOK, cache_control: { type: 'ephemeral' } }],
      messages,
    });
    messages.push({ role: 'assistant', content: reply.content });
    if (reply.stop_reason !== 'tool_use') return reply;
    messages.push({ role: 'user', content: run(reply) });
  }
}

export async function eachTicket(tickets: string[]) {
  for (const ticket of tickets) {
    await client.messages.create({ model: 'claude-opus-5', max_tokens: 200, system: [{ type: 'text', text: HANDBOOK, cache_control: { type: 'ephemeral' } }], messages: [{ role: 'user', content: ticket }] });
  }
}

export async function templateLiteral(tickets: string[]) {
  const system = `${HANDBOOK}\n\nAnswer in one sentence.`;
  for (const ticket of tickets) {
    await client.messages.create({
      model: 'claude-opus-5',
      max_tokens: 200,
      system: [{ type: 'text', text: system, cache_control: { type: 'ephemeral' } }],
      messages: [{ role: 'user', content: ticket }],
    });
  }
}

export async function textFirst(questions: string[]) {
  for (const question of questions) {
    await client.messages.create({
      model: 'claude-opus-5',
      max_tokens: 200,
      messages: [{ role: 'user', content: `${HANDBOOK}\n\n${question}` }],
    });
  }
}

class Support {
  private readonly client = new Anthropic();

  private async ask(question: string) {
    return this.client.messages.create({
      model: 'claude-opus-5',
      max_tokens: 200,
      system: [{ type: 'text', text: HANDBOOK, cache_control: { type: 'ephemeral' } }],
      messages: [{ role: 'user', content: question }],
    });
  }

  async askAll(questions: string[]) {
    for (const question of questions) console.log(await this.ask(question));
  }
}

export const support = new Support();

export async function toolRunner(tools: any[], question: string) {
  return client.beta.messages.toolRunner({
    model: 'claude-opus-5',
    max_tokens: 500,
    max_iterations: 8,
    system: HANDBOOK,
    tools,
    messages: [{ role: 'user', content: question }],
  });
}
