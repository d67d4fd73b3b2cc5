// The server's bundle for browsers, in a worker of a real browser: hints and problems on an example.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../scripts/test-host-server.ts';
import { required } from '../editor/ui/workbench.ts';
import { type Site, serveProduct } from './site.ts';

const root = join(import.meta.dirname, '..', '..');
const uri = 'memfs:/agents/agent.py';

let site: Site;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  site = await serveProduct(root);
  browser = await launchBrowser(required('LINEITEM_CHROMIUM'));
  page = await browser.newPage();
  page.on('console', (message) => message.type() === 'error' && complaints.push(`${message.text()} ${message.location().url}`));
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(site.address);
  await page.waitForFunction('globalThis.lsp !== undefined');
});

afterAll(async () => {
  await browser?.close();
  site?.close();
});

it('answers with hints and problems from a web worker', async () => {
  const text = readFileSync(join(root, 'test', 'editor', 'fixtures', 'agents', 'agent.py'), 'utf8');
  await request('initialize', {
    processId: null,
    rootUri: null,
    capabilities: { textDocument: { inlayHint: {}, publishDiagnostics: {} } },
    initializationOptions: { assets: `${site.address}/assets/` },
  });
  await notify('initialized', {});
  await notify('textDocument/didOpen', { textDocument: { uri, languageId: 'python', version: 1, text } });

  const range = { start: { line: 0, character: 0 }, end: { line: text.split('\n').length, character: 0 } };
  const hints = `lsp.request('textDocument/inlayHint', ${JSON.stringify({ textDocument: { uri }, range })})`;
  await page
    .waitForFunction(`${hints}.then((found) => /tok.*\\$/.test(JSON.stringify(found)))`, undefined, { polling: 100 })
    .catch(explain);
  await page.waitForFunction(`(lsp.problems.get('${uri}') ?? []).some((problem) => problem.code === 'LI301')`).catch(explain);
  expect(complaints).toEqual([]);
});

function request(method: string, params: unknown): Promise<unknown> {
  return page.evaluate(`lsp.request('${method}', ${JSON.stringify(params)})`);
}

function notify(method: string, params: unknown): Promise<unknown> {
  return page.evaluate(`lsp.notify('${method}', ${JSON.stringify(params)})`);
}

function explain(error: unknown): never {
  throw new Error([String(error), ...complaints].join('\n'));
}
