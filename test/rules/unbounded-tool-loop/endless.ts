import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { generateText } from 'ai';
import { openai as model } from '@ai-sdk/openai';

const client = new Anthropic();
const openai = new OpenAI();

export async function toolLoop(question: string, tools: Anthropic.Tool[], run: (reply: Anthropic.Message) => Promise<any>) {
  const messages: Anthropic.MessageParam[] = [{ role: 'user', content: question }];
  while (true) {
//~~~~~ unbounded-tool-loop: Only the model's own word ends this loop.
    const reply = await client.messages.create({ model: 'claude-haiku-4-5', max_tokens: 500, tools, messages });
    messages.push({ role: 'assistant', content: reply.content });
    if (reply.stop_reason !== 'tool_use') return reply;
    messages.push({ role: 'user', content: await run(reply) });
  }
}

export async function toolLoopInTheTest(messages: any[], run: (calls: any) => any[]) {
  let reply = await openai.chat.completions.create({ model: 'gpt-5.4-mini', max_completion_tokens: 300, messages });
  while (reply.choices[0].message.tool_calls?.length) {
//~~~~~ unbounded-tool-loop: Count the steps
    messages.push(reply.choices[0].message, ...run(reply.choices[0].message.tool_calls));
    reply = await openai.chat.completions.create({ model: 'gpt-5.4-mini', max_completion_tokens: 300, messages });
  }
  return reply;
}

export async function askUntilItIsShort(text: string) {
  let summary = text;
  do {
//~~ unbounded-tool-loop
    summary = (await openai.responses.create({ model: 'gpt-5.4-mini', max_output_tokens: 300, input: `Shorter: ${summary}` })).output_text;
  } while (summary.length > 200);
  return summary;
}

export async function forWithoutAnEnd(messages: any[]) {
  for (;;) {
//~~~ unbounded-tool-loop
    const reply = await openai.chat.completions.create({ model: 'gpt-5.4-mini', max_completion_tokens: 300, messages });
    messages.push(reply.choices[0].message);
    if (reply.choices[0].finish_reason === 'stop') break;
  }
}

export async function counterThatIsOnlyLogged(prompt: string) {
  let round = 0;
  let answer = prompt;
  while (!answer.includes('FINAL')) {
//~~~~~ unbounded-tool-loop
    console.log('round', ++round);
    answer = (await generateText({ model: model('gpt-5.4-mini'), maxOutputTokens: 300, prompt: answer })).text;
  }
  return answer;
}

class Writer {
  private readonly notes: string[] = [];

  private async next(): Promise<string> {
    const reply = await openai.responses.create({ model: 'gpt-5.4-mini', max_output_tokens: 300, input: this.notes.join('\n') });
    return reply.output_text;
  }

  async write(): Promise<string[]> {
    while (true) {
  //~~~~~ unbounded-tool-loop
      const note = await this.next();
      this.notes.push(note);
      if (note === 'THE END') return this.notes;
    }
  }
}

export const writer = new Writer();
