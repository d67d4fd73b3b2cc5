import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder with these files, gone after the test. */
export function withFolder<Answer>(files: Readonly<Record<string, string | Uint8Array>>, use: (folder: string) => Answer): Answer {
  const folder = mkdtempSync(path.join(tmpdir(), 'lineitem-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  let answer: Answer;
  try {
    answer = use(folder);
  } catch (error) {
    remove();
    throw error;
  }
  if (answer instanceof Promise) answer.then(remove, remove);
  else remove();
  return answer;
}
