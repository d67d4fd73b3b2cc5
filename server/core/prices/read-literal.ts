/**
 * Reads the first array or object that a script writes down (`const E = [ … ]`), without running the script: strings, numbers,
 * `true`, `!0`, `null`, arrays and objects, and nothing that would have to be computed.
 */
export function readFirstLiteral(code: string): unknown {
  const start = /^[^[{]*=\s*(?=[[{])/.exec(code);
  const reader = { code, at: start === null ? 0 : start[0].length };
  return readValue(reader);
}

interface Reader {
  readonly code: string;
  at: number;
}

const words: Readonly<Record<string, unknown>> = {
  true: true,
  false: false,
  null: null,
  '!0': true,
  '!1': false,
  'void 0': undefined,
  undefined,
};

function readValue(reader: Reader): unknown {
  skipSpace(reader);
  const sign = reader.code[reader.at] ?? '';
  if (sign === '[') return readList(reader);
  if (sign === '{') return readRecord(reader);
  if (sign === '"' || sign === "'" || sign === '`') return readString(reader, sign);
  const word = take(reader, /(?:!0|!1|void 0|[A-Za-z]+)(?![\w$])/y);
  if (word !== null && Object.hasOwn(words, word)) return words[word];
  const number = word === null ? take(reader, /-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y) : null;
  if (number === null) throw unreadable(reader);
  return Number(number);
}

function readList(reader: Reader): unknown[] {
  const items: unknown[] = [];
  reader.at++;
  while (!closes(reader, ']')) {
    items.push(readValue(reader));
    skipComma(reader, ']');
  }
  return items;
}

function readRecord(reader: Reader): Record<string, unknown> {
  const fields: [string, unknown][] = [];
  reader.at++;
  while (!closes(reader, '}')) {
    const quote = reader.code[reader.at];
    const name = quote === '"' || quote === "'" ? readString(reader, quote) : take(reader, /[\w$]+/y);
    if (name === null || !closes(reader, ':')) throw unreadable(reader);
    fields.push([name, readValue(reader)]);
    skipComma(reader, '}');
  }
  return Object.fromEntries(fields);
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', 0: '\0', '\n': '' };

function readString(reader: Reader, quote: string): string {
  let text = '';
  for (reader.at++; reader.code[reader.at] !== quote; reader.at++) {
    const sign = reader.code[reader.at];
    if (sign === undefined || (quote === '`' && sign === '$' && reader.code[reader.at + 1] === '{')) throw unreadable(reader);
    text += sign === '\\' ? readEscape(reader) : sign;
  }
  reader.at++;
  return text;
}

/** Leaves the reader on the last character of the escape. */
function readEscape(reader: Reader): string {
  reader.at++;
  const code = take(reader, /u\{[\da-fA-F]+\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}/y);
  if (code === null) return escapes[reader.code[reader.at] ?? ''] ?? reader.code[reader.at] ?? '';
  reader.at--;
  return String.fromCodePoint(Number.parseInt(code.replace(/[^\da-fA-F]/g, ''), 16));
}

function skipComma(reader: Reader, end: string): void {
  skipSpace(reader);
  if (reader.code[reader.at] === ',') reader.at++;
  else if (reader.code[reader.at] !== end) throw unreadable(reader);
}

function closes(reader: Reader, sign: string): boolean {
  skipSpace(reader);
  if (reader.code[reader.at] !== sign) return false;
  reader.at++;
  return true;
}

const skipSpace = (reader: Reader): void => void take(reader, /(?:\s|\/\*[\s\S]*?\*\/|\/\/[^\n]*)+/y);

function take(reader: Reader, pattern: RegExp): string | null {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.code)?.[0] ?? null;
  reader.at += found?.length ?? 0;
  return found;
}

const unreadable = ({ code, at }: Reader): Error => new Error(`Character ${at} is no plain data: ${code.slice(at, at + 20)}`);
