import { lineEnd } from '../layout.ts';

export function skipPythonComment(text: string, at: number): number {
  return text[at] === '#' ? lineEnd(text, at) : at;
}
