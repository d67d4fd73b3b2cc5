// Loops that only the model's own word ends, or a try that works.
import Anthropic from '@anthropic-ai/sdk';
import { generateText } from 'ai';
import { openai } from '@ai-sdk/openai';
import OpenAI from 'openai';
import pRetry from 'p-retry';
import { z } from 'zod';

const anthropic = new Anthropic();
const client = new OpenAI();
const plan = z.object({ steps: z.array(z.string()) });

const send = (messages: Anthropic.MessageParam[]) => anthropic.messages.create({ model: 'claude-haiku-4-5', max_tokens: 200, messages });
const user = (content: string): Anthropic.MessageParam[] => [{ role: 'user', content }];
declare function runTool(block: unknown): Promise<Anthropic.ToolResultBlockParam>;

export async function toolLoop(messages: Anthropic.MessageParam[]) {
  let answer = await send(messages);
  while (answer.stop_reason === 'tool_use') { // => unbounded
    const results = [];
    for (const block of answer.content) if (block.type === 'tool_use') results.push(await runTool(block));
    messages.push({ role: 'assistant', content: answer.content }, { role: 'user', content: results });
    answer = await send(messages);
  }
  return answer;
}

export async function noToolUses(messages: Anthropic.MessageParam[]) {
  while (true) { // => unbounded
    const answer = await send(messages);
    const uses = answer.content.filter((block) => block.type === 'tool_use');
    if (uses.length === 0) return answer;
    messages.push({ role: 'user', content: await Promise.all(uses.map(runTool)) });
  }
}

export async function switched(messages: Anthropic.MessageParam[]) {
  while (true) { // => unbounded
    const answer = await send(messages);
    switch (answer.stop_reason) {
      case 'end_turn':
        return answer;
      default:
        messages.push({ role: 'assistant', content: answer.content });
    }
  }
}

export async function responses(input: OpenAI.Responses.ResponseInput) {
  for (;;) { // => unbounded
    const answer = await client.responses.create({ model: 'gpt-5-mini', input, max_output_tokens: 400 });
    const calls = answer.output.filter((item) => item.type === 'function_call');
    if (!calls.length) return answer.output_text;
    input.push(...answer.output);
  }
}

export async function labelled(messages: Anthropic.MessageParam[]) {
  turns: while (true) { // => unbounded
    const answer = await send(messages);
    for (const block of answer.content) {
      if (block.type === 'text' && block.text.includes('DONE')) break turns;
    }
    messages.push({ role: 'assistant', content: answer.content });
  }
}

export async function assignedFlag(messages: Anthropic.MessageParam[]) {
  let isDone = false;
  while (!isDone) { // => unbounded
    const answer = await send(messages);
    messages.push({ role: 'assistant', content: answer.content });
    if (answer.stop_reason === 'end_turn') isDone = true;
  }
}

export async function judged(task: string) {
  let draft = await send(user(task));
  while (true) { // => unbounded
    const verdict = await send(user(`Is this good? ${draft.content}`));
    const [first] = verdict.content;
    if (first.type === 'text' && first.text.startsWith('PASS')) return draft;
    draft = await send(user(`Improve: ${first}`));
  }
}

export async function untilItFits(task: string) {
  while (true) { // => unbounded
    const answer = await send(user(task));
    const [first] = answer.content;
    const parsed = plan.safeParse(JSON.parse(first.type === 'text' ? first.text : ''));
    if (parsed.success) return parsed.data;
  }
}

export async function swallows(messages: Anthropic.MessageParam[]) {
  while (true) { // => unbounded
    try {
      return await send(messages);
    } catch (error) {
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
}

export async function keepsTrying(messages: Anthropic.MessageParam[]) {
  let answer: Anthropic.Message | null = null;
  while (!answer) { // => unbounded
    try {
      answer = await send(messages);
    } catch {
      console.warn('again');
    }
  }
  return answer;
}

export async function sdkText(prompt: string) {
  let finished = false;
  while (!finished) { // => unbounded
    const answer = await generateText({ model: openai('gpt-5-mini'), prompt, maxOutputTokens: 400 });
    finished = answer.finishReason === 'stop';
  }
}

export class Agent {
  private readonly messages: Anthropic.MessageParam[] = [];

  async run(task: string) {
    this.messages.push({ role: 'user', content: task });
    while (true) { // => unbounded
      const answer = await this.next();
      if (answer.stop_reason === 'end_turn') return answer;
    }
  }

  private async next() {
    const answer = await send(this.messages);
    this.messages.push({ role: 'assistant', content: answer.content });
    return answer;
  }
}

const isFinal = (text: string) => /final answer/i.test(text);

export async function throughAHelper(messages: Anthropic.MessageParam[]) {
  let text = '';
  while (!isFinal(text)) { // => unbounded
    const answer = await send(messages);
    const [first] = answer.content;
    text = first.type === 'text' ? first.text : '';
  }
}

export async function destructured(messages: OpenAI.ChatCompletionMessageParam[]) {
  while (true) { // => unbounded
    const {
      choices: [{ message, finish_reason }],
    } = await client.chat.completions.create({ model: 'gpt-5-mini', messages, max_completion_tokens: 300 });
    messages.push(message);
    if (finish_reason !== 'tool_calls') return message.content;
  }
}

export async function nothingEnds(messages: Anthropic.MessageParam[]) {
  for (;;) { // => unbounded
    const answer = await send(messages);
    messages.push({ role: 'assistant', content: answer.content });
  }
}

export async function infiniteLimit(messages: Anthropic.MessageParam[]) {
  for (let turn = 0; turn < Number.POSITIVE_INFINITY; turn++) { // => unbounded
    const answer = await send(messages);
    if (answer.stop_reason === 'end_turn') return answer;
  }
}

export async function neverGivesUp(messages: Anthropic.MessageParam[]) {
  return pRetry(() => send(messages), { retries: Number.POSITIVE_INFINITY }); // => unbounded
}

export async function* streamed(messages: Anthropic.MessageParam[]) {
  while (true) { // => unbounded
    const answer = await send(messages);
    yield answer;
    if (answer.stop_reason === 'end_turn') return;
    messages.push({ role: 'assistant', content: answer.content });
  }
}

export async function optionalChain(messages: OpenAI.ChatCompletionMessageParam[]) {
  let message: OpenAI.ChatCompletionMessage | undefined;
  do { // => unbounded
    const completion = await client.chat.completions.create({ model: 'gpt-5-mini', messages, max_completion_tokens: 300 });
    message = completion.choices[0]?.message;
    if (message) messages.push(message);
  } while (message?.tool_calls?.length);
}

export async function countsWithoutLimit(messages: Anthropic.MessageParam[], log: { steps: number }) {
  while (true) { // => unbounded
    log.steps++;
    if (log.steps % 10 === 0) console.log('still going');
    const answer = await send(messages);
    if (answer.stop_reason === 'end_turn') break;
  }
}

export async function untilNoToolAnswers(messages: Anthropic.MessageParam[]) {
  while (true) { // => unbounded
    const answer = await send(messages);
    const results: Anthropic.ToolResultBlockParam[] = [];
    for (const block of answer.content) {
      if (block.type === 'tool_use') results.push(await runTool(block));
    }
    if (results.length === 0) return answer;
    messages.push({ role: 'user', content: results });
  }
}
