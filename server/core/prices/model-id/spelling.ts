/** One spelling for each vendor's names. Input is lower case and already free of hosts, variants and revisions. */
export function canonicalSpelling(name: string): string {
  if (name.includes('claude')) return claudeSpelling(name);
  return name
    .replace(/^(ft:)?gpt-?35(?=-|$)/, '$1gpt-3.5')
    .replace(/^(ft:)?gpt-?(\d)-(\d)(?=-|$)/, '$1gpt-$2.$3')
    .replace(/^(ft:)?gpt(\d)/, '$1gpt-$2')
    .replace(/^(ft:)?gpt-4-o(?=-|$)/, '$1gpt-4o')
    .replace(/^gemini-(\d)-(\d)-(?=pro|flash)/, 'gemini-$1.$2-')
    .replace(/^meta-llama-/, 'llama-');
}

/**
 * Claude 4 and later: `claude-<family>-<major>[-<minor>]`, before that `claude-<major>[-<minor>]-<family>`.
 * Users write either order, and dots for dashes.
 */
function claudeSpelling(name: string): string {
  const dashed = name.replace(/(\d)\.(\d)/g, '$1-$2');
  const family = '(opus|sonnet|haiku|fable|mythos|instant)';
  const oldOrder = new RegExp(`^claude-(\\d)(?:-(\\d{1,2}))?-${family}(?=-|$)`).exec(dashed);
  if (oldOrder) return claudeName(oldOrder[3], oldOrder[1], oldOrder[2], dashed.slice(oldOrder[0].length));
  const newOrder = new RegExp(`^claude-${family}-(\\d)(?:-(\\d{1,2})(?!\\d))?(?=-|$)`).exec(dashed);
  if (newOrder) return claudeName(newOrder[1], newOrder[2], newOrder[3], dashed.slice(newOrder[0].length));
  return dashed;
}

function claudeName(family = '', major = '', minor: string | undefined, rest: string): string {
  const numbered = minor === undefined || minor === '0' ? major : `${major}-${minor}`;
  return Number(major) < 4 ? `claude-${numbered}-${family}${rest}` : `claude-${family}-${numbered}${rest}`;
}

/** Without the date of a snapshot and without `-latest`. */
export function withoutDate(name: string): string {
  return name.replace(/-latest$/, '').replace(datedTail, '') || name;
}

export function snapshotDate(name: string): string | null {
  const found = datedTail.exec(name);
  const digits = found?.[0].replace(/\D/g, '') ?? '';
  return digits.length === 8 ? `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}` : null;
}

const datedTail = /-20\d{2}(?:-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))$/;
