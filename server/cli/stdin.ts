import { UsageError } from './errors.ts';

const largestText = 16 * 1024 * 1024;

/** Everything that is piped in, without a byte-order mark. */
export async function readStdin(): Promise<string> {
  if (process.stdin.isTTY) throw new UsageError('Nothing is piped in: lineitem check --stdin-filename a.py < a.py');
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of process.stdin) {
    pieces.push(Buffer.from(piece));
    length += pieces.at(-1)?.length ?? 0;
    if (length > largestText) throw new UsageError('What is piped in is too large for a file of code.');
  }
  return new TextDecoder('utf-8').decode(Buffer.concat(pieces));
}
