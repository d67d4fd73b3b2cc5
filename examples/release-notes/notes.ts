import Anthropic from '@anthropic-ai/sdk';
import { readFileSync } from 'node:fs';

const client = new Anthropic();
const style = readFileSync(new URL('./style.md', import.meta.url), 'utf8');

/** Writes one line of release notes for each merged change. */
export async function writeNotes(changes: string[]): Promise<string[]> {
  const notes: string[] = [];
  for (const change of changes.slice(0, 50)) {
    const message = await client.messages.create({
      model: 'claude-haiku-4-5',
      max_tokens: 120,
      system: style,
      messages: [{ role: 'user', content: change }],
    });
    notes.push(message.content[0].type === 'text' ? message.content[0].text : '');
  }
  return notes;
}
