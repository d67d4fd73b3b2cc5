// Services that wait for the world in each pass, as bots and workers are written.
import amqp from 'amqplib';
import { createServer } from 'node:net';
import { EventEmitter, on, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { connect } from 'nats';
import { Kafka } from 'kafkajs';
import OpenAI from 'openai';
import Redis from 'ioredis';
import { PubSub } from '@google-cloud/pubsub';
import WebSocket from 'ws';

const client = new OpenAI();
const redis = new Redis();
const sqs = new SQSClient({});

const send = async (text: string) => {
  const { choices } = await client.chat.completions.create({ model: 'gpt-5-mini', max_completion_tokens: 300, messages: [{ role: 'user', content: text }] });
  return choices[0].message.content ?? '';
};

export async function blockingList() {
  while (true) { // => event-driven
    const found = await redis.blpop('jobs', 0);
    if (!found) continue;
    await redis.publish('answers', await send(found[1]));
  }
}

export async function redisStream() {
  let last = '$';
  for (;;) { // => event-driven
    const found = await redis.xread('BLOCK', 0, 'STREAMS', 'jobs', last);
    if (!found) continue;
    const [[, entries]] = found;
    last = entries[0][0];
    await send(entries[0][1][1]);
  }
}

export async function redisGroup(consumer: string) {
  while (true) { // => event-driven
    const found = await redis.xreadgroup('GROUP', 'workers', consumer, 'BLOCK', 5000, 'STREAMS', 'jobs', '>');
    await send(JSON.stringify(found));
  }
}

export async function longPolling() {
  while (true) { // => event-driven
    const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: 'jobs', WaitTimeSeconds: 20 }));
    for (const message of Messages ?? []) { // => bounded
      await send(message.Body ?? '');
      await sqs.send(new DeleteMessageCommand({ QueueUrl: 'jobs', ReceiptHandle: message.ReceiptHandle }));
    }
  }
}

export async function natsMessages() {
  const connection = await connect({ servers: 'localhost:4222' });
  const subscription = connection.subscribe('questions');
  for await (const message of subscription) { // => event-driven
    message.respond(await send(message.string()));
  }
}

export async function emitted(bus: EventEmitter) {
  for await (const [text] of on(bus, 'question')) { // => event-driven
    bus.emit('answer', await send(text));
  }
}

export async function oneEventAPass(bus: EventEmitter) {
  while (true) { // => event-driven
    const [text] = await once(bus, 'question');
    await send(text);
  }
}

export async function messagesOfSocket(url: string) {
  const ws = new WebSocket(url);
  for await (const [data] of on(ws, 'message')) { // => event-driven
    ws.send(await send(String(data)));
  }
}

export async function watchesFiles(folder: string) {
  const { watch } = await import('node:fs/promises');
  for await (const event of watch(folder)) { // => event-driven
    await send(event.filename ?? '');
  }
}

export async function telegram(bot: { getUpdates(options: { offset: number; timeout: number }): Promise<{ update_id: number; message: { text: string } }[]> }) {
  let offset = 0;
  while (true) { // => event-driven
    const updates = await bot.getUpdates({ offset, timeout: 30 });
    for (const update of updates) { // => bounded
      offset = update.update_id + 1;
      await send(update.message.text);
    }
  }
}

export async function everyMinute() {
  while (true) { // => event-driven
    await send('Is anything new?');
    await sleep(60_000);
  }
}

export async function byAnInterval(interval: number) {
  for (;;) { // => event-driven
    await send('Is anything new?');
    await new Promise((resolve) => setTimeout(resolve, interval));
  }
}

export class Worker {
  private running = true;

  constructor(private readonly queue: { pop(): Promise<string> }) {}

  stop() {
    this.running = false;
  }

  async run() {
    while (this.running) { // => event-driven
      await send(await this.queue.pop());
    }
  }

  async runThroughHelper() {
    while (true) { // => event-driven
      const job = await this.nextJob();
      if (job === 'stop') break;
      await send(job);
    }
  }

  private nextJob() {
    return this.queue.pop();
  }
}

export class Inbox {
  private waiting: string[] = [];
  private wake: (() => void) | null = null;

  push(text: string) {
    this.waiting.push(text);
    this.wake?.();
  }

  async *[Symbol.asyncIterator]() {
    while (true) {
      const next = this.waiting.shift();
      if (next !== undefined) yield next;
      else await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }
}

export async function incoming(queue: Inbox) {
  for await (const text of queue) { // => event-driven
    await send(text);
  }
}

export async function browserPage(page: { waitForEvent(name: string): Promise<{ text(): string }> }) {
  while (true) { // => event-driven
    const message = await page.waitForEvent('console');
    await send(message.text());
  }
}

export async function readsAChannel(channel: AsyncIterable<{ content: Buffer }>) {
  for await (const message of channel) { // => event-driven
    await send(message.content.toString());
  }
}

export async function portMessages(port: { receive(): Promise<string>; reply(text: string): void }) {
  while (true) { // => event-driven
    const text = await port.receive();
    port.reply(await send(text));
  }
}

export async function bodyOfConsumer(consumer: { consume(): Promise<{ value: string; ack(): void }> }) {
  while (true) { // => event-driven
    const message = await consumer.consume();
    await send(message.value);
    message.ack();
  }
}

export async function queueUntilStopped(queue: { dequeue(): Promise<string> }, isStopped: () => boolean) {
  while (!isStopped()) { // => event-driven
    const job = await queue.dequeue();
    const answer = await send(job);
    if (answer === 'skip') continue;
    console.log(answer);
  }
}

export async function failuresDoNotStopIt(queue: { receive(): Promise<string> }) {
  while (true) { // => event-driven
    try {
      await send(await queue.receive());
    } catch (error) {
      console.error(error);
    }
  }
}

export async function serialInput(reader: ReadableStreamDefaultReader<string>, socket: AsyncIterable<string>) {
  for await (const line of socket) { // => event-driven
    if (line === '') continue;
    await send(line);
  }
}

export async function temporalSignals(workflow: { waitForSignal(name: string): Promise<string> }) {
  while (true) { // => event-driven
    const text = await workflow.waitForSignal('question');
    await send(text);
  }
}

// A handler is called by its service: no loop of ours stands around it.
export async function kafka() {
  const consumer = new Kafka({ brokers: [] }).consumer({ groupId: 'answers' });
  await consumer.run({ eachMessage: async ({ message }) => void (await send(String(message.value))) });
}

export async function rabbit() {
  const connection = await amqp.connect('amqp://localhost');
  const channel = await connection.createChannel();
  await channel.consume('jobs', async (message) => void (await send(String(message?.content))));
}

export function cloudMessages() {
  new PubSub().subscription('jobs').on('message', async (message) => void (await send(message.data.toString())));
}

export function server() {
  createServer((socket) => socket.on('data', async (data) => socket.write(await send(data.toString())))).listen(4000);
}

export function polling() {
  setInterval(() => void send('Is anything new?'), 60_000);
}
