// The bill as one file, in a browser: nothing is loaded, nothing is refused, five thousand line items scroll, everyone can read it.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../scripts/test-host-server.ts';
import { renderBillPage } from '../../server/reports/bill-html.ts';
import { largeBill } from './large-bill.ts';

const assets = join(import.meta.dirname, '..', '..', 'dist', 'assets');
const folder = mkdtempSync(join(tmpdir(), 'lineitem-bill-'));
const file = join(folder, 'bill.html');
let browser: Browser;

beforeAll(async () => {
  const chromium = process.env.LINEITEM_CHROMIUM;
  if (chromium === undefined) throw new Error('LINEITEM_CHROMIUM is not set: these tests run through `npm test -- browser`.');
  browser = await launchBrowser(chromium);
  const page = { script: asset('bill-page.js'), style: asset('bill-page.css'), nonce: 'aGVsbG8' };
  writeFileSync(file, renderBillPage(largeBill(5000), page));
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Opened {
  readonly page: Page;
  readonly complaints: readonly string[];
  readonly requests: readonly string[];
}

async function open(options: BrowserContextOptions = {}): Promise<Opened> {
  const page = await (await browser.newContext({ viewport: { width: 1240, height: 900 }, ...options })).newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
  page.on('pageerror', (error) => void complaints.push(error.message));
  page.on('request', (request) => void requests.push(request.url()));
  await page.goto(pathToFileURL(file).href);
  await page.locator('#items tbody tr.item').first().waitFor();
  return { page, complaints, requests };
}

const firstName = (page: Page) => page.locator('#items tbody tr.item .name').first().textContent();

describe('the bill as one file', () => {
  it('loads nothing from anywhere, and breaks none of its own rules', async () => {
    const { page, complaints, requests } = await open();
    await page.locator('#tokens svg').waitFor();
    await page.locator('#steps svg').waitFor();
    expect(complaints).toEqual([]);
    expect(requests).toEqual([pathToFileURL(file).href]);
    // A name from the user's code stays text.
    expect(await page.locator('#entry-points tbody th').first().textContent()).toContain('answer <b>now</b>');
  });

  it('keeps only the rows in sight, sorts, filters and groups them all', async () => {
    const { page } = await open();
    expect(await page.locator('#items tbody tr.item').count()).toBeLessThan(60);
    expect(await page.locator('#items').getAttribute('aria-rowcount')).toBe('5001');
    expect(await firstName(page)).toContain('answer_4999');
    await page.getByRole('button', { name: /A call from/ }).click();
    expect(await firstName(page)).toContain('answer_0');
    await page.locator('#filter').fill('area7/ gemini');
    await expect.poll(() => page.locator('#shown').textContent()).toMatch(/^\d+ of 5,000 line items$/);
    await page.locator('#filter').fill('');
    await page.locator('#grouping').selectOption('waste');
    await expect.poll(() => page.locator('#items tr.group').first().textContent()).toMatch(/LI401|no finding/);
  });

  it('shows the bill of the folder that is chosen, and keeps filter and groups when a newer one comes', async () => {
    const { page } = await open();
    const send = (bills: unknown) => page.evaluate(`window.postMessage({ kind: 'bills', bills: ${JSON.stringify(bills)} }, '*')`);
    const bills = [
      { name: 'shop', folder: 'file:///shop', bill: largeBill(3) },
      { name: 'desk', folder: 'file:///desk', bill: largeBill(7) },
    ];
    await send(bills);
    await expect.poll(() => page.locator('#shown').textContent()).toBe('3 line items');
    await page.locator('#folders select').selectOption({ label: 'desk' });
    await expect.poll(() => page.locator('#shown').textContent()).toBe('7 line items');
    await page.locator('#filter').fill('answer_6');
    await send(bills);
    await expect.poll(() => page.locator('#shown').textContent()).toBe('1 of 7 line items');
    // Rows that stayed are named by their number.
    await send(bills.map((one) => ({ ...one, bill: { ...one.bill, rows: [6, 0] } })));
    await expect.poll(() => page.locator('#shown').textContent()).toBe('1 of 2 line items');
    expect(await firstName(page)).toContain('answer_6');
  });

  it('scrolls to the end and moves by keys', async () => {
    const { page } = await open();
    await page.locator('#items [data-toggle="row"]').first().focus();
    await page.keyboard.press('End');
    await expect.poll(() => page.locator('#items tbody').textContent()).toContain('answer_0');
    expect(await page.evaluate('document.activeElement.closest("tr").getAttribute("aria-rowindex")')).toBe('5001');
    await page.keyboard.press('Home');
    await expect.poll(() => firstName(page)).toContain('answer_4999');
  });

  for (const options of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { forcedColors: 'active' }] as const) {
    it(`gives axe nothing to complain of (${JSON.stringify(options)})`, async () => {
      const { page } = await open(options);
      await page.evaluate(axe.source);
      const found: { violations: { impact: string; id: string; nodes: { html: string }[] }[] } = await page.evaluate('axe.run()');
      expect(found.violations.map(({ impact, id, nodes }) => `${impact} ${id} ${nodes[0]?.html}`)).toEqual([]);
    });
  }
});

const asset = (name: string): string => readFileSync(join(assets, name), 'utf8');
