import { lineEnd } from '../layout.ts';

export function skipTypescriptComment(text: string, at: number): number {
  if (text.startsWith('//', at)) return lineEnd(text, at);
  if (!text.startsWith('/*', at)) return at;
  const end = text.indexOf('*/', at + 2);
  return end < 0 ? text.length : end + 2;
}
