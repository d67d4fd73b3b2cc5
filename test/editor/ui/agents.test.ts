// What a user sees, in the packed extension, in a folder with agents.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, required, type Workbench } from './workbench.ts';

const patience = { timeout: 20_000 };
const callWithHint = /messages\.create\(.*tok.*\$/;

describe('the editor on a folder with agents', () => {
  const folder = required('LINEITEM_WORKSPACE');
  const lines = readFileSync(join(folder, 'agent.py'), 'utf8').split('\n');
  const placeOf = (text: string): [line: number, column: number] => {
    const index = lines.findIndex((line) => line.includes(text));
    return [index + 1, (lines[index]?.indexOf(text) ?? 0) + 1];
  };
  let editor: Workbench;

  beforeAll(async () => {
    editor = await openWorkbench(required('LINEITEM_EDITOR_URL'), folder);
    await editor.openFile('agent.py');
    await editor.goTo(...placeOf('messages.create('));
  });
  afterAll(() => editor?.close());

  it('shows the hint at the end of the first line of the call', async () => {
    await editor.line(callWithHint).waitFor();
    await editor.page
      .locator('.statusbar-item', { hasText: /\$\d.* a call/ })
      .first()
      .waitFor();
    await editor.picture('hints');
  });

  it('shows the plan on hover', async () => {
    await editor.page.keyboard.press('Control+k');
    await editor.page.keyboard.press('Control+i');
    const hover = editor.page.locator('.monaco-hover:visible', { hasText: /system/i }).first();
    await hover.waitFor();
    expect(await hover.textContent()).toMatch(/tok/);
    await editor.picture('hover');
    await editor.page.keyboard.press('Escape');
  });

  it('underlines the waste, and a fix takes the underline away', async () => {
    const waste = editor.page.locator('.squiggly-warning, .squiggly-error');
    await waste.first().waitFor();
    const before = await waste.count();
    await editor.goTo(...placeOf('while True'));
    await editor.page.keyboard.press('Control+.');
    const fix = editor.page.locator('.action-widget .monaco-list-row', { hasText: /Stop after/ }).first();
    await fix.waitFor();
    await editor.picture('fix');
    await fix.click();
    await expect.poll(() => waste.count(), patience).toBeLessThan(before);
    await editor.picture('fixed');
    await editor.page.keyboard.press('Control+z');
    await expect.poll(() => waste.count(), patience).toBe(before);
  });

  it('runs the commands of the palette', async () => {
    await editor.runCommand('Lineitem: Restart Server');
    await editor.goTo(...placeOf('messages.create('));
    await editor.line(callWithHint).waitFor();
    await editor.runCommand('Lineitem: Explain Call');
    await editor.pageWith(/system/i);
    await editor.picture('plan');
    await editor.runCommand('Lineitem: Show Bill');
    await editor.pageWith(/agent\.py/);
    await editor.runCommand('Lineitem: Show Rule');
    await editor.page.locator('.quick-input-widget input[type="text"]').first().fill('LI301');
    await editor.page.locator('.quick-input-list').getByText('LI301').first().click();
    await editor.pageWith(/unbounded-tool-loop/);
    await editor.picture('rule');
  });
});
