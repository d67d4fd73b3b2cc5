// Writes a tree of generated source files, the same on every machine: `node test/bench/generate-tree.ts FOLDER [FILES] [ONE_IN]`.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createRandom, pick, type Random } from '../fuzz/random.ts';

export interface TreeOptions {
  readonly files: number;
  /** One file in so many names an SDK. */
  readonly oneIn: number;
}

const nouns = ['order', 'invoice', 'ticket', 'customer', 'shipment', 'report', 'session', 'ledger', 'catalog', 'notice', 'review', 'draft'];
const verbs = ['load', 'store', 'merge', 'render', 'check', 'split', 'rank', 'archive', 'format', 'resolve', 'collect', 'publish'];
const filesPerFolder = 40;

export function generateTree(folder: string, { files, oneIn }: TreeOptions): void {
  const random = createRandom(42);
  for (let index = 0; index < files; index++) {
    const isPython = index % 2 === 0;
    const group = path.join(folder, `area${Math.floor(index / (filesPerFolder * 10))}`, `part${Math.floor(index / filesPerFolder)}`);
    if (index % filesPerFolder === 0) mkdirSync(group, { recursive: true });
    const callsModel = Math.floor(index / 2) % oneIn === 0;
    const text = isPython ? pythonFile(random, callsModel) : typescriptFile(random, callsModel);
    writeFileSync(path.join(group, `${pick(random, verbs)}_${pick(random, nouns)}_${index}.${isPython ? 'py' : 'ts'}`), text);
  }
}

const name = (random: Random): string => `${pick(random, verbs)}_${pick(random, nouns)}`;
const camel = (text: string): string => text.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
const times = (count: number, write: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => write(index)).join('\n');

export function pythonFile(random: Random, callsModel: boolean): string {
  const head = ['from __future__ import annotations', '', 'import json', 'import logging', 'from dataclasses import dataclass', ''];
  if (callsModel) head.push('import anthropic', '', 'client = anthropic.Anthropic()', '', systemPrompt(random, 'SYSTEM = """', '"""'), '');
  const body = times(6 + Math.floor(random() * 8), (index) => pythonFunction(random, index));
  return `${head.join('\n')}\nlog = logging.getLogger(__name__)\n\n${body}\n${callsModel ? pythonCall(random) : ''}`;
}

function pythonFunction(random: Random, index: number): string {
  const subject = pick(random, nouns);
  return `
def ${name(random)}_${index}(items: list[dict], limit: int = ${10 + index}) -> dict[str, int]:
    """${pick(random, verbs)} every ${subject} that is still open, newest first."""
    totals: dict[str, int] = {}
    for position, item in enumerate(items):
        if position >= limit or item.get("${subject}") is None:
            log.debug("skipped %s", item)
            continue
        key = f"{item['${subject}']}:{position % ${2 + index}}"
        totals[key] = totals.get(key, 0) + int(item.get("amount", 0))
    return {key: value for key, value in sorted(totals.items()) if value > ${index}}
`;
}

function pythonCall(random: Random): string {
  return `
def answer(question: str) -> str:
    messages = [{"role": "user", "content": question}]
    while True:
        reply = client.messages.create(
            model="claude-sonnet-4-5",
            max_tokens=${256 * (1 + Math.floor(random() * 4))},
            system=SYSTEM,
            messages=messages,
        )
        if reply.stop_reason != "tool_use":
            return reply.content[0].text
        messages.append({"role": "assistant", "content": reply.content})
`;
}

export function typescriptFile(random: Random, callsModel: boolean): string {
  const head = ["import { readFile } from 'node:fs/promises';", ''];
  if (callsModel)
    head.push("import OpenAI from 'openai';", '', 'const client = new OpenAI();', '', systemPrompt(random, 'const SYSTEM = `', '`;'), '');
  const body = times(6 + Math.floor(random() * 8), (index) => typescriptFunction(random, index));
  return `${head.join('\n')}\nexport type Row = Record<string, unknown>;\n\n${body}\n${callsModel ? typescriptCall(random) : ''}`;
}

function typescriptFunction(random: Random, index: number): string {
  const subject = pick(random, nouns);
  return `
/** ${pick(random, verbs)} every ${subject} that is still open, newest first. */
export async function ${camel(name(random))}${index}(rows: readonly Row[], limit = ${10 + index}): Promise<Map<string, number>> {
  const totals = new Map<string, number>();
  for (const [position, row] of rows.entries()) {
    if (position >= limit || row['${subject}'] === undefined) continue;
    const key = \`\${String(row['${subject}'])}:\${position % ${2 + index}}\`;
    totals.set(key, (totals.get(key) ?? 0) + Number(row['amount'] ?? 0));
  }
  return new Map([...totals].filter(([, value]) => value > ${index}).sort(([a], [b]) => (a < b ? -1 : 1)));
}
`;
}

function typescriptCall(random: Random): string {
  return `
export async function answer(question: string): Promise<string | null> {
  const reply = await client.chat.completions.create({
    model: 'gpt-4.1-mini',
    max_completion_tokens: ${256 * (1 + Math.floor(random() * 4))},
    messages: [
      { role: 'system', content: SYSTEM },
      { role: 'user', content: question },
    ],
  });
  return reply.choices[0]?.message.content ?? null;
}
`;
}

function systemPrompt(random: Random, open: string, close: string): string {
  const line = (): string =>
    `You ${pick(random, verbs)} one ${pick(random, nouns)} at a time and name the ${pick(random, nouns)} that it belongs to.`;
  return `${open}${times(8, line)}${close}`;
}

if (process.argv[1] === import.meta.filename) {
  const [folder, files = '8000', oneIn = '10'] = process.argv.slice(2);
  if (folder === undefined) throw new Error('usage: generate-tree.ts FOLDER [FILES] [ONE_IN]');
  generateTree(folder, { files: Number(files), oneIn: Number(oneIn) });
}
