// The packed extension in a folder that the user did not trust.
import { afterAll, beforeAll, describe, it } from 'vitest';
import { openWorkbench, required, type Workbench } from './workbench.ts';

describe('the editor on an untrusted folder', () => {
  let editor: Workbench;

  beforeAll(async () => {
    editor = await openWorkbench(required('LINEITEM_UNTRUSTED_EDITOR_URL'), required('LINEITEM_WORKSPACE'));
    await editor.page.getByText('Restricted Mode is intended').first().waitFor();
  });
  afterAll(() => editor?.close());

  it('still writes tokens and cost beside the call, and marks the waste', async () => {
    await editor.openFile('agent.ts');
    await editor.goTo(28);
    await editor.line(/completions\.create\(.*tok.*\$/).waitFor();
    await editor.page.locator('.squiggly-warning, .squiggly-error').first().waitFor();
    await editor.picture('untrusted');
  });
});
