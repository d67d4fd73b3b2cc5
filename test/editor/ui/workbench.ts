// A user in front of the editor: opens files, reads the screen, takes pictures.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Frame, Locator, Page } from 'playwright-core';
import { editorAddress, launchBrowser } from '../../../scripts/test-host-server.ts';

const pictures = join(import.meta.dirname, '..', '..', '..', process.env.LINEITEM_SCREENSHOTS ?? 'out/screenshots');
const deadline = 20_000;

export interface Workbench {
  readonly page: Page;
  readonly openFile: (name: string) => Promise<void>;
  /** Brings a place to the middle of the screen and puts the cursor there; both count from one. */
  readonly goTo: (line: number, column?: number) => Promise<void>;
  /** The editor line that contains a text; what the editor writes beside the code is part of it. */
  readonly line: (text: string | RegExp) => Locator;
  readonly runCommand: (title: string) => Promise<void>;
  /** The frame of a rendered page in which a text stands. */
  readonly pageWith: (text: RegExp) => Promise<Frame>;
  readonly picture: (name: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function openWorkbench(server: string, folder: string): Promise<Workbench> {
  const browser = await launchBrowser(required('LINEITEM_CHROMIUM'));
  const page = await (await browser.newContext({ viewport: { width: 1180, height: 720 }, deviceScaleFactor: 1.5 })).newPage();
  page.setDefaultTimeout(deadline);
  await page.goto(editorAddress(server, folder));
  return workbench(browser, page);
}

export function required(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: these tests run through \`npm test -- browser\`.`);
  return value;
}

function workbench(browser: Browser, page: Page): Workbench {
  return {
    page,
    async openFile(name) {
      await page.getByRole('treeitem', { name }).first().dblclick();
      await page.getByRole('tab', { name }).first().waitFor();
    },
    async goTo(line, column = 1) {
      await page.keyboard.press('Control+g');
      await page.locator('.quick-input-widget input[type="text"]').first().fill(`:${line}:${column}`);
      // Its list says where Enter leads; before that, Enter leads nowhere.
      await page
        .locator('.quick-input-list .monaco-list-row', { hasText: String(line) })
        .first()
        .waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    },
    line: (text) => page.locator('.editor-instance .view-line', { hasText: text }).first(),
    async runCommand(title) {
      await page.keyboard.press('F1');
      await page.locator('.quick-input-widget input[type="text"]').first().fill(`>${title}`);
      await page.locator('.quick-input-list .monaco-list-row').first().getByText(title).first().waitFor();
      await page.keyboard.press('Enter');
    },
    async pageWith(text) {
      const end = Date.now() + deadline;
      while (Date.now() < end) {
        for (const frame of page.frames()) {
          const body = await frame.evaluate('document.body ? document.body.innerText : ""').catch(() => '');
          if (frame !== page.mainFrame() && text.test(String(body))) return frame;
        }
        await page.evaluate('new Promise(requestAnimationFrame)');
      }
      throw new Error(`No page shows ${text}`);
    },
    async picture(name) {
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: join(pictures, `${name}.png`) });
    },
    close: () => browser.close(),
  };
}
