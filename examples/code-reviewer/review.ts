import Anthropic from '@anthropic-ai/sdk';
import { betaZodTool } from '@anthropic-ai/sdk/helpers/beta/zod';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const client = new Anthropic();

const readSource = betaZodTool({
  name: 'read_source',
  description: 'Reads a file of the repository.',
  inputSchema: z.object({ path: z.string() }),
  run: ({ path }) => readFile(path, 'utf8'),
});

/** Reviews a change; the model reads as many files as it likes. */
export async function review(diff: string): Promise<string> {
  const message = await client.beta.messages.toolRunner({
    model: 'claude-sonnet-5',
    max_tokens: 4096,
    system: 'You review changes. Report only faults that you can prove from the code, most serious first.',
    tools: [readSource],
    messages: [{ role: 'user', content: `Review this change:\n\n${diff}` }],
  });
  return message.content.map((block) => (block.type === 'text' ? block.text : '')).join('');
}
