// Loops that wait for the world in each pass.
import Anthropic from '@anthropic-ai/sdk';
import { createClient } from 'redis';
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';

const client = new Anthropic();
const redis = createClient();

const send = (text: string) => client.messages.create({ model: 'claude-haiku-4-5', max_tokens: 200, messages: [{ role: 'user', content: text }] });

export async function redisList() {
  while (true) { // => event-driven
    const job = await redis.brPop('jobs', 0);
    await send(String(job?.element));
  }
}

export async function byQueue(queue: { take(): Promise<string> }) {
  for (;;) { // => event-driven
    await send(await queue.take());
  }
}

export async function byConsumer(consumer: AsyncIterable<{ value: string }>) {
  for await (const message of consumer) { // => event-driven
    await send(message.value);
  }
}

export async function bySubscription(subscription: AsyncIterable<string>) {
  for await (const message of subscription) { // => event-driven
    await send(message);
  }
}

export async function byChannel(channel: { receive(): Promise<string> }) {
  while (true) { // => event-driven
    await send(await channel.receive());
  }
}
