// The installed extension in a folder that uses no LLM: the server finds nothing, loads nothing and shows nothing.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { commands, extensions, Uri, workspace } from 'vscode';
import type { LineitemApi } from '../../../client/activate.ts';
import { type StatusParams, statusNotification } from '../../../server/lsp/protocol.ts';
import { hints, hover, open, problems, until } from './editor.ts';
import { runSuite } from './run-suite.ts';

export const run = () => runSuite(define);

function define(): void {
  describe('a folder without LLM use', () => {
    it('starts no server for prose', async () => {
      await open('README.md');
      const extension = await until('the extension', () => extensions.getExtension<LineitemApi>('lineitem.lineitem'));
      const { client } = await extension.activate();
      assert.equal(client.isRunning(), false);
    });

    it('says, marks and loads nothing in code', async () => {
      const extension = extensions.getExtension<LineitemApi>('lineitem.lineitem');
      assert.ok(extension !== undefined);
      const { client } = await extension.activate();
      const statuses: StatusParams[] = [];
      client.onNotification(statusNotification, (status: StatusParams) => void statuses.push(status));
      const documents = [await open('shop.py'), await open('shop.ts')];
      const idle = await until('the server to say that it idles', () => statuses.find((status) => status.state === 'idle'));
      assert.deepEqual(idle.assets, []);
      for (const document of documents) {
        assert.deepEqual(await hints(document), []);
        assert.deepEqual(problems(document), []);
        assert.doesNotMatch(await hover(document, 'create'), /\btok\b/);
      }
      assert.ok(statuses.every((status) => status.assets.length === 0));
    });

    it('wakes when the first call is written', async () => {
      const folder = workspace.workspaceFolders?.[0];
      assert.ok(folder !== undefined);
      const uri = Uri.joinPath(folder.uri, 'first.py');
      await workspace.fs.writeFile(uri, new TextEncoder().encode(firstCall));
      try {
        const document = await open('first.py');
        await until('a hint', async () => (await hints(document)).find((hint) => /tok/.test(hint)));
      } finally {
        await commands.executeCommand('workbench.action.closeAllEditors');
        await workspace.fs.delete(uri);
      }
    });
  });
}

const firstCall = `from anthropic import Anthropic

client = Anthropic()
print(client.messages.create(model="claude-sonnet-4-5", max_tokens=50, messages=[{"role": "user", "content": "Name three rivers."}]))
`;
