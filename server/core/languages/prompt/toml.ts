import type { TomlShape } from './formats.ts';
import { verbatim } from './mapped-text.ts';
import { readBody } from './messages.ts';
import type { Reading } from './reading.ts';

/** One string of a TOML file, which is all that a command file holds that is sent. */
export function readTomlPrompt(text: string, shape: TomlShape): Reading {
  const open = new RegExp(`^${shape.key}[ \\t]*=[ \\t]*("""|'''|"|')`, 'm').exec(text);
  const quote = open?.[1];
  if (!open || quote === undefined) return { prompts: [], includes: [], problems: [] };
  const start = open.index + open[0].length;
  const close = closing(text, start, quote);
  if (close >= 0) {
    const { messages, includes } = readBody(verbatim(text, { start, end: close }), shape);
    return { prompts: [{ name: null, model: null, maxOutputTokens: null, messages }], includes, problems: [] };
  }
  return {
    prompts: [],
    includes: [],
    problems: [{ span: { start: start - quote.length, end: start }, message: 'This string is never closed' }],
  };
}

/** A basic string may hold its quote behind a backslash. */
function closing(text: string, start: number, quote: string): number {
  let at = text.indexOf(quote, start);
  while (at > 0 && quote.startsWith('"') && text.charAt(at - 1) === '\\') at = text.indexOf(quote, at + 1);
  return at;
}
