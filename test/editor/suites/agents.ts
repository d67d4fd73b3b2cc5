// The installed extension in a folder with agents.
import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import {
  type CodeAction,
  type CodeLens,
  commands,
  extensions,
  type Range,
  Selection,
  type Tab,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { LineitemApi } from '../../../client/activate.ts';
import { codeOf, hints, hover, open, placeOf, problems, until } from './editor.ts';
import { runSuite } from './run-suite.ts';

export const run = () => runSuite(define);

function define(): void {
  describe('a folder with agents', () => {
    for (const file of ['agent.py', 'agent.ts']) {
      describe(file, () => {
        const call = file === 'agent.py' ? 'messages.create' : 'chat.completions.create';
        let document: TextDocument;

        before(async () => {
          document = await open(file);
        });

        it('writes tokens and cost beside the call', async () => {
          const found = await until('a hint with tokens and dollars', async () =>
            (await hints(document)).find((hint) => /tok.*\$/.test(hint)),
          );
          assert.ok(found.length <= 34, `${found} is short`);
        });

        it('lets the hint follow an edit of the prompt', async () => {
          const earlier = await until('a hint', async () => (await hints(document)).find((hint) => /\$/.test(hint)));
          const edit = new WorkspaceEdit();
          edit.insert(
            document.uri,
            placeOf(document, 'You are'),
            'Read every line of the report twice before you answer a question about it. '.repeat(40),
          );
          await workspace.applyEdit(edit);
          const later = await until('another hint', async () =>
            (await hints(document)).find((hint) => /\$/.test(hint) && hint !== earlier),
          );
          assert.notEqual(later, earlier);
          await commands.executeCommand('undo');
          await until('the first hint again', async () => (await hints(document)).find((hint) => hint === earlier));
        });

        it('keeps the hint while the file does not parse', async () => {
          await until('a hint', async () => (await hints(document)).find((hint) => /\$/.test(hint)));
          const version = document.version;
          const edit = new WorkspaceEdit();
          edit.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, '\nx = { [ (');
          await workspace.applyEdit(edit);
          assert.ok(document.version > version);
          await until('the hint to stay', async () => (await hints(document)).find((hint) => /tok.*\$/.test(hint)));
          await commands.executeCommand('undo');
        });

        it('explains the call on hover', async () => {
          const text = await until('a hover', async () => (await hover(document, call)) || undefined);
          assert.match(text, /system/i);
          assert.match(text, /tok/);
        });

        it('marks the waste, and a fix takes it away', async () => {
          const problem = await until('a problem', () => problems(document).find((one) => codeOf(one) === 'LI301'));
          assert.match(problem.message, /\S/);
          const earlier = document.getText();
          const action = await until('a fix', () => fixFor(document, problem.range));
          assert.ok(action.edit !== undefined, 'the fix carries an edit');
          await workspace.applyEdit(action.edit);
          assert.notEqual(document.getText(), earlier);
          await until('the problem to go', () => (problems(document).some((one) => codeOf(one) === 'LI301') ? undefined : true));
          await commands.executeCommand('undo');
          await until('the problem to come back', () => problems(document).find((one) => codeOf(one) === 'LI301'));
        });
      });
    }

    it('writes tokens on a prompt file', async () => {
      const document = await open('prompts/review.prompt.md');
      await until('a hint with tokens', async () => (await hints(document)).find((hint) => /tok/.test(hint)));
    });

    it('runs its commands', async () => {
      const document = await open('agent.py');
      const editor = window.activeTextEditor;
      assert.ok(editor !== undefined);
      const place = placeOf(document, 'messages.create');
      editor.selection = new Selection(place, place);
      for (const [command, page, argument] of [
        ['lineitem.explainCall', 'Plan', undefined],
        ['lineitem.compareModels', 'Models', undefined],
        ['lineitem.showRule', 'LI301', 'LI301'],
      ] as const) {
        await commands.executeCommand(command, argument);
        const shown = await until(`the page ${page}`, () =>
          workspace.textDocuments.find((one) => one.uri.scheme === 'lineitem' && one.uri.path === `/${page}.md`),
        );
        assert.match(shown.getText(), /\S/);
        await commands.executeCommand('workbench.action.closeActiveEditor');
      }
    });

    it('shows the bill as a page', async () => {
      await commands.executeCommand('lineitem.showBill');
      await until('the page', () => tabNamed('Bill'));
      await commands.executeCommand('lineitem.showBill');
      assert.equal(window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ label }) => label === 'Bill').length, 1);
      await window.tabGroups.close(await until('the page', () => tabNamed('Bill')));
    });

    it('writes the cost above the call where code lenses are turned on for a language', async () => {
      const document = await open('agent.py');
      const lenses = async () =>
        (await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri)).flatMap(
          ({ command }) => command?.title ?? [],
        );
      assert.deepEqual(
        (await lenses()).filter((title) => /\$/.test(title)),
        [],
      );
      const settings = workspace.getConfiguration('lineitem', { uri: document.uri, languageId: 'python' });
      await settings.update('codeLens', true, false, true);
      await until('a lens with a price', async () => (await lenses()).find((title) => /tok.*\$/.test(title)));
      await settings.update('codeLens', undefined, false, true);
      await until('the lens to go', async () => ((await lenses()).some((title) => /\$/.test(title)) ? undefined : true));
    });

    it('opens a sample that belongs to no folder, and finds its waste', async () => {
      await commands.executeCommand('lineitem.openSample');
      const document = await until('the sample', () => workspace.textDocuments.find(({ isUntitled }) => isUntitled));
      await until('a hint', async () => (await hints(document)).find((hint) => /tok.*\$/.test(hint)));
      await until('a problem', () => problems(document).find((one) => codeOf(one) === 'LI301'));
      await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });

    it('takes prices from a file, and none from one that holds none', async () => {
      const document = await open('agent.py');
      const price = async () => (await hints(document)).find((hint) => /tok.*\$/.test(hint));
      const before = await until('a hint', price);
      const extension = extensions.getExtension('lineitem.lineitem');
      assert.ok(extension !== undefined);
      const shipped = Uri.joinPath(extension.extensionUri, 'dist', 'assets', 'prices.json');
      const list = new TextDecoder().decode(await workspace.fs.readFile(shipped));
      const file = Uri.joinPath(document.uri, '..', 'prices.json');
      const write = (text: string) => workspace.fs.writeFile(file, new TextEncoder().encode(text));

      await write('{ "format": 1 }');
      void commands.executeCommand('lineitem.updatePrices', file);
      await until('the same price', async () => ((await price()) === before ? true : undefined));
      await write(list.replaceAll(/(")(\d+)( \d+)/g, '$1$20$3'));
      await commands.executeCommand('lineitem.updatePrices', file);
      await until('another price', async () => ((await price()) === before ? undefined : await price()));
      await commands.executeCommand('lineitem.updatePrices', shipped);
      await until('the first price', async () => ((await price()) === before ? true : undefined));
      await workspace.fs.delete(file);
    });

    it('silences a surface that is turned off for one language', async () => {
      const document = await open('agent.py');
      const settings = workspace.getConfiguration('lineitem', { uri: document.uri, languageId: 'python' });
      await settings.update('inlayHints.calls', false, false, true);
      await until('the hint with a price to go', async () => ((await hints(document)).some((hint) => /\$/.test(hint)) ? undefined : true));
      await settings.update('inlayHints.calls', undefined, false, true);
      await until('the hint to come back', async () => (await hints(document)).find((hint) => /\$/.test(hint)));
    });

    it('restarts on command', async () => {
      const earlier = serverProcess();
      await commands.executeCommand('lineitem.restartServer');
      await until('another process', () => (serverProcess() === earlier ? undefined : serverProcess()));
      await hintsReturn();
    });

    it('restarts by itself when its server dies', async () => {
      const earlier = serverProcess();
      assert.ok(earlier !== undefined);
      process.kill(earlier, 'SIGKILL');
      await until('another process', () => (serverProcess() === earlier ? undefined : serverProcess()));
      await hintsReturn();
    });
  });
}

const tabNamed = (label: string): Tab | undefined => window.tabGroups.all.flatMap(({ tabs }) => tabs).find((tab) => tab.label === label);

async function hintsReturn(): Promise<void> {
  const document = await open('agent.py');
  await until('the hints to return', async () => (await hints(document)).find((hint) => /tok.*\$/.test(hint)));
}

async function fixFor(document: TextDocument, range: Range): Promise<CodeAction | undefined> {
  const actions = await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range, 'quickfix', 20);
  // An edit with placeholders counts as none for `edit.has`.
  return actions.find((action) => /Stop after/.test(action.title) && action.edit !== undefined);
}

function serverProcess(): number | undefined {
  const client: unknown = extensions.getExtension<LineitemApi>('lineitem.lineitem')?.exports.client;
  if (typeof client !== 'object' || client === null || !('serverProcess' in client)) return undefined;
  const { serverProcess } = client;
  return typeof serverProcess === 'object' && serverProcess !== null && 'pid' in serverProcess && typeof serverProcess.pid === 'number'
    ? serverProcess.pid
    : undefined;
}
