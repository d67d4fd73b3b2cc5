/** So many findings of a rule are read before it may be a warning by default. */
export function sampleSize(code: string): number {
  return readMore.has(code) ? 150 : 60;
}

/** These stand or fall by reading control flow and prefixes right, so more of them are read. */
const readMore = new Set(['LI301', 'LI302', 'LI401', 'LI402']);
