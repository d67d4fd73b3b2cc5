/**
 * A cell as Python would read it: what only the notebook understands (`%magic`, `!shell`, `name?`) becomes a comment of
 * the same length, so that no position moves.
 */
export function withoutMagics(source: string): string {
  const cellMagic = /^\s*%%(\w+)/.exec(source)?.[1];
  if (cellMagic !== undefined && !pythonCellMagics.has(cellMagic)) return source.replace(/[^\r\n]/g, ' ');
  const state: State = { quote: null, depth: 0 };
  let isContinued = false;
  return source.replace(/[^\r\n]+/g, (line) => {
    const isInside = state.quote !== null || state.depth > 0;
    const read = isContinued ? commented(line) : isInside ? line : withoutMagic(line);
    isContinued = (isContinued || read !== line) && line.endsWith('\\');
    advance(state, read);
    return read;
  });
}

/** Cell magics whose cell is Python all the same. */
const pythonCellMagics: ReadonlySet<string> = new Set([
  'time',
  'timeit',
  'capture',
  'prun',
  'python',
  'python3',
  'memit',
  'mprun',
  'lprun',
  'debug',
]);

function withoutMagic(line: string): string {
  if (/^\s*(?:[%!?]|[\w.]+\?{1,2}\s*$)/.test(line)) return hidden(line);
  // `files = !ls` still defines a name.
  return line.replace(/^(\s*[\w.,\s]+=\s*)([%!].*)$/, (_, target: string, command: string) => target + asNumber(command));
}

/** An indented line may be all that its block has, so it stays a statement. */
function hidden(line: string): string {
  const indent = /^\s*/.exec(line)?.[0] ?? '';
  const rest = line.slice(indent.length);
  if (rest === '') return line;
  return indent === '' ? commented(line) : indent + asNumber(rest);
}

const commented = (line: string): string => `#${line.slice(1)}`;

const asNumber = (command: string): string => (command.length === 1 ? '0' : `0#${command.slice(2)}`);

/** Whether a line starts inside a long string or between brackets, where `%` and `!` are what they are in Python. */
interface State {
  quote: string | null;
  depth: number;
}

const TOKEN = /\\.|"""|'''|"|'|#|[([{]|[)\]}]/g;

function advance(state: State, line: string): void {
  let short: string | null = null;
  for (const [token] of line.matchAll(TOKEN)) {
    const open = short ?? state.quote;
    if (open !== null) {
      if (token === open) {
        short = null;
        state.quote = null;
      } else if (open.length === 1 && token === open.repeat(3)) short = null;
      continue;
    }
    if (token === '#') return;
    if (token.length === 3) state.quote = token;
    else if (token === '"' || token === "'") short = token;
    else if ('([{'.includes(token)) state.depth++;
    else if (')]}'.includes(token)) state.depth = Math.max(0, state.depth - 1);
  }
}
