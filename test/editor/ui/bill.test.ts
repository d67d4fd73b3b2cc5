// The bill page as a user meets it in the packed extension: what it shows, where it leads, and that it follows edits.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, required, type Workbench } from './workbench.ts';

const patience = { timeout: 30_000 };

describe('the bill page in the editor', () => {
  let editor: Workbench;
  let page: Frame;
  const complaints: string[] = [];

  beforeAll(async () => {
    editor = await openWorkbench(required('LINEITEM_EDITOR_URL'), required('LINEITEM_WORKSPACE'));
    editor.page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text()) && /bill-page/.test(message.text())) complaints.push(message.text());
    });
    await editor.openFile('agent.py');
    await editor.goTo(35);
    // The first hint of all waits for the server, its grammars and its prices.
    await editor.line(/messages\.create\(.*tok.*\$/).waitFor({ timeout: 45_000 });
    await editor.runCommand('Lineitem: Show Bill');
    page = await editor.pageWith(/agent\.py:\d+/);
  }, 90_000);
  afterAll(() => editor?.close());

  it('shows each call with its cost, and when prices were checked', async () => {
    await expect.poll(() => page.locator('#items tbody tr.item').count(), patience).toBeGreaterThan(1);
    expect(await page.locator('#price-date').textContent()).toMatch(/Prices of \d{4}-\d\d-\d\d/);
    expect(await page.locator('#totals').textContent()).toMatch(/No total: volumes unknown/);
    expect(await page.locator('#items tbody tr.item').first().textContent()).toMatch(/\$\d/);
    await page.locator('#tokens svg').waitFor();
  });

  it('follows an edit of the prompt', async () => {
    const file = join(required('LINEITEM_WORKSPACE'), 'agent.py');
    const text = readFileSync(file, 'utf8');
    const inputs = () => page.locator('#items tbody tr.item', { hasText: 'agent.py' }).first().locator('td.number').first().textContent();
    const before = await inputs();
    await editor.page.getByRole('tab', { name: 'agent.py' }).first().click();
    await editor.goTo(1);
    await editor.page.locator('.view-line', { hasText: 'You are' }).first().click();
    await editor.page.keyboard.press('End');
    await editor.page.keyboard.insertText(' Read every line of the report twice before you answer a question about it.'.repeat(30));
    await expect.poll(inputs, patience).not.toBe(before);
    // The editor saves by itself; what comes from the disk is followed as well.
    await expect.poll(() => readFileSync(file, 'utf8'), patience).not.toBe(text);
    writeFileSync(file, text);
    await expect.poll(inputs, patience).toBe(before);
  });

  it('opens the source where a line item is clicked', async () => {
    await page.locator('#items button.place', { hasText: 'agent.ts' }).first().click();
    await editor.page.getByRole('tab', { name: 'agent.ts' }).first().waitFor();
  });

  it('filters, groups and shows the parts of a call by keyboard', async () => {
    await page.locator('#filter').fill('agent.py');
    await expect.poll(() => page.locator('#shown').textContent(), patience).toMatch(/^\d+ of \d+ line items$/);
    await page.locator('#filter').fill('');
    await page.locator('#grouping').selectOption('model');
    await page.locator('#items tr.group').first().waitFor();
    await page.locator('#items [data-toggle="row"]').first().focus();
    await editor.page.keyboard.press('Enter');
    await page.locator('#items tr.parts li').first().waitFor();
    await editor.picture('bill-parts');
    await page.locator('#grouping').selectOption('none');
  });

  it('has room where nothing stands beside it', async () => {
    await editor.runCommand('View: Close Editors in Other Groups');
    await page.locator('main').click({ position: { x: 4, y: 4 } });
    await editor.page.keyboard.press('Control+Home');
    await page.locator('#tokens svg').waitFor();
    await editor.picture('bill');
  });

  it('gives axe nothing to complain of', async () => {
    await page.evaluate(axe.source);
    const found: { violations: { impact: string; id: string; nodes: { html: string }[] }[] } = await page.evaluate('axe.run(document)');
    expect(found.violations.map(({ impact, id, nodes }) => `${impact} ${id} ${nodes[0]?.html}`)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
