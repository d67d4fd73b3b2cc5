// Stands where @vscode/test-electron expects the VS Code executable: takes the same arguments, opens the test host's editor in a
// browser, and ends with the verdict of the suite that ran in its extension host.
import { format } from 'node:util';
import { editorAddress, launchBrowser } from './test-host-server.ts';

const deadline = 300_000;
const mark = '[lineitem]';

process.exit(await runSuite(process.argv.slice(2)));

async function runSuite(args: readonly string[]): Promise<number> {
  const server = required(process.env.LINEITEM_EDITOR_URL, 'LINEITEM_EDITOR_URL, the address of a running editor server');
  const chromium = required(process.env.LINEITEM_CHROMIUM, 'LINEITEM_CHROMIUM, the path of a browser');
  const folder = required(
    args.find((arg) => !arg.startsWith('--')),
    'a folder to open',
  );
  const payload = ['extensionDevelopmentPath', 'extensionTestsPath'].map(
    (name) => [name, required(argument(args, name), `--${name}`)] as const,
  );

  const browser = await launchBrowser(chromium);
  try {
    const page = await browser.newPage();
    const ended = new Promise<number>((resolve) => {
      setTimeout(resolve, deadline, 1).unref();
      void page.exposeFunction('codeAutomationExit', resolve);
    });
    await page.exposeFunction('codeAutomationLog', (_type: string, parts: readonly unknown[]) => passOn(format(...parts)));
    await page.goto(editorAddress(server, folder, payload));
    return await ended;
  } finally {
    await browser.close();
  }
}

function argument(args: readonly string[], name: string): string | undefined {
  return args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
}

function required<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The launcher needs ${what}.`);
  return value;
}

/** The editor's own console is noisy: it looks for a marketplace that the tests do not need. */
function passOn(line: string): void {
  if (line.startsWith(mark) || process.env.LINEITEM_VERBOSE !== undefined) console.log(line);
}
