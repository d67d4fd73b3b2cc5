import { it } from 'vitest';
import { startEditor } from './editor.ts';
import { testFolder, testHost } from './hosts.ts';

const reader = `from pathlib import Path

from anthropic import Anthropic

client = Anthropic()
SYSTEM = Path("data/clerk.txt").read_text()
print(client.messages.create(model="claude-sonnet-4-6", max_tokens=50, system=SYSTEM, messages=[{"role": "user", "content": "Hello."}]))
`;
const long = (words: number): string => `You are a clerk${' of great patience'.repeat(words)}.\n`;

it('a file that code reads changes the hint of the call, from the disk and from the editor', async () => {
  const folder = testFolder({ 'agent.py': reader, 'data/clerk.txt': long(300) });
  const editor = await startEditor(testHost(), { folders: [folder.uri] });
  const [agent, clerk] = [folder.uriOf('agent.py'), folder.uriOf('data/clerk.txt')];
  const label = async (): Promise<string> => (await editor.labels(agent)).find((one) => one.includes('$')) ?? '';
  const shows = (wanted: RegExp) => editor.until(`a hint like ${wanted}`, async () => (wanted.test(await label()) ? true : undefined));

  await editor.open(agent, reader);
  await shows(/^~\d{3}→/);
  folder.write('data/clerk.txt', long(3000));
  await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: clerk, type: 2 }] });
  await shows(/^~(?:9\.\d|1\d)k→/);
  await editor.open(clerk, long(3000), 'plaintext');
  await editor.replace(clerk, long(3000), 'You are a clerk.\n');
  await shows(/^~\d\d→/);
  await editor.close(clerk);
  await shows(/^~(?:9\.\d|1\d)k→/);
  await editor.stop();
});
