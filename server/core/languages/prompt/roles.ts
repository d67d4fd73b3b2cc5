import type { RoleToken } from './token.ts';

/** How a format marks in plain text who speaks. Marks that are template tags are read with the template. */
export type RoleMark =
  /** `system:` alone on its line, also `# system:` and `user[name="Ann"]:` (prompty). */
  | 'line'
  /** `<message role="user">…</message>` (Semantic Kernel). */
  | 'message-tag';

export function roleMarks(text: string, marks: readonly RoleMark[]): readonly RoleToken[] {
  return marks.flatMap((mark) => (mark === 'line' ? lineMarks(text) : messageTags(text))).sort((a, b) => a.start - b.start);
}

/** Whether a file that need not have role marks starts with one: elsewhere the same line may be prose. */
export const startsWithRoleMark = (text: string): boolean =>
  /^\s*(?:#[ \t]*)?(?:system|developer|user|assistant)[ \t]*:[ \t]*\r?\n/i.test(text);

/** One spelling for what vendors and formats call the same. */
export const canonicalRole = (role: string): string => SYNONYMS.get(role.toLowerCase()) ?? role.toLowerCase();

const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['ai', 'assistant'],
  ['bot', 'assistant'],
  ['model', 'assistant'],
  ['human', 'user'],
]);

function lineMarks(text: string): readonly RoleToken[] {
  const pattern = /^[ \t]*(?:#[ \t]*)?(system|developer|user|assistant|tool)[ \t]*(?:\[[^\]\n]*\])?[ \t]*:[ \t]*(?:\r?\n|$(?![\s\S]))/gim;
  return [...text.matchAll(pattern)].map((match) => roleAt(match.index, match[0].length, match[1] ?? ''));
}

function messageTags(text: string): readonly RoleToken[] {
  const pattern = /<message\s[^<>]*?role\s*=\s*["']([\w{}$ .]+)["'][^<>]*>|<\/message\s*>/gi;
  return [...text.matchAll(pattern)].map((match) => roleAt(match.index, match[0].length, match[1] ?? null));
}

const roleAt = (start: number, length: number, role: string | null): RoleToken => ({
  kind: 'role',
  start,
  end: start + length,
  role: role === null ? null : canonicalRole(role),
});
