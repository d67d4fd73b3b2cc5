import type { Prompt } from '../../module/prompt-file.ts';
import { type MappedText, mapped } from './mapped-text.ts';
import { readBody } from './messages.ts';
import type { Reading } from './reading.ts';

/** The functions of a BAML file: their prompts, and the model and cap of the client that each names. */
export function readBaml(text: string): Reading {
  const clients = readClients(text);
  const prompts: Prompt[] = [];
  const problems: Reading['problems'][number][] = [];
  for (const match of text.matchAll(/^function[ \t]+(\w+)/gm)) {
    const next = text.slice(match.index + 1).search(/^(?:function|class|enum|client|test|generator|retry_policy|template_string)\b/m);
    const end = next < 0 ? text.length : match.index + 1 + next;
    const open = /\bprompt[ \t\r\n]+(#+)"/.exec(text.slice(match.index, end));
    const hashes = open?.[1];
    if (!open || hashes === undefined) continue;
    const start = match.index + open.index + open[0].length;
    const close = text.indexOf(`"${hashes}`, start);
    if (close < 0) {
      problems.push({ span: { start: start - hashes.length - 1, end: start }, message: `The prompt of ${match[1]} is never closed` });
      continue;
    }
    const { messages } = readBody(dedented(text, start, close), { dialect: 'jinja', roleMarks: [], role: 'system', trims: 'spaces' });
    prompts.push({ name: match[1] ?? null, ...clientOf(text, match.index, start, clients), messages });
  }
  return { prompts, includes: [], problems };
}

type Client = Pick<Prompt, 'model' | 'maxOutputTokens'>;
const noClient: Client = { model: null, maxOutputTokens: null };

function readClients(text: string): ReadonlyMap<string, Client> {
  const clients = new Map<string, Client>();
  for (const match of text.matchAll(/^[ \t]*client(?:<llm>)?[ \t]+(\w+)[ \t]*\{/gm)) {
    const start = match.index + match[0].length;
    const length = text.slice(start).search(/^(?:\}|client\b|function\b)/m);
    const block = text.slice(start, length < 0 ? text.length : start + length);
    const model = /\bmodel[ \t]+"([^"\n]+)"/.exec(block);
    const cap = /\bmax_(?:completion_)?tokens[ \t]+(\d+)/.exec(block);
    clients.set(match[1] ?? '', {
      model: model ? { id: model[1] ?? '', span: lastGroup(start, model) } : null,
      maxOutputTokens: cap ? { value: Number(cap[1]), span: lastGroup(start, cap) } : null,
    });
  }
  return clients;
}

/** `client Name`, or `client "provider/model"` in place. */
function clientOf(text: string, from: number, to: number, clients: ReadonlyMap<string, Client>): Client {
  const match = /\bclient[ \t]+(?:"([^"\n]+)"|(\w+))/.exec(text.slice(from, to));
  if (!match) return noClient;
  if (match[1] === undefined) return clients.get(match[2] ?? '') ?? noClient;
  return { model: { id: match[1], span: lastGroup(from, match) }, maxOutputTokens: null };
}

/** Where the first group that matched stands. */
function lastGroup(base: number, match: RegExpExecArray): { readonly start: number; readonly end: number } {
  const group = match[1] ?? match[2] ?? '';
  const start = base + match.index + match[0].lastIndexOf(group);
  return { start, end: start + group.length };
}

/** The indentation that all lines share is not part of the prompt. */
function dedented(source: string, start: number, end: number): MappedText {
  const lines = source.slice(start, end).split('\n');
  const widths = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const shared = widths.reduce((least, width) => Math.min(least, width), Number.MAX_SAFE_INTEGER);
  const offsets: number[] = [];
  let text = '';
  let at = start;
  for (const [index, line] of lines.entries()) {
    const kept = (index === 0 ? '' : '\n') + line.slice(Math.min(shared, line.length - line.trimStart().length));
    const from = at + line.length - (kept.length - (index === 0 ? 0 : 1));
    if (index > 0) offsets.push(at - 1);
    for (let unit = index === 0 ? 0 : 1; unit < kept.length; unit++) offsets.push(from + unit - (index === 0 ? 0 : 1));
    text += kept;
    at += line.length + 1;
  }
  return mapped(text, offsets, end);
}
