import type { EditSyntax, Quote } from './syntax.ts';

/** The quote that the file's own short strings use most, else the language's usual one. */
export function quoteOf(text: string, syntax: EditSyntax): Quote {
  const singles = [...text.matchAll(/(?<=[\s([{=:,])'[^'"\r\n]{0,60}'(?=[\s)\]},;:.])/g)].length;
  const doubles = [...text.matchAll(/(?<=[\s([{=:,])"[^'"\r\n]{0,60}"(?=[\s)\]},;:.])/g)].length;
  if (singles === doubles) return syntax.usualQuote;
  return singles > doubles ? "'" : '"';
}
