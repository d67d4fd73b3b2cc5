import { readdirSync } from 'node:fs';
import Anthropic from '@anthropic-ai/sdk';

const client = new Anthropic();

for (const name of readdirSync('reports')) {
  const reply = await client.messages.create({
                   // ~~~~~~~~~~~~~~~~~~~~~~ batch-eligible: Send them as one batch
    model: 'claude-opus-5-5',
    max_tokens: 300,
    messages: [{ role: 'user', content: `Sum up ${name}.` }],
  });
  console.log(reply.content);
}

export async function forACaller(names: string[]) {
  for (const name of names) {
    await client.messages.create({
      model: 'claude-opus-5-5',
      max_tokens: 300,
      messages: [{ role: 'user', content: `Sum up ${name}.` }],
    });
  }
}
