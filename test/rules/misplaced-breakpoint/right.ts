import Anthropic from '@anthropic-ai/sdk';
import { HANDBOOK } from './handbook';

const client = new Anthropic();

export async function behindWhatStays(questions: string[]) {
  for (const question of questions) {
    const response = await client.messages.create({
      model: 'claude-opus-5',
      max_tokens: 300,
      system: [{ type: 'text', text: HANDBOOK, cache_control: { type: 'ephemeral' } }],
      messages: [{ role: 'user', content: [{ type: 'text', text: question }] }],
    });
    console.log(response.content);
  }
}

export async function eachTaskInSteps(tasks: string[], run: (answer: Anthropic.Message) => Promise<string>) {
  for (const task of tasks) {
    const messages: Anthropic.MessageParam[] = [
      { role: 'user', content: [{ type: 'text', text: task, cache_control: { type: 'ephemeral' } }] },
    ];
    for (let step = 0; step < 10; step++) {
      const response = await client.messages.create({
        model: 'claude-opus-5',
        max_tokens: 300,
        system: [{ type: 'text', text: HANDBOOK, cache_control: { type: 'ephemeral' } }],
        messages,
      });
      messages.push({ role: 'assistant', content: response.content });
      if (response.stop_reason !== 'tool_use') break;
      messages.push({ role: 'user', content: await run(response) });
    }
  }
}

export async function theLongOnesFirst(question: string, documents: string) {
  return client.messages.create({
    model: 'claude-opus-5',
    max_tokens: 300,
    system: [
      { type: 'text', text: HANDBOOK, cache_control: { type: 'ephemeral', ttl: '1h' } },
      { type: 'text', text: documents, cache_control: { type: 'ephemeral' } },
    ],
    messages: [{ role: 'user', content: question }],
  });
}

export async function aQuestionAloneCostsLittle(questions: string[]) {
  for (const question of questions) {
    const response = await client.messages.create({
      model: 'claude-opus-5',
      max_tokens: 300,
      system: [{ type: 'text', text: HANDBOOK, cache_control: { type: 'ephemeral', ttl: '1h' } }],
      messages: [
        {
          role: 'user',
          content: [
            {
              type: 'text',
              text: question,
              cache_control: { type: 'ephemeral' },
            },
          ],
        },
      ],
    });
    console.log(response.content);
  }
}
