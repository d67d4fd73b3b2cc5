import { FORMATS, type FormatRow, PLAIN } from './formats.ts';
import { isPlainPrompt, mayBePlainPrompt, plainRole } from './plain.ts';
import { startsWithRoleMark } from './roles.ts';

/** Which format a file is in, by its name and by what stands in it; null for all that is no prompt. */
export function formatOf(file: string, text: string): FormatRow | null {
  const path = file.replaceAll('\\', '/');
  if (FOR_READERS.test(path)) return null;
  const row = FORMATS.find((one) => one.path.test(path) && (one.content ?? []).every((pattern) => pattern.test(text)));
  if (row) return row;
  return isPlainPrompt(path, text) ? plainRow(path, text) : null;
}

/** Whether the name allows a prompt: what a scan need not open is decided here, without the text. */
export function mayBePromptFile(file: string): boolean {
  const path = file.replaceAll('\\', '/');
  return !FOR_READERS.test(path) && (FORMATS.some((row) => row.path.test(path)) || mayBePlainPrompt(path));
}

/** Beside prompts of any format. */
const FOR_READERS = /(?:^|\/)(?:README|CHANGELOG|CONTRIBUTING|LICENSE)(?:\.[^/]*)?$/i;

function plainRow(path: string, text: string): FormatRow {
  const { shape } = PLAIN;
  if (shape.kind !== 'body') return PLAIN;
  const body = text.replace(/^---\r?\n[\s\S]*?\n---[ \t]*\r?\n/, '');
  const marks = startsWithRoleMark(body) ? (['line'] as const) : /^\s*<message\s/.test(body) ? (['message-tag'] as const) : [];
  return { ...PLAIN, shape: { ...shape, role: plainRole(path, text), roleMarks: marks } };
}
